@NullMarked
package health.plumbline.reasoning;

import org.jspecify.annotations.NullMarked;

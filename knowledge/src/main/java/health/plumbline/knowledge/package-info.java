@NullMarked
package health.plumbline.knowledge;

import org.jspecify.annotations.NullMarked;

@NullMarked
package health.plumbline.fitting;

import org.jspecify.annotations.NullMarked;

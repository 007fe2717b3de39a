@NullMarked
package health.plumbline.architecture;

import org.jspecify.annotations.NullMarked;

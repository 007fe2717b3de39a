@NullMarked
package health.plumbline.care;

import org.jspecify.annotations.NullMarked;

@NullMarked
package health.plumbline.care.ergonomics;

import org.jspecify.annotations.NullMarked;

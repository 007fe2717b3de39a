@NullMarked
package health.plumbline.care.outcome;

import org.jspecify.annotations.NullMarked;

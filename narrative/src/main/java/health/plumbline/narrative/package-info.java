@NullMarked
package health.plumbline.narrative;

import org.jspecify.annotations.NullMarked;

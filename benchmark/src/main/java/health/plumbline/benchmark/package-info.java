@NullMarked
package health.plumbline.benchmark;

import org.jspecify.annotations.NullMarked;

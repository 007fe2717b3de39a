@NullMarked
package health.plumbline.cli;

import org.jspecify.annotations.NullMarked;

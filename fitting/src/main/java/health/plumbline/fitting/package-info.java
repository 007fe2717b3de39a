/** Fits the model to the published figures, once and offline. */
@NullMarked
package health.plumbline.fitting;

import org.jspecify.annotations.NullMarked;

/** Calibration, discrimination and stopping of the model, measured on simulated patients. */
@NullMarked
package health.plumbline.fitting.simulation;

import org.jspecify.annotations.NullMarked;

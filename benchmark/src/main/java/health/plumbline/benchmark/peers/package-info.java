/**
 * Plumbline's network in the hands of other exact engines: the same questions, answered by them.
 */
@NullMarked
package health.plumbline.benchmark.peers;

import org.jspecify.annotations.NullMarked;

/**
 * The anatomy that links back and hip: structures, what is stated of how they hang together, and
 * the mechanisms by which trouble in one place is felt or causes trouble in another.
 */
@NullMarked
package health.plumbline.knowledge.anatomy;

import org.jspecify.annotations.NullMarked;

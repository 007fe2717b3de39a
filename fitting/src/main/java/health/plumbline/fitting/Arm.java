package health.plumbline.fitting;

import health.plumbline.reasoning.Mixture;
import health.plumbline.reasoning.Term;
import java.util.List;

/**
 * The people of one group of a study and what was counted among them.
 *
 * @param terms statements of which at least one must hold
 * @param group the people
 */
record Arm(List<Term> terms, Mixture group) {}

/**
 * The published figures behind the model: accuracy of tests, frequency of findings, prevalence,
 * where pain is felt, co-occurrence. An assessment does not read them; they are the evidence that
 * the model was fitted to and that a person can look up.
 */
@NullMarked
package health.plumbline.knowledge.published;

import org.jspecify.annotations.NullMarked;

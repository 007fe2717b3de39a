/**
 * Pictures of the exercises, drawn from joint angles by one skeleton.
 *
 * <p>All that a picture shows is data ({@code care/exercise-figures.csv}, {@code
 * exercise-poses.csv} and the {@code figure-*.csv} files): proportions and shape of the body, joint
 * angles, contacts with floor and furniture, the shaded muscle, the arrow and the words.
 */
@NullMarked
package health.plumbline.care.figure;

import org.jspecify.annotations.NullMarked;

package health.plumbline.fitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.reasoning.StudyModel;
import health.plumbline.reasoning.Term;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Source of the formula: the gate of the inference core, against which it is held here. */
final class GateTest {

  private static final StudyModel MODEL = new StudyModel(KnowledgeBase.loadEstimates());

  @Test
  void isTheGateOfTheInferenceCore() {
    SplittableRandom random = new SplittableRandom(1);
    for (String finding : List.of("slr-positive", "pain-groin", "fever", "hip-rom-reduced")) {
      Term term = new Term(finding, 1, false);
      double[] p = MODEL.alone(term);
      for (int i = 0; i < 200; i++) {
        byte[] hypothesis = hypothesis(random);
        assertThat(Gate.probability(p, hypothesis))
            .isCloseTo(MODEL.probability(term, hypothesis), within(1e-12));
      }
    }
  }

  @Test
  void theGradientIsThatOfFiniteDifferences() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 500; i++) {
      double[] logits = random.doubles(MODEL.conditions() + 1, -3, 3).toArray();
      byte[] hypothesis = hypothesis(random);
      double[] gradient = new double[logits.length];
      Gate.gradient(probabilities(logits), hypothesis, gradient, 1);
      for (int k = 0; k < logits.length; k++) {
        double step = 1e-6;
        double[] up = logits.clone();
        double[] down = logits.clone();
        up[k] += step;
        down[k] -= step;
        double slope =
            (Gate.probability(probabilities(up), hypothesis)
                    - Gate.probability(probabilities(down), hypothesis))
                / (2 * step);
        assertThat(gradient[k]).as("parameter " + k).isCloseTo(slope, within(1e-7));
      }
    }
  }

  @Test
  void peopleWithoutAnyConditionHaveTheBaseline() {
    double[] p = MODEL.alone(new Term("slr-positive", 1, false));
    assertThat(Gate.probability(p, new byte[0])).isCloseTo(p[p.length - 1], within(1e-15));
  }

  private static byte[] hypothesis(SplittableRandom random) {
    int size = random.nextInt(1, 4);
    return random
        .ints(0, MODEL.conditions())
        .distinct()
        .limit(size)
        .sorted()
        .collect(
            java.io.ByteArrayOutputStream::new, java.io.ByteArrayOutputStream::write, (a, b) -> {})
        .toByteArray();
  }

  private static double[] probabilities(double[] logits) {
    double[] p = new double[logits.length];
    for (int i = 0; i < p.length; i++) {
      p[i] = 1 / (1 + Math.exp(-logits[i]));
    }
    return p;
  }
}

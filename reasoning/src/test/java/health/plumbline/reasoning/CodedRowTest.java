package health.plumbline.reasoning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Setting;
import health.plumbline.knowledge.Sex;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Few bits a cell, and yet nothing that anybody could see is lost. */
final class CodedRowTest {

  @Test
  void sumsOfProductsLieWithinAMillionthOfThoseInDoubles() {
    HypothesisSpace space = new HypothesisSpace(41);
    SplittableRandom random = new SplittableRandom(20260101);
    for (double largest : new double[] {1e-5, 0.01, 0.5, 1, 2}) {
      for (double steepness : new double[] {0, 5, 30}) {
        float[] cells = new float[space.size()];
        double[] posterior = new double[space.size()];
        for (int h = 0; h < cells.length; h++) {
          cells[h] = (float) (largest * random.nextDouble());
          posterior[h] = Math.exp(-steepness * random.nextDouble());
        }
        RowMath.normalise(posterior);
        FloatRow row = new FloatRow(cells.length);
        double exact = 0;
        for (int h = 0; h < cells.length; h++) {
          row.set(h, posterior[h]);
          exact += posterior[h] * cells[h];
        }
        assertThat(row.dot(CodedRow.of(space, cells)))
            .as("largest %f, steepness %f", largest, steepness)
            .isCloseTo(exact, within(1e-6 * Math.max(largest, 0.1)));
      }
    }
    assertThat(new FloatRow(space.size()).dot(CodedRow.of(space, new float[space.size()])))
        .isZero();
  }

  /** Of real people and the real network: every yes-or-no question, against sums in doubles. */
  @Test
  void theInformationOfAQuestionLiesWithinAHundredThousandthOfABit() {
    KnowledgeBase knowledge = KnowledgeBase.load();
    Assessor assessor = Assessor.of(knowledge);
    SplittableRandom random = new SplittableRandom(7);
    double worst = 0;
    for (int person = 0; person < 6; person++) {
      Presentation.Builder builder =
          Presentation.builder(knowledge.vocabulary())
              .age(25 + 10 * person)
              .sex(person % 2 == 0 ? Sex.FEMALE : Sex.MALE);
      for (String id :
          new String[] {
            "pain-groin",
            "pain-lateral-hip",
            "pain-below-knee",
            "pain-worse-walking",
            "pain-worse-sitting",
            "onset-insidious",
            "pain-rising-from-sitting"
          }) {
        int answer = random.nextInt(3);
        if (answer < 2) {
          builder.finding(id, answer == 0 ? "yes" : "no");
        }
      }
      Belief belief = assessor.belief(builder.build(), Setting.PRIMARY);
      Network network = belief.network();
      MutualInformation information =
          new MutualInformation(belief, new boolean[network.space().size()]);
      for (int v = 0; v < network.variables().size(); v++) {
        if (network.variable(v).kind() == Variable.Kind.BINARY
            && !belief.active(network.variable(v).group())) {
          double exact = exactBits(belief.posterior(), network.rows(v)[0]);
          worst = Math.max(worst, Math.abs(information.of(v).hypothesis() - exact));
        }
      }
    }
    assertThat(worst).isLessThan(1e-5).isPositive();
  }

  private static double exactBits(double[] posterior, double[] present) {
    double marginal = 0;
    double conditional = 0;
    for (int h = 0; h < posterior.length; h++) {
      marginal += posterior[h] * present[h];
      conditional += posterior[h] * binary(present[h]);
    }
    return binary(marginal) - conditional;
  }

  private static double binary(double p) {
    return Entropy.exactTerm(p) + Entropy.exactTerm(1 - p);
  }
}

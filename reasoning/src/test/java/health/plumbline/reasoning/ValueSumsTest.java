package health.plumbline.reasoning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class ValueSumsTest {

  /** Each probability alone, from 0 to 1: the bound is below the entropy, and near it. */
  @Test
  void theBoundIsNeverAboveTheEntropy() {
    float[] one = new float[FloatRow.BLOCK];
    one[0] = 1;
    double worst = 0;
    for (int i = 0; i <= 100_000; i++) {
      float[] q = new float[FloatRow.BLOCK];
      q[0] = i / 100_000f;
      ValueSums sums = new ValueSums();
      sums.add(q, one, one);
      double entropy = Entropy.exactTerm(q[0]) + Entropy.exactTerm(1 - q[0]);
      assertThat(sums.leastEntropy()).as("q %s", q[0]).isLessThanOrEqualTo(entropy + 1e-6);
      worst = Math.max(worst, entropy - sums.leastEntropy());
    }
    assertThat(worst).isBetween(0.015, 0.019);
  }

  @Test
  void aCodedRowGivesTheSumsOfTheRow() {
    HypothesisSpace space = new HypothesisSpace(20);
    SplittableRandom random = new SplittableRandom(5);
    float[] q = new float[space.size()];
    FloatRow all = new FloatRow(space.size());
    FloatRow serious = new FloatRow(space.size());
    double weight = 0;
    double seriousWeight = 0;
    double entropy = 0;
    for (int h = 0; h < q.length; h++) {
      q[h] = (float) random.nextDouble();
      double p = random.nextDouble() / q.length;
      all.set(h, p);
      weight += p * q[h];
      entropy += p * (Entropy.exactTerm(q[h]) + Entropy.exactTerm(1 - q[h]));
      if (random.nextInt(3) == 0) {
        serious.set(h, p);
        seriousWeight += p * q[h];
      }
    }
    ValueSums sums = ValueSums.of(CodedRow.of(space, q), all, serious);
    assertThat(sums.weight()).isCloseTo(weight, within(1e-6));
    assertThat(sums.seriousWeight()).isCloseTo(seriousWeight, within(1e-6));
    assertThat(sums.leastEntropy()).isBetween(entropy - 0.019, entropy);
  }
}

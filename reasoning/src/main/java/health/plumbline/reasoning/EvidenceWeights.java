package health.plumbline.reasoning;

import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.Grade;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Parameter;
import health.plumbline.knowledge.Presentation;
import health.plumbline.reasoning.Assessment.Weight;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Weighs what is known: by how much each piece moves the odds of each condition, in bits, and on
 * what grade of parameters that rests. The weight of a piece is the logarithm of the odds with
 * everything less that without this one piece, exact by withdrawing it.
 */
final class EvidenceWeights {

  /** A weight of evidence below this, in bits, is not worth a line. */
  private static final double LEAST_WEIGHT = 0.05;

  /** Finding id to the grade of its parameter for each condition, null where it has none. */
  private final Map<String, @Nullable Grade[]> grades = new HashMap<>();

  EvidenceWeights(KnowledgeBase knowledge, ConditionIndex conditions) {
    for (Parameter parameter : knowledge.parameters()) {
      @Nullable Grade[] row =
          grades.computeIfAbsent(
              parameter.findingId(), id -> new @Nullable Grade[conditions.size()]);
      int d = conditions.of(parameter.conditionId());
      Grade before = row[d];
      row[d] = before == null ? parameter.grade() : before.weaker(parameter.grade());
    }
  }

  /**
   * Weighs every piece of evidence of a belief.
   *
   * @param marginals the probabilities of the conditions, given all of it
   */
  Weighed weigh(Belief belief, double[] marginals, Presentation presentation) {
    double[] with = logits(marginals);
    List<Piece> pieces = new ArrayList<>();
    for (Evidence piece : belief.evidence()) {
      double[] bits = logits(belief.marginalsWithout(piece));
      for (int d = 0; d < bits.length; d++) {
        bits[d] = (with[d] - bits[d]) / Math.log(2);
      }
      String value =
          switch (piece) {
            case Evidence.Unmarked unmarked -> "not marked";
            case Evidence.Known known ->
                presentation.value(known.findingId()).map(FindingValue::toString).orElse("no");
            case Evidence.AnyOf any -> "yes";
          };
      pieces.add(new Piece(piece.findingId(), value, grades.get(piece.findingId()), bits));
    }
    return new Weighed(pieces);
  }

  private static double[] logits(double[] probabilities) {
    double[] logits = new double[probabilities.length];
    for (int d = 0; d < logits.length; d++) {
      double clipped = Math.clamp(probabilities[d], 1e-12, 1 - 1e-12);
      logits[d] = Math.log(clipped / (1 - clipped));
    }
    return logits;
  }

  /**
   * A piece of evidence with its weight for every condition.
   *
   * @param grades grade of the parameter of each condition, if it has one
   * @param bits weight for each condition
   */
  private record Piece(
      String finding, String value, @Nullable Grade @Nullable [] grades, double[] bits) {}

  /** All pieces of evidence of one person, weighed. Conditions go by their number. */
  static final class Weighed {

    private final List<Piece> pieces;

    private Weighed(List<Piece> pieces) {
      this.pieces = pieces;
    }

    /** What speaks for (sign 1) or against (sign -1) a condition, the heaviest first. */
    List<Weight> weights(int condition, int sign) {
      List<Weight> weights = new ArrayList<>();
      for (Piece piece : pieces) {
        double bits = piece.bits()[condition];
        if (sign * bits >= LEAST_WEIGHT) {
          weights.add(new Weight(piece.finding(), piece.value(), bits));
        }
      }
      weights.sort(Comparator.comparingDouble(weight -> -sign * weight.bits()));
      return List.copyOf(weights);
    }

    /** The grade on which at least half of a condition's weight of evidence rests. */
    Grade grade(int condition) {
      double[] byGrade = byGrade(condition);
      double total = Arrays.stream(byGrade).sum();
      double sum = 0;
      for (Grade grade : Grade.values()) {
        sum += byGrade[grade.ordinal()];
        if (total > 0 && sum >= total / 2) {
          return grade;
        }
      }
      return Grade.C;
    }

    /** The share of a condition's weight of evidence that rests on estimates, 0 to 1. */
    double estimateShare(int condition) {
      double[] byGrade = byGrade(condition);
      double total = Arrays.stream(byGrade).sum();
      return total == 0 ? 1 : byGrade[Grade.C.ordinal()] / total;
    }

    /** The weight of evidence of one condition by grade, in the order of the grades. */
    private double[] byGrade(int condition) {
      double[] byGrade = new double[Grade.values().length];
      for (Piece piece : pieces) {
        @Nullable Grade[] row = piece.grades();
        Grade grade = row == null ? null : row[condition];
        // A condition without a parameter of its own stands at the baseline, an estimate.
        byGrade[(grade == null ? Grade.C : grade).ordinal()] += Math.abs(piece.bits()[condition]);
      }
      return byGrade;
    }
  }
}

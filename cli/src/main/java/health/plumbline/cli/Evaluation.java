package health.plumbline.cli;

import health.plumbline.contract.CaseFile;
import health.plumbline.knowledge.Setting;
import health.plumbline.knowledge.Urgency;
import health.plumbline.reasoning.QuickAssessment;
import health.plumbline.reasoning.RankedCondition;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Adds up how the program did on cases with known answers.
 *
 * <p>A case with several true diagnoses counts as ranked at the rank of the best of them where any
 * is right; where all coexist, top-1 asks for the first, top-3 for the best, and coverage for all.
 * Cases whose diagnosis the model does not hold count for urgency only.
 */
final class Evaluation {

  private static final int CALIBRATION_BINS = 5;

  private record Miss(String caseId, List<String> truth, List<RankedCondition> ranked) {}

  private int cases;
  private int ranked;
  private int top1;
  private int top3;
  private int top5;
  private int coexisting;
  private int covered;
  private final UrgencyTable urgency = new UrgencyTable();
  private final double[] predicted = new double[CALIBRATION_BINS];
  private final int[] observed = new int[CALIBRATION_BINS];
  private final int[] counted = new int[CALIBRATION_BINS];
  private double brier;
  private final List<Miss> misses = new ArrayList<>();

  /**
   * Counts one case.
   *
   * @param result what the program made of it, or null where it refused the case, which then counts
   *     as wrong in every respect
   */
  void add(CaseFile it, @Nullable QuickAssessment result) {
    cases++;
    Urgency truth = it.urgency();
    if (truth != null) {
      urgency.add(it.id(), truth, result == null ? null : result.urgency());
    }
    List<RankedCondition> differential = result == null ? List.of() : result.differential();
    if (it.diagnosisIds().isEmpty() || it.diagnosisMatch().equals("none")) {
      return;
    }
    ranked++;
    int best = Integer.MAX_VALUE;
    boolean all = true;
    for (String id : it.diagnosisIds()) {
      int rank = rank(differential, id);
      best = Math.min(best, rank);
      all &= rank < 5;
    }
    top1 += best == 0 ? 1 : 0;
    top3 += best < 3 ? 1 : 0;
    top5 += best < 5 ? 1 : 0;
    if (it.diagnosisMatch().equals("all")) {
      coexisting++;
      covered += all ? 1 : 0;
    }
    if (best > 0) {
      misses.add(new Miss(it.id(), it.diagnosisIds(), differential.stream().limit(4).toList()));
    }
    for (RankedCondition condition : differential) {
      boolean right = it.diagnosisIds().contains(condition.conditionId());
      double p = condition.probability();
      int bin = Math.min((int) (p * CALIBRATION_BINS), CALIBRATION_BINS - 1);
      predicted[bin] += p;
      observed[bin] += right ? 1 : 0;
      counted[bin]++;
      brier += (p - (right ? 1 : 0)) * (p - (right ? 1 : 0));
    }
  }

  void print(String input, Setting setting, boolean listMisses, PrintStream out) {
    out.printf("From %s, setting %s, %d cases%n", input, setting.id(), cases);
    out.printf("  top-1: %s%n", new Proportion(top1, ranked));
    out.printf("  top-3: %s%n", new Proportion(top3, ranked));
    out.printf("  top-5: %s%n", new Proportion(top5, ranked));
    if (coexisting > 0) {
      out.printf(
          "  all of several coexisting in the first five: %s%n",
          new Proportion(covered, coexisting));
    }
    urgency.print(out);
    printCalibration(out);
    if (listMisses) {
      for (Miss miss : misses) {
        out.printf("  %s %s: ", miss.caseId(), String.join("+", miss.truth()));
        for (RankedCondition condition : miss.ranked()) {
          out.printf(
              Locale.ROOT, " %s %.0f%%", condition.conditionId(), 100 * condition.probability());
        }
        out.println();
      }
    }
    out.println();
  }

  private void printCalibration(PrintStream out) {
    if (ranked == 0) {
      return;
    }
    out.println("  calibration (all conditions of all ranked cases)");
    for (int bin = 0; bin < CALIBRATION_BINS; bin++) {
      if (counted[bin] > 0) {
        out.printf(
            Locale.ROOT,
            "    said %3.0f%%: %s%n",
            100 * predicted[bin] / counted[bin],
            new Proportion(observed[bin], counted[bin]));
      }
    }
    out.printf(
        Locale.ROOT, "    Brier score, summed over conditions: %.3f a case%n", brier / ranked);
  }

  private static int rank(List<RankedCondition> differential, String id) {
    for (int i = 0; i < differential.size(); i++) {
      if (differential.get(i).conditionId().equals(id)) {
        return i;
      }
    }
    return Integer.MAX_VALUE;
  }
}

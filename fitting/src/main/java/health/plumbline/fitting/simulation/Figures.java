package health.plumbline.fitting.simulation;

import health.plumbline.knowledge.ActionThreshold;
import health.plumbline.knowledge.Condition;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Urgency;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the verdicts on many simulated patients are worth.
 *
 * @param patients their number
 * @param all calibration of every statement about every condition
 * @param possible calibration of every statement of 5% or more
 * @param first calibration of the statement about the most probable condition
 * @param topOne the most probable condition is among the causes
 * @param topThree one of the three most probable is
 * @param areas one a condition, in the order of the data file
 * @param serious of the patients with any serious condition, those sent to care the same day or at
 *     once
 * @param sensitivity condition id to the same for each serious condition
 * @param atOwnLevel condition id to those sent at least as fast as the condition's own level
 * @param emergencyForNothing of the patients with nothing serious, those sent to emergency care
 * @param sameDayForNothing of the patients with nothing serious, those sent to care the same day or
 *     at once
 */
record Figures(
    int patients,
    Calibration all,
    Calibration possible,
    Calibration first,
    Proportion topOne,
    Proportion topThree,
    List<Discrimination> areas,
    Proportion serious,
    Map<String, Proportion> sensitivity,
    Map<String, Proportion> atOwnLevel,
    Proportion emergencyForNothing,
    Proportion sameDayForNothing) {

  /** The smallest probability that counts as a possibility. */
  static final double POSSIBLE = 0.05;

  static Figures of(KnowledgeBase knowledge, List<Verdict> verdicts) {
    List<String> ids = knowledge.conditions().stream().map(Condition::id).toList();
    List<Discrimination> areas = new ArrayList<>();
    for (int d = 0; d < ids.size(); d++) {
      areas.add(Discrimination.of(verdicts, d));
    }
    Map<String, Proportion> sensitivity = new LinkedHashMap<>();
    Map<String, Proportion> atOwnLevel = new LinkedHashMap<>();
    boolean[] isSerious = new boolean[ids.size()];
    for (ActionThreshold row : knowledge.actionThresholds()) {
      int d = ids.indexOf(row.conditionId());
      isSerious[d] = true;
      List<Verdict> with = verdicts.stream().filter(v -> v.truth()[d]).toList();
      sensitivity.put(row.conditionId(), sameDay(with));
      atOwnLevel.put(
          row.conditionId(),
          Proportion.of(
              (int) with.stream().filter(v -> v.urgency().atLeast(row.urgency())).count(),
              with.size()));
    }
    List<Verdict> serious = new ArrayList<>();
    List<Verdict> nothing = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      boolean any = false;
      for (int d = 0; d < isSerious.length; d++) {
        any |= isSerious[d] && verdict.truth()[d];
      }
      (any ? serious : nothing).add(verdict);
    }
    return new Figures(
        verdicts.size(),
        Calibration.ofAll(verdicts, 0),
        Calibration.ofAll(verdicts, POSSIBLE),
        Calibration.ofFirst(verdicts),
        Proportion.of(verdicts, v -> v.rightAmong(1)),
        Proportion.of(verdicts, v -> v.rightAmong(3)),
        areas,
        sameDay(serious),
        sensitivity,
        atOwnLevel,
        Proportion.of(nothing, v -> v.urgency() == Urgency.EMERGENCY_NOW),
        Proportion.of(nothing, v -> v.urgency().atLeast(Urgency.SAME_DAY)));
  }

  private static Proportion sameDay(List<Verdict> verdicts) {
    return Proportion.of(
        (int) verdicts.stream().filter(v -> v.urgency().atLeast(Urgency.SAME_DAY)).count(),
        verdicts.size());
  }
}

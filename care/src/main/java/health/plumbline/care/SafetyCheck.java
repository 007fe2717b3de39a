package health.plumbline.care;

import health.plumbline.knowledge.Truth;
import health.plumbline.knowledge.Urgency;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks treatments against what is known of one person.
 *
 * <p>A contraindication that is true bans ({@code never}) or adds its sentence ({@code ask-first});
 * one that is unknown never bans, since almost everything is unknown at first, but adds what it
 * asks to the list of cautions. While a serious condition awaits urgent assessment, an {@code
 * ask-first} that comes from a suspected condition bans exercise and manual therapy too: there is
 * nobody to ask yet.
 */
final class SafetyCheck {

  private static final String EXERCISE = "exercise";
  private static final String MEDICINE = "medicine";

  private final CareContent content;
  private final Facts facts;
  private final boolean awaitingAssessment;

  SafetyCheck(CareContent content, Facts facts, Urgency urgency) {
    this.content = content;
    this.facts = facts;
    this.awaitingAssessment = urgency.atLeast(Urgency.URGENT_2_WEEKS);
  }

  /**
   * The result for one line.
   *
   * @param allowed whether the line may stand
   * @param leftOut what was banned
   * @param sentences what to say because it is true
   * @param unknown by id of the phrase that lists them, what is unknown
   */
  record Verdict(
      boolean allowed,
      List<LeftOut> leftOut,
      List<String> sentences,
      Map<String, Set<String>> unknown) {}

  Verdict check(List<Use> uses) {
    boolean allowed = true;
    List<LeftOut> leftOut = new ArrayList<>();
    Set<String> sentences = new LinkedHashSet<>();
    Map<String, Set<String>> unknown = new LinkedHashMap<>();
    for (Use use : uses) {
      Set<String> askFirst = new LinkedHashSet<>();
      Set<String> unknownHere = new LinkedHashSet<>();
      boolean banned = false;
      for (Contraindication row : content.safety().contraindications(use)) {
        switch (facts.of(row.when())) {
          case TRUE -> {
            if (bans(row)) {
              banned = true;
              leftOut.add(new LeftOut(what(use, row), row.say(), row.sourceId()));
              if (use.optional()) {
                sentences.add(row.say());
              }
            } else {
              askFirst.add(row.say());
            }
          }
          case UNKNOWN -> {
            if (!row.ifUnknown().isEmpty() && !sharedByAllExercises(row)) {
              unknownHere.add(row.ifUnknown());
            }
          }
          case FALSE -> {}
        }
      }
      if (banned) {
        allowed &= use.optional();
        continue;
      }
      sentences.addAll(askFirst);
      if (!unknownHere.isEmpty()) {
        unknown
            .computeIfAbsent(
                content.safety().subject(use).cautionPhrase(), p -> new LinkedHashSet<>())
            .addAll(unknownHere);
      }
    }
    return new Verdict(allowed, leftOut, List.copyOf(sentences), unknown);
  }

  /**
   * What is unknown about everything of the kind exercise: said once, before the exercises, rather
   * than with each.
   */
  List<Contraindication> unknownForAllExercises() {
    return content.safety().contraindications().stream()
        .filter(SafetyCheck::sharedByAllExercises)
        .filter(row -> !row.ifUnknown().isEmpty() && facts.of(row.when()) == Truth.UNKNOWN)
        .toList();
  }

  private boolean bans(Contraindication row) {
    return row.never()
        || (awaitingAssessment && row.aboutCondition() && !row.kind().equals(MEDICINE));
  }

  private static boolean sharedByAllExercises(Contraindication row) {
    return row.general() && row.kind().equals(EXERCISE);
  }

  private String what(Use use, Contraindication row) {
    return row.general()
        ? content.phrase("left-out-" + row.kind() + "-all")
        : content.safety().subject(use).layName();
  }
}

package health.plumbline.reasoning;

import health.plumbline.knowledge.EmergencySign;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Phrases;
import health.plumbline.knowledge.UrgencyAdvice;
import health.plumbline.reasoning.Assessment.UrgencyVerdict;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is said in the place of a calm level as long as the emergency screen has not been answered.
 * What a person does not write is not denied, so a level that rests on words alone is no verdict;
 * SAFETY.md has the figures.
 *
 * @param headline that there are questions to answer first, and how many
 * @param lead why they come first
 * @param questions the questions of the screen without an answer, in its order
 * @param then what to do with a yes, or if one cannot tell
 * @param sooner what stands before the questions where the level is urgent anyway
 * @param signsLead what to do for one of {@code signs}
 * @param signs what calls for help at once besides
 * @param otherwise the level, on condition of a no to each question
 * @param sourceIds sources of {@code signs}
 */
public record UnansweredScreen(
    String headline,
    String lead,
    List<String> questions,
    String then,
    String sooner,
    String signsLead,
    List<String> signs,
    String otherwise,
    List<String> sourceIds) {

  /** Copies the lists. */
  public UnansweredScreen {
    questions = List.copyOf(questions);
    signs = List.copyOf(signs);
    sourceIds = List.copyOf(sourceIds);
  }

  /** What is said with a verdict whose {@link UrgencyVerdict#unanswered} is not empty. */
  public static UnansweredScreen of(KnowledgeBase knowledge, UrgencyVerdict verdict) {
    Phrases phrases = new Phrases();
    int count = verdict.unanswered().size();
    List<EmergencySign> signs = EmergencySign.load(knowledge.vocabulary());
    String headline = UrgencyAdvice.of(verdict.level()).headline();
    return new UnansweredScreen(
        count == 1
            ? phrases.text("unanswered-headline-one")
            : phrases.text("unanswered-headline", "count", Integer.toString(count)),
        phrases.text("unanswered"),
        verdict.unanswered().stream()
            .map(id -> knowledge.vocabulary().require(id).question())
            .toList(),
        phrases.text("unanswered-then"),
        phrases.text(
            verdict.settleFirst().isEmpty() ? "unanswered-sooner" : "unanswered-after-doubt"),
        phrases.text("unanswered-signs"),
        signs.stream().map(EmergencySign::text).toList(),
        phrases.text("unanswered-otherwise", "headline", lowerFirst(headline)),
        signs.stream().map(EmergencySign::sourceId).distinct().toList());
  }

  /** One line for a clinician: which questions of the emergency screen have no answer. */
  public static String forClinician(KnowledgeBase knowledge, List<String> unanswered) {
    return new Phrases()
        .text(
            "unanswered-clinician",
            "findings",
            unanswered.stream()
                .map(id -> lowerFirst(knowledge.vocabulary().require(id).name()))
                .collect(Collectors.joining(", ")));
  }

  private static String lowerFirst(String text) {
    return Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}

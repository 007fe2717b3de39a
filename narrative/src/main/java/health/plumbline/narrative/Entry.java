package health.plumbline.narrative;

import health.plumbline.knowledge.Finding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a phrase of the lexicon means. */
sealed interface Entry {

  /** How a phrase is to be taken, as the column {@code tags} has it. */
  enum Tag {
    /** A bare place, which means pain only beside a word for pain. */
    SITE,
    /** An activity, which means pain on it only in a sentence about pain. */
    ACTIVITY,
    /** A general denial, to which any specific statement is preferred. */
    BLANKET,
    /** A weak statement, which counts like a general one. */
    WEAK,
    /** Explains other mentions away: weight lost on purpose. */
    FIRM,
    /** Counts only if written in capitals. */
    CAPITALS,
    /** States nothing, but keeps shorter phrases inside it from matching. */
    SHIELD,
    /** Too unclear to set; to be asked. */
    ASK
  }

  /**
   * A phrase that states findings.
   *
   * @param settings what it states; with a rule, the finding that the number decides
   * @param denied what the denial of the phrase states, if more than the opposite of the settings
   * @param rule how a number decides, or null
   * @param tags how it is to be taken
   * @param examination a clinician's finding, in which places are not complaints
   */
  record Statement(
      List<Setting> settings,
      List<Setting> denied,
      @Nullable NumberRule rule,
      Set<Tag> tags,
      boolean examination)
      implements Entry {

    boolean is(Tag tag) {
      return tags.contains(tag);
    }

    /** Whether any specific statement is preferred to it. */
    boolean isBlanket() {
      return is(Tag.BLANKET) || is(Tag.WEAK);
    }

    /** How much it counts against other statements of the same finding. */
    int weight() {
      if (is(Tag.FIRM)) {
        return 3;
      }
      return isBlanket() || (denies() && settings.size() > 2) ? 1 : 2;
    }

    boolean denies() {
      return !settings.isEmpty() && settings.getFirst().isNo() && rule == null;
    }

    /**
     * Whether it says how far down the leg a pain goes, so that "past the knee" is no pain in the
     * knee.
     */
    boolean isReach() {
      return !settings.isEmpty() && settings.getFirst().finding().id().equals("pain-below-knee");
    }

    boolean isKnee() {
      return !settings.isEmpty() && settings.getFirst().finding().id().contains("knee");
    }

    /** Whether it states an amount that a clinician measured. */
    boolean isMeasure() {
      return rule != null && rule.givesNumber() && examination;
    }

    /** Whether it says how the pain began. */
    boolean isOnset() {
      return !settings.isEmpty() && settings.getFirst().finding().id().startsWith("onset-");
    }

    /** Whether it says that the pain began suddenly or slowly. */
    boolean isManner() {
      return isOnset() && !settings.getFirst().finding().id().contains("trauma");
    }

    /** Whether it compares two pains, so that both hurt whichever is the worse. */
    boolean compares() {
      return !settings.isEmpty()
          && settings.getFirst().finding().id().equals("leg-pain-worse-than-back");
    }

    /** Whether it states an age. */
    boolean isAge() {
      return !settings.isEmpty() && settings.getFirst().finding().id().equals("age");
    }

    /** Whether it says how long something has lasted. */
    boolean isDuration() {
      return !settings.isEmpty() && settings.getFirst().finding().id().equals("duration-weeks");
    }

    boolean isDemographic() {
      return !settings.isEmpty()
          && settings.getFirst().finding().role() == Finding.Role.DEMOGRAPHIC;
    }

    boolean isPlace() {
      return !settings.isEmpty() && settings.getFirst().isPlace();
    }
  }

  /** Something that makes pain worse or better, when a cue beside it says which. */
  record Factor(List<Setting> aggravated, List<Setting> eased, List<Setting> notEased)
      implements Entry {}

  /**
   * What is tested, felt or measured: its meaning comes from the word for the result beside it.
   *
   * @param byResult what each result means
   */
  record Sign(Map<Cue, List<Setting>> byResult) implements Entry {}

  /** A name of a condition: history, never a verdict. */
  record ConditionName(String conditionId, List<Setting> settings) implements Entry {}

  /**
   * A word that changes the meaning of others.
   *
   * @param clause whether it reaches over the whole clause that it stands in
   */
  record ContextCue(Cue cue, boolean ahead, boolean behind, boolean clause) implements Entry {}

  /** A word of a class that counts only beside words of other classes. */
  record Concept(int id) implements Entry {}
}

package health.plumbline.web.view;

import java.util.List;

/**
 * The result: first what to do and how soon, then what it may be, how back and hip are linked, the
 * plan, and the answers that it all rests on.
 *
 * @param frame what every page has
 * @param care what to do and how soon
 * @param emergency whether it is an emergency, so that nothing may distract from it
 * @param child whether the person is too young for more than that
 * @param setting where the probabilities hold, in words
 * @param causes what it may be, most likely first
 * @param together causes that may be at work together, as sentences
 * @param notMissed serious conditions to be checked, as sentences
 * @param links how back and hip are linked here
 * @param figure the body with the paths drawn on it
 * @param plan what to do, by category
 * @param leftOut what was left out as unsafe
 * @param answers the answers, to be changed in place
 * @param sources what is cited
 * @param knowledgeVersion version of the knowledge
 * @param programme whether there is a programme of exercises to put into a calendar
 * @param canGoBack whether there is a page before
 * @param moreToAsk whether further questions would still tell something
 */
public record ResultPage(
    Frame frame,
    Care care,
    boolean emergency,
    boolean child,
    String setting,
    List<Cause> causes,
    List<String> together,
    List<String> notMissed,
    List<Link> links,
    BodyFigure figure,
    List<PlanPart> plan,
    List<LeftOut> leftOut,
    List<AnswerGroup> answers,
    List<SourceLine> sources,
    String knowledgeVersion,
    boolean programme,
    boolean canGoBack,
    boolean moreToAsk) {

  /**
   * A care card.
   *
   * @param level id of the urgency
   * @param kind emergency, urgent or non-urgent, for the look of the card
   * @param headline what to do in a few words
   * @param advice what to do, where and how fast; the first paragraph says most
   * @param also what else was noticed
   * @param notSure emergency questions that were answered "not sure", empty if none
   * @param ifYes what to do if one of these turns out to be a yes
   * @param phone what to say on the phone, line by line
   * @param sources citations
   */
  public record Care(
      String level,
      String kind,
      String headline,
      List<String> advice,
      List<String> also,
      List<String> notSure,
      String ifYes,
      List<String> phone,
      List<SourceLine> sources) {}

  /**
   * A possible cause.
   *
   * @param id id of the condition
   * @param name name in plain words
   * @param clinicalName name as a clinician says it
   * @param definition what it is
   * @param chance how many of 100 people have it, as a sentence
   * @param ofHundred how many of 100
   * @param low lower end of the interval, of 100
   * @param high upper end of the interval, of 100
   * @param supports what speaks for it
   * @param opposes what speaks against it
   * @param gradeNote what the number rests on
   * @param figures every figure behind it
   */
  public record Cause(
      String id,
      String name,
      String clinicalName,
      String definition,
      String chance,
      int ofHundred,
      int low,
      int high,
      List<String> supports,
      List<String> opposes,
      String gradeNote,
      List<Figure> figures) {}

  /**
   * A figure behind a probability.
   *
   * @param what what it is about
   * @param weight its weight of evidence, in words and bits
   * @param value the figure with its interval
   * @param grade its grade
   * @param source where it comes from
   * @param link address of the source, may be empty
   */
  public record Figure(
      String what, String weight, String value, String grade, String source, String link) {}

  /**
   * A link of back and hip.
   *
   * @param number its number on the picture
   * @param kind referred pain, muscle imbalance or joint dysfunction, in words
   * @param text how it works
   * @param path its steps in words
   * @param source citation
   */
  public record Link(int number, String kind, String text, List<String> path, SourceLine source) {}

  /**
   * A part of the plan.
   *
   * @param id id of the category
   * @param title its title
   * @param lines what to do
   */
  public record PlanPart(String id, String title, List<PlanLine> lines) {}

  /**
   * A line of the plan.
   *
   * @param text what to do, of an exercise its name
   * @param cautions what to mind with an exercise
   * @param against whether it says what not to do
   * @param support how well it is supported, in words
   * @param exercise steps of an exercise, label and text alternating; empty if it is none
   * @param picture its drawing as an SVG element, empty if there is none
   * @param sources citations
   */
  public record PlanLine(
      String text,
      List<String> cautions,
      boolean against,
      String support,
      List<Detail> exercise,
      String picture,
      List<SourceLine> sources) {}

  /**
   * A detail with its label.
   *
   * @param label the label
   * @param text the text
   */
  public record Detail(String label, String text) {}

  /**
   * Something left out of the plan.
   *
   * @param what what
   * @param why why
   * @param source citation
   */
  public record LeftOut(String what, String why, SourceLine source) {}

  /**
   * A citation.
   *
   * @param id id of the source
   * @param citation who, when, where
   * @param link address, may be empty
   */
  public record SourceLine(String id, String citation, String link) {}

  /**
   * Answers of one kind.
   *
   * @param title what they are about
   * @param lines the answers
   */
  public record AnswerGroup(String title, List<AnswerLine> lines) {}

  /**
   * An answer that can be changed.
   *
   * @param page key of the page that asks it
   * @param question the question
   * @param answer the answer in words
   * @param field how to answer it in place, null where only its page can ask it
   */
  public record AnswerLine(
      String page,
      String question,
      String answer,
      @org.jspecify.annotations.Nullable Field field) {}
}

package health.plumbline.web.view;

import java.util.List;

/** The pages that hold little. */
public final class OtherPages {

  private OtherPages() {}

  /**
   * Own words.
   *
   * @param frame what every page has
   * @param value the words so far
   * @param faults what has to be put right first
   * @param most most characters allowed
   */
  public record WordsPage(Frame frame, String value, List<Fault> faults, int most) {}

  /**
   * What was understood of the words.
   *
   * @param frame what every page has
   * @param text the words
   * @param chips what was understood
   * @param removed what was understood and taken back
   * @param care what to do at once, null unless it may be an emergency
   */
  public record UnderstoodPage(
      Frame frame,
      String text,
      List<Chip> chips,
      List<Chip> removed,
      ResultPage.@org.jspecify.annotations.Nullable Care care) {}

  /**
   * Something understood.
   *
   * @param id id of the finding
   * @param text what was understood
   * @param quote the words that it was read from
   */
  public record Chip(String id, String text, String quote) {}

  /**
   * The body chart.
   *
   * @param frame what every page has
   * @param figure the body
   * @param areas the regions as a list
   * @param worst places to choose the worst from
   * @param anyNumb whether a place is marked as numb
   * @param cannotShow whether the person cannot show it
   * @param faults what has to be put right first
   */
  public record ChartPage(
      Frame frame,
      BodyFigure figure,
      List<Area> areas,
      List<Option> worst,
      boolean anyNumb,
      boolean cannotShow,
      List<Fault> faults) {}

  /**
   * A part of the body with its regions.
   *
   * @param title its name
   * @param pain its regions, to say where it hurts
   * @param numb its regions, to say where it is numb
   */
  public record Area(String title, List<Row> pain, List<Row> numb) {}

  /**
   * A region in the list.
   *
   * @param id its id
   * @param name its name
   * @param boxes one to tick for each side that it has
   */
  public record Row(String id, String name, List<Box> boxes) {}

  /**
   * A box to tick.
   *
   * @param place the place as forms spell it
   * @param side the side in a word
   * @param chosen whether it is ticked
   */
  public record Box(String place, String side, boolean chosen) {}

  /**
   * The answers to check.
   *
   * @param frame what every page has
   * @param groups the answers
   */
  public record CheckPage(Frame frame, List<ResultPage.AnswerGroup> groups) {}

  /**
   * A page that only says something.
   *
   * @param frame what every page has
   * @param heading the heading
   * @param paragraphs the text
   * @param button label of the button that leads on
   */
  public record MessagePage(Frame frame, String heading, List<String> paragraphs, String button) {}
}

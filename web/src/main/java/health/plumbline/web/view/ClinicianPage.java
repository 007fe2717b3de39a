package health.plumbline.web.view;

import java.util.List;

/**
 * The assessment as a clinician looks at it.
 *
 * @param frame what every page has
 * @param settings where the person presents
 * @param level headline of the urgency
 * @param kind emergency, urgent or calm
 * @param reasons why, in words for a clinician
 * @param change what the last findings moved, one sentence a condition; empty at first
 * @param causes the differential
 * @param proposed the tests that tell most, best first
 * @param entered the tests with a result
 * @param others all other tests, by kind
 * @param faults what has to be put right first
 * @param summary a neutral summary to paste into notes
 */
public record ClinicianPage(
    Frame frame,
    List<Option> settings,
    String level,
    String kind,
    List<String> reasons,
    List<String> change,
    List<Row> causes,
    List<Test> proposed,
    List<Test> entered,
    List<TestGroup> others,
    List<Fault> faults,
    String summary) {

  /**
   * A condition of the differential.
   *
   * @param name its name
   * @param now probability in percent with its interval
   * @param asked the same from the questions alone, in percent
   * @param percent the probability in whole percent, for the bar
   * @param grade grade of what it rests on
   * @param supports weights of evidence for it
   * @param opposes weights of evidence against it
   */
  public record Row(
      String name,
      String now,
      String asked,
      int percent,
      String grade,
      String supports,
      String opposes) {}

  /**
   * Tests of one kind.
   *
   * @param title the kind
   * @param tests the tests
   */
  public record TestGroup(String title, List<Test> tests) {}

  /**
   * A test of the examination.
   *
   * @param field how its result is entered
   * @param name its name
   * @param bits what it tells, in words; empty unless it is proposed
   * @param procedure how it is done and what counts as positive
   * @param meaning what a positive result points to
   * @param warning why it should not be done now, empty if it may be done
   * @param figures its published figures
   */
  public record Test(
      Field field,
      String name,
      String bits,
      String procedure,
      String meaning,
      String warning,
      List<Figure> figures) {}

  /**
   * A published figure of a test.
   *
   * @param text condition, figure, population and grade
   * @param source citation
   * @param link address, may be empty
   */
  public record Figure(String text, String source, String link) {}
}

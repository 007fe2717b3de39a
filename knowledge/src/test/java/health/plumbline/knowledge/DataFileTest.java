package health.plumbline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.plumbline.knowledge.published.Verified;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A cell that cannot be read is named with file, line, column, value and what is allowed. */
final class DataFileTest {

  private static final List<DataFile.Row> ROWS = DataFile.read("bad/cells.csv").rows();
  private static final DataFile.Row FAULTY = ROWS.get(0);
  private static final DataFile.Row SOUND = ROWS.get(1);
  private static final DataFile.Row EMPTY = ROWS.get(2);

  @Test
  void readsWhatIsAllowed() {
    assertThat(SOUND.grade("grade")).isEqualTo(Grade.A);
    assertThat(SOUND.oneOf("setting", Setting.values(), Setting::id)).isEqualTo(Setting.PRIMARY);
    assertThat(SOUND.oneOf("verified", Verified.values())).isEqualTo(Verified.FULL_TEXT);
    assertThat(SOUND.eachOf("levels", Urgency.values(), Urgency::id))
        .containsExactly(Urgency.SAME_DAY, Urgency.ROUTINE);
    assertThat(SOUND.openProportion("p")).isEqualTo(0.2);
    assertThat(SOUND.interval()).isEqualTo(new Interval(0.1, 0.3));
    assertThat(SOUND.flag("usable")).isTrue();
    assertThat(SOUND.either("audience", "person", "clinician")).isFalse();
    assertThat(SOUND.<Integer>parsed("amount", "3", Integer::valueOf)).isEqualTo(3);
  }

  @Test
  void namesAGradeThatIsNone() {
    refuses(FAULTY, row -> row.grade("grade"), "line 2, grade: \"D\" is none of A, B, C");
  }

  /** What is neither yes nor no must never pass for a no. */
  @Test
  void namesWhatIsNeitherOfTwoWords() {
    refuses(FAULTY, row -> row.flag("usable"), "line 2, usable: \"y\" is none of yes, no");
    refuses(
        FAULTY,
        row -> row.either("audience", "person", "clinician"),
        "line 2, audience: \"everybody\" is none of person, clinician");
    refuses(EMPTY, row -> row.flag("usable"), "line 4, usable: a value is required");
  }

  @Test
  void namesAWordThatIsNotAmongTheAllowed() {
    refuses(
        FAULTY,
        row -> row.oneOf("setting", Setting.values(), Setting::id),
        "line 2, setting: \"hospital\" is none of primary, osteopathy-physio,"
            + " spine-orthopaedic-clinic, emergency, teaching");
    refuses(
        FAULTY,
        row -> row.oneOf("verified", Verified.values()),
        "line 2, verified: \"hear-say\" is none of full-text, abstract, secondary, recalled");
  }

  @Test
  void namesTheItemOfAListThatIsNotAmongTheAllowed() {
    refuses(
        FAULTY,
        row -> row.eachOf("levels", Urgency.values(), Urgency::id),
        "line 2, levels: \"tomorrow\" is none of "
            + "emergency-now, same-day, urgent-2-weeks, routine, self-care");
  }

  @Test
  void whatAParserRefusesIsAFaultOfTheCell() {
    refuses(
        FAULTY,
        row -> row.parsed("setting", row.text("setting"), Setting::parse),
        "line 2, setting: setting: \"hospital\" is not allowed; allowed: " + Setting.allowed());
    refuses(
        FAULTY,
        row -> row.<Integer>parsed("amount", row.text("amount"), Integer::valueOf),
        "line 2, amount: For input string: \"much\"");
  }

  @Test
  void namesAnIntervalThatIsUpsideDown() {
    refuses(FAULTY, DataFile.Row::interval, "line 2, lo: 0.3 lies above hi 0.2");
  }

  @Test
  void namesAProportionThatLeavesNoDoubt() {
    refuses(
        FAULTY,
        row -> row.openProportion("p"),
        "line 2, p: 1.0 must lie between 0 and 1, both exclusive");
  }

  @Test
  void namesAnEmptyCell() {
    refuses(EMPTY, row -> row.grade("grade"), "line 4, grade: a value is required");
    refuses(
        EMPTY,
        row -> row.eachOf("levels", Urgency.values(), Urgency::id),
        "line 4, levels: a value is required");
  }

  @Test
  void namesAKeyThatOccursTwice() {
    Map<String, Integer> map = new HashMap<>();
    SOUND.putOnce("grade", map, "A", 1);
    SOUND.putOnce("grade", map, "B", 2);
    assertThat(map).containsEntry("A", 1).containsEntry("B", 2);
    refuses(
        FAULTY,
        row -> {
          row.putOnce("grade", map, "A", 3);
          return map;
        },
        "line 2, grade: A occurs twice");
  }

  private static void refuses(
      DataFile.Row row, Function<DataFile.Row, ?> reading, String expected) {
    assertThatThrownBy(() -> reading.apply(row))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("bad/cells.csv " + expected);
  }
}

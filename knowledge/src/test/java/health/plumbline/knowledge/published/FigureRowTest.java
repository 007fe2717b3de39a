package health.plumbline.knowledge.published;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.plumbline.knowledge.DataFile;
import health.plumbline.knowledge.KnowledgeBase;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each row of the faulty file has one fault; reading it must name the place and the fault. */
final class FigureRowTest {

  private static final String FILE = "published/faulty/accuracy.csv";
  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.load();
  private static final List<DataFile.Row> ROWS = DataFile.read(FILE).rows();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0  | sens: 1.2 is not a proportion from 0 to 1
          1  | sens_lo: the lower limit is above the figure 0.7
          2  | sens: 0.9, but the counts give 0.7741935483870968. Maybe say why in consistency_note
          3  | finding_id: no-such-test is neither a canonical finding nor a construct
          4  | condition_id: no-such-condition is neither a condition nor a population
          5  | source_id: nobody1900-nothing is not a source
          6  | grade: a figure that was not seen in a text is of grade C
          7  | grade: "D" is none of A, B, C
          8  | finding_id: history-diabetes is neither a canonical finding nor a construct
          9  | value: perhaps is not a value of fortin-finger
          10 | n: 12, but the counts add to 154. Maybe say why in consistency_note
          11 | usable_note: a value is required
          12 | usable: yes, but the row holds no figure
          """)
  void namesPlaceAndFault(int index, String fault) {
    FigureRow row = new FigureRow(ROWS.get(index), KNOWLEDGE, Set.of(), Set.of());
    assertThatThrownBy(() -> PublishedFigures.accuracy(row))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(FILE + " line " + (index + 2) + ", " + fault);
  }
}

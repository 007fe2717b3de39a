package health.plumbline.care.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.plumbline.knowledge.DataFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A faulty row is named with file, line, column and what is wrong with it. */
final class FigureFilesLoadTest {

  private static final String FIGURES = "care/exercise-figures.csv";
  private static final String POSES = "care/exercise-poses.csv";

  /** Each row of the file is one fault; its last column is the message expected. */
  @Test
  void namesWhatCannotBeReadInAPosture() {
    List<DataFile.Row> rows = DataFile.read("bad/figure-pose.csv").rows();
    assertThat(rows).hasSizeGreaterThan(8);
    for (DataFile.Row row : rows) {
      assertThatThrownBy(() -> PoseReader.read(row, null))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith("bad/figure-pose.csv line ")
          .hasMessageContaining(row.required("expected"));
    }
  }

  @Test
  void namesImpossiblePostures() {
    List<String> faults = new ArrayList<>();
    FigureFiles.read("bad/figure-two.csv", "bad/figure-impossible.csv", faults);
    assertThat(faults)
        .anyMatch(it -> it.contains("line 2, moment: bird-dog: right knee-flexion is 170"))
        .anyMatch(it -> it.contains("bird-dog: a hold is out of reach"))
        .anyMatch(it -> it.contains("dead-bug: the body is below the floor"));
  }

  @Test
  void namesAnExerciseWithoutFigure() {
    List<String> faults = new ArrayList<>();
    FigureFiles.read("bad/figure-missing.csv", POSES, faults);
    assertThat(faults)
        .anyMatch(
            it ->
                it.equals("bad/figure-missing.csv: bird-dog of care/exercises.csv has no figure"));
  }

  @Test
  void namesWhatAFigureRefersToInVain() {
    assertThatThrownBy(() -> FigureFiles.read("bad/figure-rows.csv", POSES, new ArrayList<>()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("bad/figure-rows.csv line 2, view: from-the-moon is not among the views");
  }

  @Test
  void theShippedDataHaveNoFault() {
    List<String> faults = new ArrayList<>();
    FigureFiles.read(FIGURES, POSES, faults);
    assertThat(faults).isEmpty();
  }
}

package health.plumbline.care.figure;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What the tests of figures share. */
final class Figures {

  static final ExerciseFigures FIGURES = ExerciseFigures.load();
  static final FigureFiles.Content CONTENT = FigureFiles.load();
  static final Kinematics KINEMATICS = new Kinematics(CONTENT.skeleton());

  private Figures() {}

  static Stream<Figure> all() {
    return CONTENT.figures().values().stream();
  }

  static Figure figure(String id) {
    return Objects.requireNonNull(CONTENT.figures().get(id), id);
  }

  static List<Body> course(Figure figure) {
    return new Course(KINEMATICS).of(figure);
  }
}

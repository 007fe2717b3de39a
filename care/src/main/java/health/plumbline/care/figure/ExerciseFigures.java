package health.plumbline.care.figure;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The pictures of all exercises. Immutable; may be shared between threads. */
public final class ExerciseFigures {

  private final FigureFiles.Content content;
  private final Map<String, Scene> scenes = new LinkedHashMap<>();

  /** Pictures drawn so far: at most eight of each figure, the same whenever they are drawn. */
  private final Map<String, String> drawn = new ConcurrentHashMap<>();

  /** What a picture shows. */
  public enum View {
    /** The starting position. */
    START,
    /** The end position, with the muscle shaded and the arrow of movement. */
    END,
    /** Both, numbered. */
    BOTH,
    /**
     * The movement, once there and back in under five seconds, again on a click or when pointed at.
     * For whoever asks for reduced motion the end position over a pale starting position.
     */
    ANIMATED
  }

  ExerciseFigures(FigureFiles.Content content) {
    this.content = content;
    Course course = new Course(new Kinematics(content.skeleton()));
    content.figures().forEach((id, figure) -> scenes.put(id, new Scene(figure, course.of(figure))));
  }

  /**
   * Reads the data files.
   *
   * @throws IllegalStateException naming file, line and column if one is malformed
   */
  public static ExerciseFigures load() {
    return new ExerciseFigures(FigureFiles.load());
  }

  /** The ids of the exercises that have a picture: all of them, in the order of the data. */
  public Set<String> exercises() {
    return new LinkedHashSet<>(content.figures().keySet());
  }

  /**
   * The picture of an exercise as an SVG document, 320 px wide unless scaled, complete in itself:
   * to be served as an image or put into a page. In a page without a dark scheme set {@code
   * data-theme="light"} on the root element.
   *
   * @return empty if there is no such exercise
   */
  public Optional<String> svg(String exerciseId, View view) {
    return svg(exerciseId, view, true);
  }

  /**
   * The same without its style sheet, for a page that serves {@link #styleSheet()} itself: it holds
   * no inline style and so is at home under a content security policy that forbids them. Without
   * the style sheet it shows in light colours and nothing moves.
   *
   * @return empty if there is no such exercise
   */
  public Optional<String> svgForPage(String exerciseId, View view) {
    return svg(exerciseId, view, false);
  }

  private Optional<String> svg(String exerciseId, View view, boolean styled) {
    Scene scene = scenes.get(exerciseId);
    if (scene == null) {
      return Optional.empty();
    }
    return Optional.of(
        drawn.computeIfAbsent(
            exerciseId + ' ' + view + ' ' + styled,
            key -> scene.svg(view, scene.figure().name(), describe(exerciseId), styled)));
  }

  /** What the picture of an exercise shows, in plain words; empty if there is no such exercise. */
  public String describe(String exerciseId) {
    Figure figure = content.figures().get(exerciseId);
    if (figure == null) {
      return "";
    }
    Set<String> muscles = new LinkedHashSet<>();
    figure.muscles().forEach(shade -> muscles.add(shade.muscle().name()));
    StringBuilder text = new StringBuilder();
    FigureFiles.View view = content.views().get(figure.view());
    if (view != null) {
      text.append(view.words()).append(' ');
    }
    text.append(phrase("start", figure.startWords())).append(' ');
    text.append(phrase("end", figure.endWords()));
    if (!muscles.isEmpty()) {
      text.append(' ').append(phrase("shaded", String.join(", ", muscles)));
    }
    return text.toString();
  }

  private String phrase(String id, String text) {
    return content.phrases().getOrDefault(id, "{text}").replace("{text}", text);
  }

  /**
   * The style sheet that every picture brings along, for a page that forbids inline styles and so
   * must serve it itself.
   */
  public static String styleSheet() {
    return Ink.STYLE;
  }
}

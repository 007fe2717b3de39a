package health.plumbline.care.figure;

import health.plumbline.knowledge.DataFile;
import health.plumbline.knowledge.Grade;
import health.plumbline.knowledge.Sources;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the data files of the figures and checks them as a whole. */
final class FigureFiles {

  private static final String EXERCISES = "care/exercises.csv";
  private static final String FIGURES = "care/exercise-figures.csv";
  private static final String POSES = "care/exercise-poses.csv";

  private static final List<String> PARTS =
      List.of("head", "trunk", "right-arm", "left-arm", "right-leg", "left-leg");

  /** A hand or foot that is out of reach by more than this share of the stature stands wrong. */
  private static final double REACH = 0.6;

  /** How far flesh may press into what it lies on. */
  private static final double PRESS = 0.8;

  private final Skeleton skeleton = Skeleton.load();
  private final Kinematics kinematics = new Kinematics(skeleton);
  private final Ranges ranges = Ranges.load();
  private final Sources sources = Sources.load();
  private final Map<String, Figure.Muscle> muscles = new LinkedHashMap<>();
  private final Map<String, View> views = new HashMap<>();
  private final Map<String, String> phrases = new HashMap<>();
  private final String figuresFile;
  private final String posesFile;
  private final List<String> faults;

  /** Where a viewer stands, and that in words. */
  record View(Camera camera, String words) {}

  /**
   * All that was read.
   *
   * @param skeleton the body
   * @param figures figures by exercise
   * @param views views by id
   * @param phrases sentences by id
   */
  record Content(
      Skeleton skeleton,
      Map<String, Figure> figures,
      Map<String, View> views,
      Map<String, String> phrases) {}

  private FigureFiles(String figuresFile, String posesFile, List<String> faults) {
    this.figuresFile = figuresFile;
    this.posesFile = posesFile;
    this.faults = faults;
  }

  /**
   * Reads and checks everything.
   *
   * @throws IllegalStateException naming file, line and column of a fault
   */
  static Content load() {
    List<String> faults = new ArrayList<>();
    Content content = read(FIGURES, POSES, faults);
    if (!faults.isEmpty()) {
      throw new IllegalStateException(faults.getFirst());
    }
    return content;
  }

  /** Reads everything from these files, collecting what is impossible in postures. */
  static Content read(String figuresFile, String posesFile, List<String> faults) {
    FigureFiles files = new FigureFiles(figuresFile, posesFile, faults);
    files.supported("care/figure-segments.csv");
    files.supported("care/figure-shape.csv");
    files.loadViews();
    files.loadMuscles();
    DataFile.read("care/figure-phrases.csv")
        .rows()
        .forEach(row -> files.phrases.put(row.required("id"), row.required("text")));
    Map<String, Figure> figures = files.figures();
    return new Content(files.skeleton, figures, files.views, files.phrases);
  }

  private List<DataFile.Row> supported(String file) {
    List<DataFile.Row> rows = DataFile.read(file).rows();
    for (DataFile.Row row : rows) {
      Grade grade = row.grade("grade");
      if (row.has("source_id")) {
        if (sources.find(row.text("source_id")).isEmpty()) {
          throw row.fault("source_id", row.text("source_id") + " is not a source");
        }
      } else if (grade != Grade.C || !row.has("note")) {
        throw row.fault("source_id", "without a source the grade is C and the note says why");
      }
    }
    return rows;
  }

  private void loadViews() {
    for (DataFile.Row row : supported("care/figure-views.csv")) {
      views.put(
          row.required("id"),
          new View(Camera.of(row.number("yaw"), row.number("pitch")), row.required("words")));
    }
  }

  private void loadMuscles() {
    for (DataFile.Row row : supported("care/figure-muscles.csv")) {
      List<Skeleton.Ball> balls = new ArrayList<>();
      for (String station : row.list("shape")) {
        String[] words = station.split("\\s+");
        if (Bone.of(Side.RIGHT, words[0]) == null || words.length != 5) {
          throw row.fault("shape", station + " is not a bone with four numbers");
        }
        balls.add(
            new Skeleton.Ball(
                words[0],
                decimal(row, "shape", words[1]),
                decimal(row, "shape", words[2]),
                decimal(row, "shape", words[3]),
                false,
                decimal(row, "shape", words[4])));
      }
      String id = row.required("id");
      muscles.put(id, new Figure.Muscle(id, row.required("name"), row.required("part"), balls));
    }
  }

  private Map<String, Figure> figures() {
    Map<String, String> names = new LinkedHashMap<>();
    DataFile.read(EXERCISES)
        .rows()
        .forEach(row -> names.put(row.required("id"), row.required("patient_name")));
    Map<String, Pose> starts = new HashMap<>();
    Map<String, Pose> ends = new HashMap<>();
    for (DataFile.Row row : DataFile.read(posesFile).rows()) {
      String id = row.required("exercise_id");
      if (!names.containsKey(id)) {
        throw row.fault("exercise_id", id + " is not an id of " + EXERCISES);
      }
      boolean start = row.either("moment", "start", "end");
      Pose before = starts.get(id);
      if (start != (before == null)) {
        throw row.fault("moment", "first one start, then one end");
      }
      Pose pose = PoseReader.read(row, before);
      check(row, pose);
      (start ? starts : ends).put(id, pose);
    }
    Map<String, Figure> figures = new LinkedHashMap<>();
    for (DataFile.Row row : supported(figuresFile)) {
      String id = row.required("exercise_id");
      Pose start = starts.get(id);
      Pose end = ends.get(id);
      String name = names.get(id);
      if (name == null) {
        throw row.fault("exercise_id", id + " is not an id of " + EXERCISES);
      }
      if (start == null || end == null) {
        throw row.fault("exercise_id", id + " has no start and end in " + posesFile);
      }
      View view = views.get(row.required("view"));
      if (view == null) {
        throw row.fault("view", row.text("view") + " is not among the views");
      }
      figures.put(
          id,
          new Figure(
              id,
              name,
              row.text("view"),
              view.camera(),
              order(row),
              row.list("props").stream().map(text -> prop(row, text)).toList(),
              row.list("muscles").stream().map(text -> shade(row, text)).toList(),
              row.list("arrows").stream().map(text -> arrow(row, text)).toList(),
              start,
              end,
              row.required("start_words"),
              row.required("end_words")));
    }
    for (String id : names.keySet()) {
      if (!figures.containsKey(id)) {
        faults.add(figuresFile + ": " + id + " of " + EXERCISES + " has no figure");
      }
    }
    return figures;
  }

  private static List<String> order(DataFile.Row row) {
    List<String> order =
        row.has("order") ? List.of(row.text("order").split("\\s+")) : List.<String>of();
    for (String part : order) {
      if (!PARTS.contains(part) && !Props.known(part)) {
        throw row.fault("order", part + " is none of " + String.join(", ", PARTS));
      }
    }
    return order;
  }

  private void check(DataFile.Row row, Pose pose) {
    String where = row.place("moment") + ": " + row.text("exercise_id") + ": ";
    Kinematics.Solution solution = kinematics.solve(pose);
    String impossible = ranges.fault(solution.angles());
    if (impossible != null) {
      faults.add(where + impossible);
    }
    if (solution.miss() > REACH) {
      faults.add(where + "a hold is out of reach by " + solution.miss());
    }
    double lowest = skeleton.lowest(solution.body(), bone -> true);
    if (lowest < -PRESS) {
      faults.add(where + "the body is below the floor by " + -lowest);
    }
  }

  private static Figure.Prop prop(DataFile.Row row, String text) {
    List<String> words = new ArrayList<>();
    List<Double> numbers = new ArrayList<>();
    String[] parts = text.split("\\s+");
    if (!Props.known(parts[0])) {
      throw row.fault("props", parts[0] + " is not known");
    }
    for (int i = 1; i < parts.length; i++) {
      if (Points.known(parts[i])) {
        words.add(parts[i]);
      } else {
        numbers.add(decimal(row, "props", parts[i]));
      }
    }
    Figure.Prop prop = new Figure.Prop(parts[0], words, numbers);
    String fault = Props.fault(prop);
    if (fault != null) {
      throw row.fault("props", fault);
    }
    return prop;
  }

  private Figure.Shade shade(DataFile.Row row, String text) {
    String[] parts = text.split("\\s+");
    Figure.Muscle muscle = muscles.get(parts[parts.length - 1]);
    if (muscle == null) {
      throw row.fault("muscles", text + " is not among the muscles");
    }
    Side side =
        switch (parts[0]) {
          case "right" -> Side.RIGHT;
          case "left" -> Side.LEFT;
          default -> null;
        };
    if (parts.length > 1 && side == null) {
      throw row.fault("muscles", parts[0] + " is neither right nor left");
    }
    return new Figure.Shade(muscle, side);
  }

  private static Figure.Arrow arrow(DataFile.Row row, String text) {
    String[] parts = text.split("\\s+");
    if (parts.length < 4 || !Points.known(parts[1])) {
      throw row.fault("arrows", text + " is not: kind, point of the body, two numbers");
    }
    Vec offset = new Vec(decimal(row, "arrows", parts[2]), decimal(row, "arrows", parts[3]), 0);
    if (parts.length < (parts[0].equals("push") ? 6 : parts[0].equals("circle") ? 5 : 4)) {
      throw row.fault("arrows", text + " has too few numbers");
    }
    Vec way =
        switch (parts[0]) {
          case "push" ->
              new Vec(decimal(row, "arrows", parts[4]), decimal(row, "arrows", parts[5]), 0);
          case "circle" -> new Vec(decimal(row, "arrows", parts[4]), 0, 0);
          case "path" -> Vec.ZERO;
          default -> throw row.fault("arrows", parts[0] + " is none of path, push, circle");
        };
    Figure.Arrow.Kind kind =
        switch (parts[0]) {
          case "push" -> Figure.Arrow.Kind.PUSH;
          case "circle" -> Figure.Arrow.Kind.CIRCLE;
          default -> Figure.Arrow.Kind.PATH;
        };
    return new Figure.Arrow(kind, parts[1], offset, way, parts[parts.length - 1].equals("both"));
  }

  private static double decimal(DataFile.Row row, String column, String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw row.fault(column, "\"" + text + "\" is neither a point of the body nor a number");
    }
  }
}

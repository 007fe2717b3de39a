package health.plumbline.care;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A plan for one person.
 *
 * @param lines all six categories in order, each with its lines, the first to do first
 * @param leftOut what was left out as unsafe for this person, and why
 */
public record Plan(Map<Category, List<PlanLine>> lines, List<LeftOut> leftOut) {

  /** Copies the collections and fills in categories without lines. */
  public Plan {
    EnumMap<Category, List<PlanLine>> all = new EnumMap<>(Category.class);
    for (Category category : Category.values()) {
      all.put(category, List.copyOf(lines.getOrDefault(category, List.of())));
    }
    lines = Collections.unmodifiableMap(all);
    leftOut = List.copyOf(leftOut);
  }

  /** Whether there are exercises to do, and with them a programme of weeks. */
  public boolean hasExercises() {
    return lines(Category.EXERCISE).stream().anyMatch(line -> line.exercise() != null);
  }

  /** The lines of a category. */
  public List<PlanLine> lines(Category category) {
    return lines.getOrDefault(category, List.of());
  }
}

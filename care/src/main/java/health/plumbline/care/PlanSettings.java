package health.plumbline.care;

import health.plumbline.knowledge.DataFile;
import java.util.HashMap;
import java.util.Map;

/** Numbers that shape a plan, from {@code care/plan-settings.csv}. */
final class PlanSettings {

  private static final String FILE = "care/plan-settings.csv";

  private final Map<String, Double> values;

  private PlanSettings(Map<String, Double> values) {
    this.values = values;
    for (String name :
        new String[] {
          "leading-bulk",
          "leading-most",
          "leading-least-probability",
          "contraindication-least-probability",
          "against-most",
          "later-most",
          "specific-conditions-most",
          "visits-most",
          "left-out-names-most",
          "exercises-least",
          "exercises-most",
          "exercises-of-one-purpose-most",
          "exercise-repeat-discount",
          "programme-minutes",
          "impairment-boost",
          "seconds-per-repetition",
          "seconds-between-sets"
        }) {
      number(name);
    }
    for (Category category : Category.values()) {
      linesMost(category);
    }
  }

  static PlanSettings load() {
    Map<String, Double> values = new HashMap<>();
    for (DataFile.Row row : DataFile.read(FILE).rows()) {
      row.putOnce("name", values, row.required("name"), row.number("value"));
    }
    return new PlanSettings(values);
  }

  double number(String name) {
    Double value = values.get(name);
    if (value == null) {
      throw new IllegalStateException(FILE + ": the setting " + name + " is missing");
    }
    return value;
  }

  int count(String name) {
    return (int) number(name);
  }

  int linesMost(Category category) {
    return count("lines-most-" + category.id());
  }
}

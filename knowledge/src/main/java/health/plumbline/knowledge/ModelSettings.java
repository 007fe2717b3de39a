package health.plumbline.knowledge;

import java.util.LinkedHashMap;
import java.util.Map;

/** Single numbers of the model, each a row of {@code model-settings.csv} with unit and reason. */
public final class ModelSettings {

  private final Map<String, Double> values;

  private ModelSettings(Map<String, Double> values) {
    this.values = Map.copyOf(values);
  }

  static ModelSettings load() {
    Map<String, Double> values = new LinkedHashMap<>();
    for (DataFile.Row row : DataFile.read("model-settings.csv").rows()) {
      row.required("reason");
      row.required("grade");
      values.put(row.required("id"), row.number("value"));
    }
    return new ModelSettings(values);
  }

  /**
   * The setting with this id.
   *
   * @throws IllegalArgumentException if the data file has no such row
   */
  public double get(String id) {
    Double value = values.get(id);
    if (value == null) {
      throw new IllegalArgumentException("model-settings.csv has no row " + id);
    }
    return value;
  }
}

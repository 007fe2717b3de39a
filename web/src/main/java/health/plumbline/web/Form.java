package health.plumbline.web;

import java.util.List;
import java.util.Map;

/** A form as it was sent. Fields that nobody asked for are never looked at. */
record Form(Map<String, List<String>> fields) {

  /** The first value of a field, empty if it was not sent. */
  String value(String name) {
    List<String> values = fields.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.getFirst();
  }

  List<String> values(String name) {
    return fields.getOrDefault(name, List.of());
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }
}

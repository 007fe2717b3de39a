package health.plumbline.knowledge;

import health.plumbline.knowledge.Finding.Role;
import health.plumbline.knowledge.Finding.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code findings.csv} and checks that aliases and members resolve. */
final class VocabularyLoader {

  private static final String FILE = "findings.csv";
  private static final String NUMBER = "number:";

  private VocabularyLoader() {}

  static Vocabulary load() {
    Map<String, Finding> findings = new LinkedHashMap<>();
    Map<String, String> aliases = new LinkedHashMap<>();
    DataFile file = DataFile.read(FILE);
    for (DataFile.Row row : file.rows()) {
      String id = row.required("id");
      if (row.required("role").equals("alias")) {
        aliases.put(id, row.required("alias_of"));
        continue;
      }
      row.putOnce("id", findings, id, finding(row, id));
    }
    for (DataFile.Row row : file.rows()) {
      if (row.has("alias_of") && !findings.containsKey(row.text("alias_of"))) {
        throw row.fault("alias_of", row.text("alias_of") + " is not a finding");
      }
      for (String member : row.list("members")) {
        if (!findings.containsKey(member)) {
          throw row.fault("members", member + " is not a finding");
        }
      }
    }
    return new Vocabulary(findings, aliases);
  }

  private static Finding finding(DataFile.Row row, String id) {
    return new Finding(
        id,
        row.oneOf("role", Role.values()),
        row.required("name"),
        values(row),
        row.text("question"),
        row.text("procedure"),
        row.text("positive_means"),
        row.text("group"),
        row.list("members"));
  }

  private static Values values(DataFile.Row row) {
    String values = row.required("values");
    if (values.equals("yes|no")) {
      return new Values.YesNo();
    }
    if (values.startsWith(NUMBER)) {
      return new Values.Numeric(
          values.substring(NUMBER.length()), row.number("least"), row.number("most"));
    }
    List<String> ids = List.of(values.split("\\|"));
    if (ids.size() < 2) {
      throw row.fault("values", "\"" + values + "\" is no list of values");
    }
    return new Values.Categories(ids);
  }
}

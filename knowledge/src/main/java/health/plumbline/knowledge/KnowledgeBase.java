package health.plumbline.knowledge;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All that Plumbline knows, immutable once loaded. Every clinical number and sentence of advice is
 * a row of a data file beside this class.
 */
public final class KnowledgeBase {

  private final Map<String, Condition> conditions;
  private final Vocabulary vocabulary;

  private KnowledgeBase(Map<String, Condition> conditions, Vocabulary vocabulary) {
    this.conditions = Collections.unmodifiableMap(conditions);
    this.vocabulary = vocabulary;
  }

  /**
   * Reads the data files.
   *
   * @throws IllegalStateException naming file, line and column if one is malformed
   */
  public static KnowledgeBase load() {
    return new KnowledgeBase(loadConditions(), VocabularyLoader.load());
  }

  /** The conditions in the order of the data file. */
  public Collection<Condition> conditions() {
    return conditions.values();
  }

  /** The condition with this id, empty if there is none. */
  public Optional<Condition> condition(String id) {
    return Optional.ofNullable(conditions.get(id));
  }

  /** The findings. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** The sources, read at the first call: most runs cite few of them and need none to reckon. */
  public Sources sources() {
    return LazySources.INSTANCE;
  }

  private static final class LazySources {
    static final Sources INSTANCE = Sources.load();
  }

  private static Map<String, Condition> loadConditions() {
    Map<String, Condition> conditions = new LinkedHashMap<>();
    for (DataFile.Row row : DataFile.read("conditions.csv").rows()) {
      String id = row.required("id");
      Condition condition =
          new Condition(
              id,
              row.required("name"),
              row.required("lay_name"),
              row.required("group"),
              row.required("definition"),
              row.list("mechanisms"),
              row.text("icd10"),
              row.text("icd11"),
              row.text("snomed"),
              row.list("source_ids"));
      if (conditions.put(id, condition) != null) {
        throw row.fault("id", id + " occurs twice");
      }
    }
    return conditions;
  }
}

package health.plumbline.knowledge;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All sources. One paper may have been noted under several ids; each of them leads to the same
 * {@link Source}, so that a paper is never shown or counted twice.
 */
public final class Sources {

  private static final String FILE = "sources.csv";

  private final Map<String, Source> sources;
  private final Map<String, String> sameAs;

  private Sources(Map<String, Source> sources, Map<String, String> sameAs) {
    this.sources = Collections.unmodifiableMap(sources);
    this.sameAs = Map.copyOf(sameAs);
  }

  /**
   * Reads the data file.
   *
   * @throws IllegalStateException naming file, line and column if it is malformed
   */
  public static Sources load() {
    Map<String, Source> sources = new LinkedHashMap<>();
    Map<String, String> sameAs = new LinkedHashMap<>();
    DataFile file = DataFile.read(FILE);
    for (DataFile.Row row : file.rows()) {
      String id = row.required("id");
      boolean twice =
          row.has("same_as")
              ? sameAs.put(id, row.text("same_as")) != null
              : sources.put(id, source(row, id)) != null;
      if (twice) {
        throw row.fault("id", id + " occurs twice");
      }
    }
    for (DataFile.Row row : file.rows()) {
      if (row.has("same_as") && !sources.containsKey(row.text("same_as"))) {
        throw row.fault(
            "same_as", row.text("same_as") + " is not a source with an entry of its own");
      }
    }
    return new Sources(sources, sameAs);
  }

  /** All sources, each paper once, in the order of the data file. */
  public Collection<Source> all() {
    return sources.values();
  }

  /** The source with this id, empty if there is none. */
  public Optional<Source> find(String id) {
    return Optional.ofNullable(sources.get(sameAs.getOrDefault(id, id)));
  }

  /**
   * The source with this id.
   *
   * @throws IllegalStateException if there is none: data refer to sources, people do not
   */
  public Source require(String id) {
    return find(id)
        .orElseThrow(() -> new IllegalStateException(FILE + ": there is no source " + id));
  }

  private static Source source(DataFile.Row row, String id) {
    return new Source(
        id,
        row.text("authors"),
        row.text("year"),
        row.text("title"),
        row.text("journal"),
        row.text("volume_pages"),
        row.text("doi"),
        row.text("pmid"),
        row.text("url"),
        row.text("study_type"),
        row.text("n"),
        row.text("licence"),
        row.oneOf("reliability", Source.Reliability.values()),
        row.text("note"));
  }
}

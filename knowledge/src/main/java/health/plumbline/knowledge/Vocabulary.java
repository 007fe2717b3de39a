package health.plumbline.knowledge;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All findings, by canonical id or alias. */
public final class Vocabulary {

  private final Map<String, Finding> findings;
  private final Map<String, String> aliases;

  Vocabulary(Map<String, Finding> findings, Map<String, String> aliases) {
    this.findings = Collections.unmodifiableMap(new LinkedHashMap<>(findings));
    this.aliases = Map.copyOf(aliases);
  }

  /** All findings in the order of the data file; aliases are not among them. */
  public Collection<Finding> findings() {
    return findings.values();
  }

  /** Alias to canonical id. */
  Map<String, String> aliases() {
    return aliases;
  }

  /** The finding with this id or alias, empty if there is none. */
  public Optional<Finding> find(String idOrAlias) {
    return Optional.ofNullable(findings.get(aliases.getOrDefault(idOrAlias, idOrAlias)));
  }

  /**
   * The findings that a cell lists.
   *
   * @throws IllegalStateException naming the cell if one of them is unknown
   */
  List<String> known(DataFile.Row row, String column) {
    List<String> ids = row.list(column);
    for (String id : ids) {
      if (find(id).isEmpty()) {
        throw row.fault(column, id + " is not a finding");
      }
    }
    return ids;
  }

  /**
   * The finding with this id or alias.
   *
   * @throws InvalidInputException if there is none
   */
  public Finding require(String idOrAlias) {
    return find(idOrAlias)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "findings",
                    idOrAlias,
                    "a finding id of the vocabulary (plumbline evidence lists them)"));
  }
}

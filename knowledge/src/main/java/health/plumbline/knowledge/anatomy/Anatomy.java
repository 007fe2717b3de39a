package health.plumbline.knowledge.anatomy;

import health.plumbline.knowledge.KnowledgeBase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The anatomy, immutable once loaded; every step of every mechanism's path is a stated relation.
 */
public final class Anatomy {

  private final Map<String, Structure> structures;
  private final Relations relations;
  private final Map<String, Mechanism> mechanisms;
  private final Map<String, List<Mechanism>> byCondition = new HashMap<>();

  Anatomy(Map<String, Structure> structures, Relations relations, List<Mechanism> mechanisms) {
    this.structures = Collections.unmodifiableMap(structures);
    this.relations = relations;
    Map<String, Mechanism> byId = new LinkedHashMap<>();
    for (Mechanism mechanism : mechanisms) {
      byId.put(mechanism.id(), mechanism);
      for (String conditionId : mechanism.conditionIds()) {
        byCondition.computeIfAbsent(conditionId, id -> new ArrayList<>()).add(mechanism);
      }
    }
    this.mechanisms = Collections.unmodifiableMap(byId);
  }

  /**
   * Reads the data files and checks that the regions are those of the vocabulary, that every
   * condition named exists, and that every path is a chain of stated relations.
   *
   * @throws IllegalStateException naming file, line, column and step of the first fault
   */
  public static Anatomy load(KnowledgeBase knowledge) {
    return new AnatomyLoader(knowledge).load();
  }

  /** All structures: regions, nerves, muscles, joints, ligaments, organs, each in file order. */
  public Collection<Structure> structures() {
    return structures.values();
  }

  /** The structure or region with this id, empty if there is none. */
  public Optional<Structure> structure(String id) {
    return Optional.ofNullable(structures.get(id));
  }

  /** The region with this id (without the prefix {@code pain-}), empty if there is none. */
  public Optional<Structure.Region> region(String id) {
    return structures.get(id) instanceof Structure.Region region
        ? Optional.of(region)
        : Optional.empty();
  }

  /** The regions of the body chart in file order. */
  public List<Structure.Region> regions() {
    return structures.values().stream()
        .filter(Structure.Region.class::isInstance)
        .map(Structure.Region.class::cast)
        .toList();
  }

  /** How two structures are connected directly, empty if the data state no connection. */
  public Optional<Relation> relation(String oneId, String otherId) {
    return relations.between(oneId, otherId);
  }

  /** All mechanisms in file order. */
  public Collection<Mechanism> mechanisms() {
    return mechanisms.values();
  }

  /** The mechanism with this id, empty if there is none. */
  public Optional<Mechanism> mechanism(String id) {
    return Optional.ofNullable(mechanisms.get(id));
  }

  /** The mechanisms that play a part in a condition, in file order; empty if there is none. */
  public List<Mechanism> mechanismsOf(String conditionId) {
    return Collections.unmodifiableList(byCondition.getOrDefault(conditionId, List.of()));
  }
}

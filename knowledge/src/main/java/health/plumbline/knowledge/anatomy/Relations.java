package health.plumbline.knowledge.anatomy;

import health.plumbline.knowledge.DataFile;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stated connections; of two statements about the same pair the first one counts. */
final class Relations {

  private record Pair(String one, String other) {
    static Pair of(String a, String b) {
      return a.compareTo(b) <= 0 ? new Pair(a, b) : new Pair(b, a);
    }
  }

  private final Map<Pair, Relation> relations = new HashMap<>();

  void add(String fromId, String toId, String how, DataFile.Row row, String column) {
    relations.putIfAbsent(
        Pair.of(fromId, toId), new Relation(fromId, toId, how, row.place(column)));
  }

  Optional<Relation> between(String oneId, String otherId) {
    @Nullable Relation relation = relations.get(Pair.of(oneId, otherId));
    return Optional.ofNullable(relation);
  }
}

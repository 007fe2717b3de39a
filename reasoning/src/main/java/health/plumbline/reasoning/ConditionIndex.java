package health.plumbline.reasoning;

import health.plumbline.knowledge.Condition;
import health.plumbline.knowledge.KnowledgeBase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The number of each condition in the arrays of the inference core. */
final class ConditionIndex {

  private final List<String> ids;
  private final Map<String, Integer> numbers = new HashMap<>();

  ConditionIndex(KnowledgeBase knowledge) {
    ids = knowledge.conditions().stream().map(Condition::id).toList();
    for (int d = 0; d < ids.size(); d++) {
      numbers.put(ids.get(d), d);
    }
  }

  int size() {
    return ids.size();
  }

  String id(int number) {
    return ids.get(number);
  }

  int of(String id) {
    Integer number = numbers.get(id);
    if (number == null) {
      throw new IllegalArgumentException(id + " is not a condition");
    }
    return number;
  }
}

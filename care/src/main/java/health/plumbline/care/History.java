package health.plumbline.care;

import health.plumbline.knowledge.InvalidInputException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person has answered about medicines and illnesses that bear on treatments only, and which
 * medicines they take.
 *
 * @param answers by id of the question, whether the answer is yes; a question that is not in it is
 *     unanswered
 * @param medicines the medicines that the person takes, in their own words, or null if they have
 *     not been asked; an empty list says that they take none
 */
public record History(Map<String, Boolean> answers, @Nullable List<String> medicines) {

  /** Nothing has been asked. */
  public static final History UNKNOWN = new History(Map.of(), null);

  /** Copies the collections. */
  public History {
    answers = Map.copyOf(answers);
    medicines = medicines == null ? null : List.copyOf(medicines);
    if (medicines != null && medicines.stream().anyMatch(String::isBlank)) {
      throw InvalidInputException.of("medicines", "a name of a medicine is empty");
    }
  }

  /** The same with one more answer. */
  public History withAnswer(String questionId, boolean yes) {
    Map<String, Boolean> more = new LinkedHashMap<>(answers);
    more.put(questionId, yes);
    return new History(more, medicines);
  }

  /** The same with the medicines that the person takes. */
  public History withMedicines(List<String> names) {
    return new History(answers, names);
  }

  Optional<Boolean> answer(String questionId) {
    return Optional.ofNullable(answers.get(questionId));
  }
}

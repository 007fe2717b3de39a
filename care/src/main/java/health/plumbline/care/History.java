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
public record History(
    Map<String, Boolean> answers, @Nullable List<String> medicines, List<String> mentioned) {

  /** Nothing has been asked. */
  public static final History UNKNOWN = new History(Map.of(), null, List.of());

  /** Copies the collections. */
  public History {
    answers = Map.copyOf(answers);
    medicines = medicines == null ? null : List.copyOf(medicines);
    mentioned = List.copyOf(mentioned);
    if (medicines != null && medicines.stream().anyMatch(String::isBlank)) {
      throw InvalidInputException.of("medicines", "a name of a medicine is empty");
    }
  }

  /** Answers and medicines, with nothing mentioned besides. */
  public History(Map<String, Boolean> answers, @Nullable List<String> medicines) {
    this(answers, medicines, List.of());
  }

  /** The same with medicines that were mentioned. */
  public History withMentioned(List<String> names) {
    return new History(answers, medicines, names);
  }

  /** The same with one more answer. */
  public History withAnswer(String questionId, boolean yes) {
    Map<String, Boolean> more = new LinkedHashMap<>(answers);
    more.put(questionId, yes);
    return new History(more, medicines, mentioned);
  }

  /** The same with the medicines that the person takes. */
  public History withMedicines(List<String> names) {
    return new History(answers, names, mentioned);
  }

  Optional<Boolean> answer(String questionId) {
    return Optional.ofNullable(answers.get(questionId));
  }
}

package health.plumbline.care;

import java.util.List;
import java.util.Optional;

/**
 * Everything that is handed over to one person.
 *
 * @param plan the lines of the five categories and the safety net
 * @param medicines what may be taken, how much, and what must not be taken; empty while an
 *     emergency stands
 * @param programme the exercises over the weeks; empty while no exercise is in place
 * @param trace what became of every row that was considered; empty if not asked for
 */
public record CarePlan(
    Plan plan,
    List<MedicineLine> medicines,
    Optional<Programme> programme,
    List<TraceEntry> trace) {

  /** Copies the lists. */
  public CarePlan {
    medicines = List.copyOf(medicines);
    trace = List.copyOf(trace);
  }

  /** The questions on history that are open before a medicine can be advised, each once. */
  public List<MedicineQuestion> openQuestions() {
    return medicines.stream().flatMap(line -> line.questions().stream()).distinct().toList();
  }
}

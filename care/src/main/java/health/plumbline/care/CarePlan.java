package health.plumbline.care;

import health.plumbline.care.ergonomics.LiftResult;
import health.plumbline.care.ergonomics.WorkplaceLine;
import health.plumbline.care.outcome.Change;
import health.plumbline.care.outcome.Instrument;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is handed over to one person.
 *
 * @param plan the lines of the five categories and the safety net
 * @param medicines what may be taken, how much, and what must not be taken; empty while an
 *     emergency stands
 * @param programme the exercises over the weeks; empty while no exercise is in place
 * @param consultation what to bring to a visit, what to say and expect, and whether to have a scan
 * @param courses how the leading conditions usually go
 * @param reviews when to look back
 * @param workplace advice on seat, desk, screen, car and bed; empty while the person is to be seen
 *     today
 * @param lift what the lifting equation says, or null if no lift was described
 * @param changes what the scores say
 * @param instruments what to measure now and at the reviews
 * @param trace what became of every row that was considered; empty if not asked for
 */
public record CarePlan(
    Plan plan,
    List<MedicineLine> medicines,
    Optional<Programme> programme,
    Consultation consultation,
    List<Course> courses,
    List<Review> reviews,
    List<WorkplaceLine> workplace,
    @Nullable LiftResult lift,
    List<Change> changes,
    List<Instrument> instruments,
    List<TraceEntry> trace) {

  /** Copies the lists. */
  public CarePlan {
    medicines = List.copyOf(medicines);
    courses = List.copyOf(courses);
    reviews = List.copyOf(reviews);
    workplace = List.copyOf(workplace);
    changes = List.copyOf(changes);
    instruments = List.copyOf(instruments);
    trace = List.copyOf(trace);
  }

  /** The questions on history that are open before a medicine can be advised, each once. */
  public List<MedicineQuestion> openQuestions() {
    return medicines.stream().flatMap(line -> line.questions().stream()).distinct().toList();
  }
}

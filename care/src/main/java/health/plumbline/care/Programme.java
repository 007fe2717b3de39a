package health.plumbline.care;

import health.plumbline.knowledge.Grade;
import java.util.List;

/**
 * A programme of exercises over weeks.
 *
 * @param phases phases in order of time
 * @param lights how pain steers it: green, amber, red
 * @param reasons why these exercises come first for this person
 * @param needs what is needed, in plain words; empty if nothing
 * @param timeNote what to do if the time does not suffice; empty if it does
 * @param minutes minutes that one session of the first phase takes, endurance not counted
 */
public record Programme(
    List<Phase> phases,
    List<PainLight> lights,
    List<String> reasons,
    String needs,
    String timeNote,
    int minutes) {

  /** Copies the lists. */
  public Programme {
    phases = List.copyOf(phases);
    lights = List.copyOf(lights);
    reasons = List.copyOf(reasons);
  }

  /** The last week. */
  public int weeks() {
    return phases.isEmpty() ? 0 : phases.getLast().weekTo();
  }

  /**
   * A phase.
   *
   * @param id id of the row
   * @param weekFrom first week, from 1
   * @param weekTo last week, inclusive
   * @param text what it is for, for the person
   * @param items exercises, in order
   * @param grade grade of the phase
   * @param sourceId source of the phase
   */
  public record Phase(
      String id,
      int weekFrom,
      int weekTo,
      String text,
      List<Item> items,
      Grade grade,
      String sourceId) {

    /** Copies the list. */
    public Phase {
      items = List.copyOf(items);
    }
  }

  /**
   * An exercise in a phase.
   *
   * @param exercise name, steps, stop rules, easier and harder form
   * @param clinicalText the same for the clinician
   * @param purpose mobility, stretch, strength, motor-control, neural-mobility or aerobic
   * @param dose how much in this phase, for the person
   * @param change what is new in this phase, for the person; may be empty
   * @param daysAWeek days a week
   * @param sessionsADay how often on such a day
   * @param minutes minutes that one session of it takes
   * @param conditionIds the conditions that it is for, most probable first
   * @param cautions what must be true or asked before, for the person
   * @param grade grade
   * @param sourceId source
   */
  public record Item(
      ExerciseDetail exercise,
      String clinicalText,
      String purpose,
      String dose,
      String change,
      int daysAWeek,
      int sessionsADay,
      double minutes,
      List<String> conditionIds,
      List<String> cautions,
      Grade grade,
      String sourceId) {

    /** Copies the lists. */
    public Item {
      conditionIds = List.copyOf(conditionIds);
      cautions = List.copyOf(cautions);
    }
  }
}

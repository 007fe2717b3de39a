package health.plumbline.cli;

import health.plumbline.contract.Engine;
import health.plumbline.knowledge.InvalidInputException;
import health.plumbline.reasoning.RedFlagSimulation;
import java.io.PrintStream;

/** Prints what triage does to simulated ordinary adults. */
final class OrdinaryPeople {

  private static final int MOST = 10_000_000;
  private static final long SEED = 1;

  /** A rule that fires in more people than this is listed. */
  private static final double LISTED = 0.005;

  private OrdinaryPeople() {}

  static void print(
      Engine engine, int people, RedFlagSimulation.Questions questions, PrintStream out) {
    if (people < 1 || people > MOST) {
      throw new InvalidInputException(
          "--simulate-ordinary", Integer.toString(people), "a whole number from 1 to " + MOST);
    }
    // The interview chooses each question anew, which takes some tenths of a second a person.
    RedFlagSimulation.Variant[] variants =
        questions == RedFlagSimulation.Questions.INTERVIEW
            ? new RedFlagSimulation.Variant[] {RedFlagSimulation.Variant.INDEPENDENT}
            : RedFlagSimulation.Variant.values();
    for (RedFlagSimulation.Variant variant : variants) {
      out.println(
          RedFlagSimulation.run(engine.knowledge(), people, variant, questions, SEED).text(LISTED));
      out.flush();
    }
  }
}

package health.plumbline.cli;

import java.io.PrintStream;

/** Prints what triage does to simulated ordinary adults. */
final class OrdinaryPeople {

  private OrdinaryPeople() {}

  static void print(Engine engine, int people, PrintStream out) {
    throw new UnsupportedOperationException("pending " + engine + people + out);
  }
}

package health.plumbline.cli;

import picocli.CommandLine.Option;

/** What an interview hears where a case that answers it states nothing. */
final class UnstatedOption {

  /** What is heard where a case states nothing. */
  enum Unstated {
    unknown,
    no
  }

  @Option(
      names = "--unstated",
      description =
          "what an interview hears where the case states nothing: ${COMPLETION-CANDIDATES}"
              + " (default: unknown)")
  private Unstated unstated = Unstated.unknown;

  boolean isNo() {
    return unstated == Unstated.no;
  }
}

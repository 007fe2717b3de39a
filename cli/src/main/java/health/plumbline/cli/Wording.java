package health.plumbline.cli;

/** Words of the command that more than one form of output uses. */
final class Wording {

  /** Why a confirming question is asked. */
  static final String CONFIRMS = "The answer may change how soon you need care.";

  private Wording() {}
}

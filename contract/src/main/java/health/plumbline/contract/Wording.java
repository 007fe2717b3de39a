package health.plumbline.contract;

/** Words that more than one form of output uses. */
public final class Wording {

  /** Why a confirming question is asked. */
  public static final String CONFIRMS = "The answer may change how soon you need care.";

  private Wording() {}
}

package health.plumbline.care;

/** The five categories of a plan and the safety net, in the order in which a plan shows them. */
public enum Category {
  PROFESSIONAL("professional"),
  EXERCISE("exercise"),
  MANUAL_THERAPY("manual-therapy"),
  POSTURE_ERGONOMICS("posture-ergonomics"),
  PAIN_RELIEF("pain-relief"),
  /** What to watch for, what to do then, where and how fast. */
  SAFETY_NET("safety-net");

  private final String id;

  Category(String id) {
    this.id = id;
  }

  /** The spelling in data and JSON. */
  public String id() {
    return id;
  }
}

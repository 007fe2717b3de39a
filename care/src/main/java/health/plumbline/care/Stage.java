package health.plumbline.care;

/** When in the course of care a recommendation has its place. */
enum Stage {
  /** While the condition is suspected and nobody has examined the person. */
  NOW("now"),
  /** In the ordinary plan. */
  CARE("care"),
  /** When the first steps have not helped. */
  LATER("later"),
  /** Once a specialist has confirmed the condition; never part of a person's first plan. */
  CONFIRMED("confirmed");

  private final String id;

  Stage(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }
}

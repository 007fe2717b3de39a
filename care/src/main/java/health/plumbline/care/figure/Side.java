package health.plumbline.care.figure;

/** A side of the body. */
enum Side {
  RIGHT("right", 1),
  LEFT("left", -1);

  private final String id;
  private final int sign;

  Side(String id, int sign) {
    this.id = id;
    this.sign = sign;
  }

  String id() {
    return id;
  }

  /** Outward in terms of rightward. */
  int sign() {
    return sign;
  }
}

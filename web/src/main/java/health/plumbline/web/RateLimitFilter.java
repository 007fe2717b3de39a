package health.plumbline.web;

/** To come. */
final class RateLimitFilter {
  static final int USUAL = 50;

  private RateLimitFilter() {}
}

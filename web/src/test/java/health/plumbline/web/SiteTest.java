package health.plumbline.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SiteTest {

  /** Each browser test on a machine without Chromium says in one line what to install. */
  @Test
  void whatIsMissingIsSaidInOneLine() {
    assertThat(Site.chromium("/no/such/program").map(Object::toString))
        .isNotEqualTo(java.util.Optional.of("/no/such/program"));
    for (int test = 0; test < 2; test++) {
      assertThat(Site.withoutChromium())
          .hasMessageContaining("apt-get install chromium")
          .hasMessageNotContaining("\n")
          .satisfies(it -> assertThat(it.getStackTrace()).isEmpty());
    }
  }
}

package health.plumbline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class RateLimitFilterTest {

  private static final long SECOND = 1_000_000_000L;

  private final AtomicLong now = new AtomicLong();
  private final Words words = Words.british();
  private final RateLimitFilter filter =
      new RateLimitFilter(10, now::get, new Replies(words, new Pages(words)));

  @Test
  void letsABurstPassThenTheRate() {
    for (int i = 0; i < 40; i++) {
      assertThat(filter.mayPass("a")).as("request %d of the burst", i).isTrue();
    }
    assertThat(filter.mayPass("a")).isFalse();
    assertThat(filter.mayPass("b")).as("another address").isTrue();
    now.addAndGet(SECOND / 10);
    assertThat(filter.mayPass("a")).isTrue();
    assertThat(filter.mayPass("a")).isFalse();
    now.addAndGet(100 * SECOND);
    int passed = 0;
    while (filter.mayPass("a")) {
      passed++;
    }
    assertThat(passed).as("no more than a burst, however long the wait").isEqualTo(40);
  }
}

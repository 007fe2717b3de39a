package health.plumbline.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Slows down whoever sends more than a person would.
 *
 * <p>A token bucket for each address: it holds a burst of several seconds' worth and fills at the
 * allowed rate. Addresses are held in memory alone, the longest unseen go first, and a full bucket
 * is as good as none. A practice behind one address gets along: the usual rate is that of a hundred
 * people answering at once.
 */
final class RateLimitFilter extends HttpFilter {

  /** Requests a second of one address, if nobody says otherwise. */
  static final int USUAL = 50;

  private static final long serialVersionUID = 1L;
  private static final int SECONDS_OF_BURST = 4;
  private static final int ADDRESSES = 10_000;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final double NANOS = 1e9;

  private record Bucket(double tokens, long at) {}

  private final int aSecond;
  private final transient LongSupplier nanoTime;
  private final transient Replies replies;

  private final transient Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > ADDRESSES;
        }
      };

  /**
   * @param aSecond requests a second that one address may send in the long run, 0 for no limit
   * @param nanoTime a clock in nanoseconds
   */
  RateLimitFilter(int aSecond, LongSupplier nanoTime, Replies replies) {
    this.aSecond = aSecond;
    this.nanoTime = nanoTime;
    this.replies = replies;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (aSecond == 0 || mayPass(request.getRemoteAddr())) {
      chain.doFilter(request, response);
      return;
    }
    response.setHeader("Retry-After", "1");
    replies.refuse(request, response, TOO_MANY_REQUESTS, "too-many");
  }

  boolean mayPass(String address) {
    long now = nanoTime.getAsLong();
    double most = (double) aSecond * SECONDS_OF_BURST;
    synchronized (buckets) {
      Bucket bucket = buckets.getOrDefault(address, new Bucket(most, now));
      double tokens = Math.min(most, bucket.tokens() + (now - bucket.at()) / NANOS * aSecond);
      boolean pass = tokens >= 1;
      buckets.put(address, new Bucket(pass ? tokens - 1 : tokens, now));
      return pass;
    }
  }
}

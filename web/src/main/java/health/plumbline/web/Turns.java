package health.plumbline.web;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets as many requests reckon at once as there are processors; the others wait their turn.
 *
 * <p>Reckoning is nothing but computing, so more at once would not be done sooner; but each needs
 * some megabytes while it lasts, so more at once would need memory without bound. First come, first
 * served: nobody waits for long because others came later.
 */
final class Turns {

  private final Semaphore processors =
      new Semaphore(Runtime.getRuntime().availableProcessors(), true);

  /** Waits for a turn and takes it. */
  <T> T take(Supplier<T> work) {
    processors.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      processors.release();
    }
  }
}

package health.plumbline.reasoning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are dear to make, kept for all kinds of people together within a bound of bytes.
 *
 * <p>Implementation note. Least recently used, with the age of a row in assessments and not in
 * accesses: an access is then a read and, once an assessment, a write of one field, without a lock
 * or a list to relink. Only when the bound is passed are all rows put in order, and enough of the
 * oldest let go that this is rare. Whoever still reckons with a row that is let go keeps it until
 * done.
 */
final class KeptRows {

  /** What is left after the oldest rows are let go, as a share of the bound. */
  private static final double LEFT = 0.85;

  private final long mostBytes;
  private final AtomicLong assessments = new AtomicLong();
  private final List<Slot<?>> filled = new ArrayList<>();
  private long bytes;

  /**
   * @param mostBytes the most that is kept, in bytes
   */
  KeptRows(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** A place for rows, empty at first and again after they were let go. */
  static final class Slot<T> {
    private volatile @Nullable T rows;
    private volatile long used;
    private long bytes;
  }

  private record Aged(Slot<?> slot, long used) {}

  /** Begins an assessment: what is not asked for from now on grows older. */
  void begin() {
    assessments.incrementAndGet();
  }

  /** What is kept, null if it is not. */
  <T> @Nullable T peek(Slot<T> slot) {
    return slot.rows;
  }

  /**
   * What is kept, or else made now, once: two people who need the same rows do not make them twice.
   *
   * @param bytes how much memory the rows take
   */
  <T> T get(Slot<T> slot, Supplier<T> make, ToLongFunction<T> bytes) {
    T found = slot.rows;
    if (found == null) {
      synchronized (slot) {
        found = slot.rows;
        if (found == null) {
          found = make.get();
          slot.used = assessments.get();
          slot.bytes = bytes.applyAsLong(found);
          slot.rows = found;
          add(slot);
        }
      }
    }
    long now = assessments.get();
    if (slot.used != now) {
      slot.used = now;
    }
    return found;
  }

  /** How much is kept now, in bytes. */
  synchronized long bytes() {
    return bytes;
  }

  private synchronized void add(Slot<?> slot) {
    filled.add(slot);
    bytes += slot.bytes;
    if (bytes > mostBytes) {
      letGo();
    }
  }

  private void letGo() {
    // Ages are read once: they change while others reckon, and an order must not.
    List<Aged> byAge = new ArrayList<>(filled.size());
    for (Slot<?> slot : filled) {
      byAge.add(new Aged(slot, slot.used));
    }
    byAge.sort(Comparator.comparingLong(Aged::used));
    filled.clear();
    for (Aged each : byAge) {
      if (bytes > LEFT * mostBytes) {
        bytes -= each.slot().bytes;
        each.slot().rows = null;
      } else {
        filled.add(each.slot());
      }
    }
  }
}

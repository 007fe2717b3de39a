package health.plumbline.contract;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * A value that another thread begins to make at once, so that it is there, or nearly there, when it
 * is first asked for.
 */
final class Ahead<T> implements Supplier<T> {

  private final FutureTask<T> task;

  private Ahead(FutureTask<T> task) {
    this.task = task;
  }

  /**
   * Begins to make a value.
   *
   * @param name of the thread
   */
  static <T> Supplier<T> of(String name, Supplier<T> maker) {
    FutureTask<T> task = new FutureTask<>(maker::get);
    // A daemon, so that a command that turns out not to need the value ends without it.
    Thread.ofPlatform().daemon().name(name).start(task);
    return new Ahead<>(task);
  }

  /** The value; what went wrong in making it is thrown here. */
  @Override
  public T get() {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          if (e.getCause() instanceof Error error) {
            throw error;
          }
          throw e.getCause() instanceof RuntimeException fault
              ? fault
              : new IllegalStateException(e);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}

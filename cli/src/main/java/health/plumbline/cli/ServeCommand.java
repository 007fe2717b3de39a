package health.plumbline.cli;

import health.plumbline.contract.Engine;
import health.plumbline.knowledge.InvalidInputException;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/**
 * Opens the self-check, the clinician's view and the interface for programs in a browser.
 *
 * <p>No type of the web stands in a field or a signature here, so that naming this command loads
 * none of it.
 */
@Command(
    name = "serve",
    description = "Serves the self-check in a browser, and the interface for programs.",
    addMethodSubcommands = false,
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

  private static final int HIGHEST_PORT = 65_535;

  @ParentCommand private @Nullable Plumbline parent;

  @Option(names = "--port", paramLabel = "N", description = "port (default: 8080; 0: any free one)")
  private int port = 8080;

  @Option(
      names = "--address",
      paramLabel = "A",
      description =
          "address to listen on (default: 127.0.0.1, this machine only; 0.0.0.0 for all). Beyond"
              + " this machine put a proxy with TLS in front")
  private String address = "127.0.0.1";

  @Option(
      names = "--requests-a-second",
      paramLabel = "N",
      description = "how many requests a second one address may send (default: 50; 0: no limit)")
  private int requestsASecond = 50;

  @Override
  public Integer call() throws InterruptedException {
    if (port < 0 || port > HIGHEST_PORT) {
      throw new InvalidInputException(
          "--port", Integer.toString(port), "a number from 0 to " + HIGHEST_PORT);
    }
    if (requestsASecond < 0) {
      throw new InvalidInputException(
          "--requests-a-second", Integer.toString(requestsASecond), "0 or more");
    }
    long begun = System.nanoTime();
    int served = Serving.start(Plumbline.engine(parent), port, address, requestsASecond);
    System.out.printf(
        Locale.ROOT,
        "Plumbline is ready at http://%s:%d after %.1f s. Ctrl+C stops it.%n",
        address.equals("0.0.0.0") || address.equals("127.0.0.1") ? "localhost" : address,
        served,
        (System.nanoTime() - begun) / 1e9);
    System.out.flush();
    new CountDownLatch(1).await();
    return 0;
  }

  /** Loaded only once the server is wanted. */
  private static final class Serving {
    static int start(Engine engine, int port, String address, int requestsASecond) {
      try {
        return health.plumbline.web.WebServer.start(
                engine, new health.plumbline.web.WebServer.Options(port, address, requestsASecond))
            .port();
      } catch (health.plumbline.web.WebServer.PortTakenException e) {
        throw new InvalidInputException("--port", Integer.toString(port), "a port that is free");
      }
    }
  }
}

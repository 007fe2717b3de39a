package health.plumbline.web;

import health.plumbline.contract.Engine;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The server.
 *
 * <p>It listens, by default to this machine alone, and keeps nothing: no session, no cookie, no log
 * of requests, no temporary file with anything that a person said.
 */
public final class WebServer implements AutoCloseable {

  private final ConfigurableApplicationContext context;

  private WebServer(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /**
   * How to serve.
   *
   * @param port TCP port, 0 for any free one
   * @param address address to listen on
   * @param requestsASecond how many requests a second one address may send in the long run, 0 for
   *     no limit
   */
  public record Options(int port, String address, int requestsASecond) {

    /** On this machine only, with the usual limit. */
    public static Options local(int port) {
      return new Options(port, "127.0.0.1", RateLimitFilter.USUAL);
    }
  }

  /**
   * Starts serving; returns once the first request can be answered.
   *
   * @param engine the parts of the program; they may still be loading
   * @throws PortTakenException if another program has the port
   */
  public static WebServer start(Engine engine, Options options) {
    SpringApplication application = new SpringApplication(WebApplication.class);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setWebApplicationType(WebApplicationType.SERVLET);
    application.addInitializers(
        context -> {
          GenericApplicationContext beans = (GenericApplicationContext) context;
          beans.registerBean(Engine.class, () -> engine);
          beans.registerBean(Options.class, () -> options);
        });
    Map<String, Object> settings = new HashMap<>();
    settings.put("server.port", options.port());
    settings.put("server.address", options.address());
    application.setDefaultProperties(settings);
    try {
      return new WebServer(application.run());
    } catch (RuntimeException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof java.net.BindException
            || cause.getClass().getSimpleName().equals("PortInUseException")) {
          throw new PortTakenException(options.port(), e);
        }
      }
      throw e;
    }
  }

  /** Another program listens on the port. */
  public static final class PortTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PortTakenException(int port, Throwable cause) {
      super("port " + port + " is taken by another program", cause);
    }
  }

  /** The port that it listens on. */
  public int port() {
    return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
  }

  /** Stops serving. */
  @Override
  public void close() {
    context.close();
  }
}

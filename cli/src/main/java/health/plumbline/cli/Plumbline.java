package health.plumbline.cli;

import health.plumbline.contract.Engine;
import health.plumbline.knowledge.InvalidInputException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code plumbline} command. */
@Command(
    name = "plumbline",
    description = {
      "Assesses back pain and hip pain, shows how the two are linked, and makes a plan.",
      "It is not a diagnosis and does not replace a clinician."
    },
    mixinStandardHelpOptions = true,
    addMethodSubcommands = false,
    version = "plumbline 0.1.0")
public final class Plumbline implements Runnable {

  /** Exit code for input that cannot be used. */
  static final int BAD_INPUT = 2;

  /** Exit code for a fault of the program or of the machine, which no other input would mend. */
  static final int FAULT = 1;

  /** Set in the environment, it adds the stack trace to the line about an internal error. */
  private static final String DEBUG = "PLUMBLINE_DEBUG";

  /**
   * A subcommand.
   *
   * @param assesses whether it assesses people; the others need the knowledge base at most
   */
  private record Subcommand(String name, Supplier<Object> maker, boolean assesses) {}

  private static final List<Subcommand> SUBCOMMANDS =
      List.of(
          new Subcommand("assess", AssessCommand::new, true),
          new Subcommand("plan", PlanCommand::new, true),
          new Subcommand("interview", InterviewCommand::new, true),
          new Subcommand("evaluate", EvaluateCommand::new, true),
          new Subcommand("evidence", EvidenceCommand::new, false),
          new Subcommand("serve", ServeCommand::new, true));

  private final @Nullable Engine engine;

  @Spec private @Nullable CommandSpec spec;

  /** The command without an engine, as for help. */
  public Plumbline() {
    this(null);
  }

  private Plumbline(@Nullable Engine engine) {
    this.engine = engine;
  }

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    int exit = run(out, err, args);
    out.flush();
    System.exit(exit);
  }

  /**
   * Runs the command. While it runs, standard output and standard error of the process are {@code
   * out} and {@code err}. Whatever goes wrong is one line on {@code err}.
   *
   * @return 0, {@value #BAD_INPUT} for input that cannot be used, {@value #FAULT} for a fault of
   *     the program
   */
  static int run(PrintStream out, PrintStream err, String... args) {
    PrintStream outBefore = System.out;
    PrintStream errBefore = System.err;
    System.setOut(out);
    System.setErr(err);
    try {
      return execute(out, err, args);
    } catch (Throwable fault) {
      return internalError(err, fault);
    } finally {
      System.setOut(outBefore);
      System.setErr(errBefore);
    }
  }

  private static int execute(PrintStream out, PrintStream err, String... args) {
    List<Subcommand> named =
        SUBCOMMANDS.stream().filter(it -> args.length > 0 && args[0].equals(it.name())).toList();
    // Loading begins before the arguments are read, for time's sake; and for the same reason only
    // the subcommand that is asked for is made known, where that is clear.
    Engine engine = named.stream().anyMatch(Subcommand::assesses) ? new Engine() : null;
    CommandLine command = new CommandLine(new Plumbline(engine));
    for (Subcommand it : named.isEmpty() ? SUBCOMMANDS : named) {
      command.addSubcommand(it.name(), it.maker().get());
    }
    command.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    command.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
    command.setExecutionExceptionHandler(
        (exception, commandLine, parsed) -> {
          if (exception instanceof InvalidInputException invalid) {
            commandLine.getErr().println(invalid.getMessage());
            return BAD_INPUT;
          }
          return internalError(err, exception);
        });
    command.setParameterExceptionHandler(
        (exception, arguments) -> {
          command
              .getErr()
              .println(
                  oneLine(exception) + " (try: plumbline " + subcommand(exception) + "--help)");
          return BAD_INPUT;
        });
    return command.execute(args);
  }

  /** The engine of a subcommand's parent. */
  static Engine engine(@Nullable Plumbline parent) {
    return parent == null || parent.engine == null ? new Engine() : parent.engine;
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(
          spec.commandLine(),
          "plumbline: needs a command; allowed: " + String.join(", ", spec.subcommands().keySet()));
    }
  }

  private static int internalError(PrintStream err, Throwable fault) {
    err.println(faultLine(fault));
    if (System.getenv(DEBUG) != null) {
      fault.printStackTrace(err);
    }
    return FAULT;
  }

  /** What is said of a fault of the program, in one line. */
  static String faultLine(Throwable fault) {
    return "internal error: "
        + fault.getClass().getSimpleName()
        + (fault.getMessage() == null ? "" : ": " + oneLine(fault))
        + ". Please report this line and what led to it.";
  }

  private static String oneLine(Throwable exception) {
    String message = exception.getMessage();
    return message == null ? "bad arguments" : message.replaceAll("\\s*\\R\\s*", " ");
  }

  private static String subcommand(ParameterException exception) {
    String name = exception.getCommandLine().getCommandName();
    return name.equals("plumbline") ? "" : name + " ";
  }
}

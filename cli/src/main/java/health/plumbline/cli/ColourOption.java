package health.plumbline.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether to colour what is printed: an option of every command that prints for a person. */
final class ColourOption {

  @Option(names = "--colour", negatable = true, description = "colour (default: on a terminal)")
  private @Nullable Boolean colour;

  Terminal terminal() {
    return Terminal.of(colour);
  }
}

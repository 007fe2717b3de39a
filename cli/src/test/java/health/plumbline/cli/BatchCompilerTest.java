package health.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the launcher tells the JVM about compiling a batch. */
final class BatchCompilerTest {

  private static final Path DIRECTIVES = Path.of("src/main/jvm/batch-compiler.json");

  /** A class that was renamed would silently be left to the slow compiler. */
  @Test
  void everyClassExists() throws IOException {
    List<String> classes =
        Pattern.compile("\"(health/[^\"*.]+)\\*?\\.\\*\"")
            .matcher(Files.readString(DIRECTIVES))
            .results()
            .map((MatchResult match) -> match.group(1))
            .toList();
    assertThat(classes)
        .hasSizeGreaterThan(10)
        .allSatisfy(
            name ->
                assertThat(ClassLoader.getSystemResource(name + ".class")).as(name).isNotNull());
  }

  /** The JVM would not start with directives that it cannot read. */
  @Test
  void theJvmReadsThem() throws IOException, InterruptedException {
    Process java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:CompilerDirectivesFile=" + DIRECTIVES,
                "-version")
            .redirectErrorStream(true)
            .start();
    String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(java.waitFor()).as(said).isZero();
  }
}

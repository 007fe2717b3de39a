package health.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher gives no command but {@code serve} the server's libraries ({@code web.groups} in the
 * pom). Whatever else needs one of them must fail here and not on somebody's machine.
 */
final class ClassPathWithoutServerTest {

  private static final Pattern GROUPS = Pattern.compile("<web\\.groups>([^<]+)</web\\.groups>");

  @Test
  void aPlanIsPrintedAsPdfAndCalendarWithoutThem(@TempDir Path folder) throws Exception {
    for (String format : List.of("pdf", "ics", "html")) {
      Path file = folder.resolve("plan." + format);
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  classPath(),
                  Plumbline.class.getName(),
                  "plan",
                  "deep ache in my left groin for a year, cannot put my socks on",
                  "--format",
                  format,
                  "--output",
                  file.toString())
              .redirectErrorStream(true)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as(said).isZero();
      assertThat(Files.size(file)).isGreaterThan(1000);
    }
  }

  private static String classPath() throws Exception {
    Matcher matcher = GROUPS.matcher(Files.readString(Path.of("pom.xml")));
    assertThat(matcher.find()).isTrue();
    List<String> folders =
        Arrays.stream(matcher.group(1).split(",", -1))
            .map(group -> "/" + group.replace('.', '/') + "/")
            .toList();
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(
            entry -> {
              String path = entry.replace('\\', '/');
              return !path.endsWith("/web/target/classes")
                  && !path.contains("plumbline-web")
                  && folders.stream().noneMatch(path::contains);
            })
        .collect(Collectors.joining(File.pathSeparator));
  }
}

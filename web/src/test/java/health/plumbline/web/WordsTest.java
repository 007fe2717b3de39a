package health.plumbline.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class WordsTest {

  private final Words words = Words.british();

  @Test
  void fillsPlacesOnceAndLeavesBracesInValuesAlone() {
    assertThat(words.text("understood.remove.label", "what", "{what} and {quote}"))
        .isEqualTo("Take out: {what} and {quote}");
    assertThatThrownBy(() -> words.text("understood.remove.label"))
        .hasMessageContaining("{what}")
        .hasMessageContaining("understood.remove.label");
    assertThatThrownBy(() -> words.text("no.such")).hasMessageContaining("no.such");
  }

  @Test
  void neverGivesAVerdict() {
    for (String key : words.keys()) {
      assertThat(words.template(key)).as(key).doesNotContainIgnoringCase("you have arthritis");
      assertThat(words.template(key).toLowerCase(java.util.Locale.UK))
          .as(key)
          .doesNotContain("you suffer")
          .doesNotContain("diagnosed")
          .doesNotContain("ruled out");
    }
  }

  /** Every key that a template names is there, so that no page can stop on it. */
  @Test
  void everyKeyOfATemplateIsThere() throws IOException {
    Pattern use = Pattern.compile("text\\(\"([a-z0-9.-]+)\"");
    Set<String> missing = new TreeSet<>();
    int uses = 0;
    try (Stream<Path> files = Files.walk(Path.of("src", "main"))) {
      for (Path file :
          files
              .filter(it -> it.toString().endsWith(".jte") || it.toString().endsWith(".java"))
              .toList()) {
        Matcher matcher = use.matcher(Files.readString(file));
        while (matcher.find()) {
          uses++;
          String key = matcher.group(1);
          if (!key.endsWith(".") && !words.has(key)) {
            missing.add(file.getFileName() + ": " + key);
          }
        }
      }
    }
    assertThat(uses).isGreaterThan(150);
    assertThat(missing).isEmpty();
  }
}

package health.plumbline.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What a person is told to do stands in the data files, where a clinician can read and change it.
 *
 * <p>A rule of thumb over the sources of the core: no string with a space in it may hold a word
 * that belongs to advice. Strings without a space are ids.
 */
final class NoAdviceInJavaTest {

  private static final List<String> MODULES =
      List.of("knowledge", "reasoning", "narrative", "care");

  /** A string literal or a text block. */
  private static final Pattern LITERAL =
      Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);

  /** Comments may speak of patients. */
  private static final Pattern COMMENT = Pattern.compile("^\\s*(//|/?\\*).*$", Pattern.MULTILINE);

  private static final Pattern ADVICE =
      Pattern.compile(
          "\\b(A&E|999|911|112|111|ambulance|hospital|GP|doctor"
              + "|physiotherapist|osteopath|pharmacist|your|you should|you can|do not take"
              + "|see a|see your|go to|call|ring|stop taking|avoid|paracetamol|ibuprofen|naproxen"
              + "|gabapentin|pregabalin|opioids?|codeine|tablets?|painkillers?|mg|times a day"
              + "|repetitions|stretch(es|ing)?|exercises?)\\b",
          Pattern.CASE_INSENSITIVE);

  @Test
  void coreHoldsNoSentenceOfAdvice() throws IOException {
    List<String> found = new ArrayList<>();
    int sources = 0;
    for (String module : MODULES) {
      Path folder = Path.of("..", module, "src", "main", "java");
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
          sources++;
          advice(Files.readString(file))
              .forEach(text -> found.add(file.getFileName() + ": " + text));
        }
      }
    }
    assertThat(sources).as("sources read").isGreaterThan(100);
    assertThat(found).isEmpty();
  }

  @Test
  void knowsAdviceWhenItSeesIt() {
    assertThat(advice("x = \"Go to A&E now.\";")).hasSize(1);
    assertThat(advice("x = \"\"\"\n    Take two\n    tablets with food\n    \"\"\";")).hasSize(1);
    assertThat(advice("x = \"no-ibuprofen\"; // see a doctor\n /** Call your GP. */")).isEmpty();
    assertThat(advice("throw row.fault(\"p\", \"must lie between 0 and 1\");")).isEmpty();
  }

  private static List<String> advice(String source) {
    List<String> advice = new ArrayList<>();
    Matcher literal = LITERAL.matcher(COMMENT.matcher(source).replaceAll(""));
    while (literal.find()) {
      String text = literal.group(1) == null ? literal.group(2) : literal.group(1);
      if (text.contains(" ") && ADVICE.matcher(text).find()) {
        advice.add(text);
      }
    }
    return advice;
  }
}

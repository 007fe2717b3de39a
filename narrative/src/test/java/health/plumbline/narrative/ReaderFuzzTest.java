package health.plumbline.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import health.plumbline.knowledge.DataFile;
import health.plumbline.knowledge.KnowledgeBase;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Mutated clinical words, random Unicode and very long tokens: none of them may raise an exception,
 * and what is quoted must stand in the text. {@code -Dplumbline.fuzz=1000000} sets the number.
 */
class ReaderFuzzTest {

  private static final int INPUTS = Integer.getInteger("plumbline.fuzz", 20_000);
  private static final int LONGEST = 400;

  private static final String[] PIECES = {
    "no ",
    "not ",
    ", ",
    ". ",
    "\n",
    "? ",
    "?",
    " - ",
    "-",
    " +",
    "/5",
    " 4/5",
    "7/10",
    "°",
    "½",
    "“",
    "\"",
    "(",
    ")",
    "if I ",
    "my ",
    "his ",
    "left ",
    "R ",
    "but ",
    "38.5",
    "2day",
    "b4",
    "’",
    "→",
    "↓",
    "é",
    "\uD83D\uDE00",
    "\u202E",
    "\u0000",
    "\uFFFF",
    "\t",
    ":",
    ";",
    "0",
    "1e9",
    "99999999999999999999"
  };

  @Test
  void nothingBreaksTheReader() {
    KnowledgeBase knowledge = KnowledgeBase.load();
    Reader reader = Reader.load(knowledge);
    List<String> phrases = phrases();
    SplittableRandom random = new SplittableRandom(20_261_126);
    ThreadMXBean time = ManagementFactory.getThreadMXBean();
    long slowest = 0;
    String slowestText = "";
    for (int i = 0; i < INPUTS; i++) {
      String text = text(random, phrases);
      long start = time.getCurrentThreadCpuTime();
      Reading reading = reader.read(text);
      long taken = time.getCurrentThreadCpuTime() - start;
      if (taken > slowest) {
        slowest = taken;
        slowestText = text;
      }
      for (Understood item : reading.understood()) {
        assertThat(text.substring(item.start(), item.end())).isEqualTo(item.quote());
      }
      for (Doubt doubt : reading.doubts()) {
        assertThat(text.substring(doubt.start(), doubt.end())).isEqualTo(doubt.quote());
      }
    }
    System.out.printf(
        "%d inputs read; the slowest took %.1f ms of processor time and has %d characters%n",
        INPUTS, slowest / 1e6, slowestText.length());
  }

  private static List<String> phrases() {
    List<String> phrases = new ArrayList<>();
    for (String file : List.of("history.csv", "examination.csv", "patterns.csv", "context.csv")) {
      for (DataFile.Row row : DataFile.read("lexicon/" + file).rows()) {
        String phrase = file.startsWith("context") ? row.text("cue") : row.text("phrase");
        phrases.add(phrase.replaceAll("[|\\[\\]()…{}@]", " "));
      }
    }
    return phrases;
  }

  private static String text(SplittableRandom random, List<String> phrases) {
    StringBuilder text = new StringBuilder();
    int parts = random.nextInt(1, 7);
    for (int i = 0; i < parts; i++) {
      switch (random.nextInt(8)) {
        case 0 -> text.append(PIECES[random.nextInt(PIECES.length)]);
        case 1 -> text.append(Character.toString(random.nextInt(1, Character.MAX_CODE_POINT)));
        case 2 -> {
          if (random.nextInt(50) == 0) {
            text.append("numbb".substring(random.nextInt(5)).repeat(random.nextInt(1, 4_000)));
          }
        }
        default -> {
          String phrase = phrases.get(random.nextInt(phrases.size()));
          int from = random.nextInt(Math.max(1, phrase.length() - 20));
          int to = Math.min(phrase.length(), from + random.nextInt(1, LONGEST / 4));
          text.append(phrase, from, to).append(' ');
        }
      }
    }
    int mutations = random.nextInt(6);
    for (int i = 0; i < mutations && !text.isEmpty(); i++) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(3)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, (char) random.nextInt(32, 127));
        default -> text.setCharAt(at, (char) random.nextInt(0, 0x10000));
      }
    }
    return text.toString();
  }
}

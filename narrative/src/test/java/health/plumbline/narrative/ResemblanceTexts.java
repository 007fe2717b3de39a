package health.plumbline.narrative;

import health.plumbline.knowledge.DataFile;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Vocabulary;
import health.plumbline.narrative.ResemblanceFit.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The texts that {@link Resemblance} is fitted to: what tells of which findings, and what of none.
 */
final class ResemblanceTexts {

  private static final Path TOLD =
      Path.of("src/test/resources/health/plumbline/narrative/told.jsonl");
  private static final Path GOLD =
      Path.of("../cli/src/main/resources/health/plumbline/cli/gold/development.jsonl");
  private static final Path HARMLESS =
      Path.of("../cli/src/test/resources/health/plumbline/cli/unalarming.txt");

  private static final Path ALARMING =
      Path.of("../cli/src/test/resources/health/plumbline/cli/alarming.txt");

  private static final Pattern SENTENCE = Pattern.compile("[^.!?\\n;]+");
  private static final Pattern CLASS = Pattern.compile("@([a-z0-9-]+)");
  private static final Pattern OPTIONAL = Pattern.compile("\\(([^()]*)\\)");
  private static final Pattern CHOICE = Pattern.compile("\\[([^\\[\\]()]*)\\]");

  /** Times a phrase with several ways of saying it is written out, at most. */
  private static final int MOST_WAYS = 5;

  private static final int ALTERNATIVES_A_WAY = 4;

  private final JsonMapper json = JsonMapper.builder().build();
  private final Random random = new Random(1);
  private final List<Told> texts = new ArrayList<>();

  private ResemblanceTexts() {}

  static List<Told> all() throws IOException {
    ResemblanceTexts all = new ResemblanceTexts();
    all.phrases();
    all.gold();
    for (String text : Files.readAllLines(HARMLESS)) {
      all.sentences(text, at -> Set.of());
    }
    Reader reader = withoutEchoes();
    for (String text : Files.readAllLines(ALARMING)) {
      Reading reading = reader.read(text);
      all.sentences(text, at -> read(reading, at));
    }
    for (String line : Files.exists(TOLD) ? Files.readAllLines(TOLD) : List.<String>of()) {
      JsonNode told = all.json.readTree(line);
      all.add(
          told.get("text").asString(),
          told.get("value").asString().equals("no")
              ? Set.of()
              : Set.of(told.get("finding").asString()));
    }
    return all.texts;
  }

  /** A reader that hears no resemblance: what it is to resemble is read by other means. */
  private static Reader withoutEchoes() throws IOException {
    Vocabulary vocabulary = KnowledgeBase.load().vocabulary();
    Lexicon lexicon = Lexicon.load(vocabulary);
    byte[] nothing = new ResemblanceFit(lexicon, List.of()).fit(Set.of());
    return new Reader(vocabulary, lexicon, Resemblance.of(nothing, vocabulary));
  }

  private void add(String text, Set<String> findings) {
    texts.add(new Told(text, findings));
  }

  private void gold() throws IOException {
    for (String line : Files.readAllLines(GOLD)) {
      JsonNode text = json.readTree(line);
      String words = text.get("text").asString();
      sentences(words, at -> stated(text, words, at));
    }
  }

  /** The findings whose words stand within a sentence. */
  private static Set<String> stated(JsonNode text, String words, MatchResult sentence) {
    Set<String> stated = new HashSet<>();
    for (JsonNode finding : text.get("findings")) {
      int at = finding.has("quote") ? words.indexOf(finding.get("quote").asString()) : -1;
      if (at >= sentence.start()
          && at < sentence.end()
          && finding.get("value").asString().equals("yes")) {
        stated.add(finding.get("finding").asString());
      }
    }
    return stated;
  }

  /** What the phrases of the lexicon and combinations of words make of a sentence. */
  private static Set<String> read(Reading reading, MatchResult sentence) {
    Set<String> read = new HashSet<>();
    for (Understood item : reading.understood()) {
      if (item.value().equals(FindingValue.YES)
          && item.start() >= sentence.start()
          && item.start() < sentence.end()) {
        read.add(item.findingId());
      }
    }
    for (Doubt doubt : reading.doubts()) {
      if (doubt.start() >= sentence.start() && doubt.start() < sentence.end()) {
        read.add(doubt.findingId());
      }
    }
    return read;
  }

  /** Adds every sentence of a text, and every two neighbours, as they are compared later. */
  private void sentences(String text, Function<MatchResult, Set<String>> stated) {
    String before = "";
    Set<String> statedBefore = Set.of();
    for (MatchResult sentence : SENTENCE.matcher(text).results().toList()) {
      Set<String> now = stated.apply(sentence);
      add(sentence.group(), now);
      if (!before.isEmpty()) {
        Set<String> both = new HashSet<>(statedBefore);
        both.addAll(now);
        add(before + "." + sentence.group(), both);
      }
      before = sentence.group();
      statedBefore = now;
    }
  }

  /** Phrases of the lexicon, written out by chance. */
  private void phrases() {
    Map<String, String[]> classes = new HashMap<>();
    for (DataFile.Row row : DataFile.read("lexicon/classes.csv").rows()) {
      classes.put(row.text("name"), row.text("alternatives").split("\\|"));
    }
    for (String file : List.of("history", "patterns", "examination")) {
      for (DataFile.Row row : DataFile.read("lexicon/" + file + ".csv").rows()) {
        Set<String> stated = new HashSet<>();
        for (String setting : row.text("sets").split(";")) {
          if (setting.endsWith("=yes")) {
            stated.add(setting.substring(0, setting.length() - "=yes".length()));
          }
        }
        String phrase = row.text("phrase");
        boolean shield = row.text("tags").contains("shield");
        if (!stated.isEmpty() || shield) {
          long choices = phrase.chars().filter(c -> c == '|').count();
          long ways = 1 + Math.min(MOST_WAYS - 1, choices / ALTERNATIVES_A_WAY);
          for (int n = 0; n < (shield ? 1 : ways); n++) {
            add(written(phrase, classes), shield ? Set.of() : stated);
          }
        }
      }
    }
  }

  private String written(String phrase, Map<String, String[]> classes) {
    String before;
    String now = phrase;
    do {
      before = now;
      now = each(CLASS, now, name -> choice(classes.getOrDefault(name, new String[] {""})));
      now = each(OPTIONAL, now, words -> random.nextBoolean() ? words : "");
      now = each(CHOICE, now, words -> choice(words.split("\\|")));
    } while (!now.equals(before));
    return now.replace("{n}", String.valueOf(1 + random.nextInt(90))).replace("…", " ");
  }

  private String choice(String[] words) {
    return words[random.nextInt(words.length)];
  }

  private static String each(Pattern pattern, String text, UnaryOperator<String> change) {
    return pattern
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(change.apply(match.group(1))));
  }
}

package health.plumbline.narrative;

import health.plumbline.knowledge.DataFile;
import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.InvalidInputException;
import health.plumbline.knowledge.Vocabulary;
import health.plumbline.narrative.WordKinds.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compiles the data files of the folder {@code lexicon}. A row that does not resolve stops it,
 * naming file, line and column.
 */
final class LexiconLoader {

  private static final String FOLDER = "lexicon/";

  // What a Lexicon is made of; each is described there.
  final Vocabulary vocabulary;
  final Tokenizer tokenizer;
  final Automaton automaton = new Automaton();
  final WordTable words = new WordTable();
  final List<Entry> entries = new ArrayList<>(16384);
  final Set<String> correctWords = new HashSet<>();
  final Set<String> lasting = new HashSet<>();
  final Set<String> alarming = new HashSet<>();
  final Map<String, List<Setting>> inFamily = new HashMap<>();
  final Set<String> sideless = new HashSet<>();
  final Set<String> own = new HashSet<>();
  final Map<String, List<Setting>> implied = new HashMap<>();
  final List<Lexicon.ByOnsetAge> byOnsetAge = new ArrayList<>();
  final Map<String, Finding> sided = new HashMap<>();
  final List<Alarms.Combination> alarms = new ArrayList<>();
  final Map<DoubtReason, String> doubtReasons = new EnumMap<>(DoubtReason.class);
  int conceptCount;

  private final PhraseCompiler compiler;

  /** Made once for all rows that say the same. */
  private final Map<String, List<Setting>> settings = new HashMap<>(4096);

  private final Map<String, Set<Entry.Tag>> tags = new HashMap<>();

  static Lexicon load(Vocabulary vocabulary) {
    Map<String, List<String>> variants = new HashMap<>();
    for (DataFile.Row row : DataFile.read(FOLDER + "spellings.csv").rows()) {
      variants.put(row.required("form"), List.of(row.required("standard").split(" ")));
    }
    WordKinds kinds = WordKinds.load(FOLDER + "words.csv", variants.keySet());
    return new Lexicon(new LexiconLoader(vocabulary, new Tokenizer(variants, kinds)));
  }

  private LexiconLoader(Vocabulary vocabulary, Tokenizer tokenizer) {
    this.vocabulary = vocabulary;
    this.tokenizer = tokenizer;
    WordKinds kinds = tokenizer.kinds;
    this.compiler =
        new PhraseCompiler(automaton, tokenizer, words, kinds.common(), kinds.of(Kind.FUNCTION));
    for (DataFile.Row row : DataFile.read(FOLDER + "classes.csv").rows()) {
      phrase(
          row,
          "alternatives",
          () -> compiler.define(row.required("name"), row.required("alternatives")));
    }
    statements("patterns.csv");
    statements("history.csv");
    statements("examination.csv");
    factors();
    signs();
    conditions();
    context();
    traits();
    families();
    places();
    derived();
    alarms();
    doubtReasons();
    for (DataFile.Row row : DataFile.read(FOLDER + "correct-words.csv").rows()) {
      correctWords.addAll(List.of(row.required("words").split(" ")));
    }
    // a word of grammar that no phrase holds must be known all the same
    kinds.standardWords().forEach(words::intern);
    automaton.seal(words.size());
  }

  private int add(Entry entry) {
    entries.add(entry);
    return entries.size() - 1;
  }

  private static void phrase(DataFile.Row row, String column, Runnable compile) {
    try {
      compile.run();
    } catch (IllegalArgumentException e) {
      String problem = e.getMessage();
      throw row.fault(column, problem == null ? "cannot be read" : problem);
    }
  }

  private void statements(String file) {
    for (DataFile.Row row : DataFile.read(FOLDER + file).rows()) {
      String rule = row.text("rule");
      Set<Entry.Tag> tags = tags(row);
      boolean shield = tags.contains(Entry.Tag.SHIELD);
      NumberRule numberRule = rule.isEmpty() ? null : rule(row, rule);
      List<Setting> stated =
          shield
              ? List.of()
              : numberRule == null
                  ? settings(
                      row, "sets", row.has("denied") ? row.text("sets") : row.required("sets"))
                  : List.of(ruled(row, numberRule));
      int entry =
          add(
              new Entry.Statement(
                  stated,
                  settings(row, "denied", row.text("denied")),
                  numberRule,
                  tags,
                  isExamination(file, stated)));
      phrase(row, "phrase", () -> compiler.addStatement(row.required("phrase"), entry));
    }
  }

  private Set<Entry.Tag> tags(DataFile.Row row) {
    String text = row.text("tags");
    Set<Entry.Tag> known = tags.get(text);
    if (known != null) {
      return known;
    }
    Set<Entry.Tag> set = EnumSet.noneOf(Entry.Tag.class);
    for (String name : text.split(" ")) {
      if (!name.isEmpty()) {
        set.add(
            Arrays.stream(Entry.Tag.values())
                .filter(tag -> tag.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> row.fault("tags", name + " is not a tag")));
      }
    }
    tags.put(text, set);
    return set;
  }

  private static boolean isExamination(String file, List<Setting> stated) {
    return file.startsWith("examination")
        || (!stated.isEmpty()
            && switch (stated.getFirst().finding().role()) {
              case EXAMINED, INVESTIGATED -> true;
              default -> false;
            });
  }

  private static NumberRule rule(DataFile.Row row, String rule) {
    try {
      return NumberRule.parse(rule);
    } catch (IllegalArgumentException e) {
      throw row.fault("rule", "\"" + rule + "\": " + e.getMessage());
    }
  }

  private Setting ruled(DataFile.Row row, NumberRule rule) {
    Finding finding = finding(row, "sets", row.required("sets"));
    if (rule.givesNumber() != finding.values() instanceof Finding.Values.Numeric) {
      throw row.fault("rule", "does not give what " + finding.id() + " takes");
    }
    return new Setting(finding, FindingValue.YES);
  }

  private Finding finding(DataFile.Row row, String column, String id) {
    return vocabulary
        .find(id)
        .orElseThrow(() -> row.fault(column, "\"" + id + "\" is not a finding"));
  }

  private List<Setting> settings(DataFile.Row row, String column, String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    List<Setting> known = settings.get(text);
    if (known != null) {
      return known;
    }
    List<Setting> list = new ArrayList<>();
    for (String part : text.split(";")) {
      int equals = part.indexOf('=');
      if (equals < 0) {
        throw row.fault(column, "\"" + part + "\" is not finding=value");
      }
      Finding finding = finding(row, column, part.substring(0, equals));
      try {
        list.add(new Setting(finding, finding.parse(part.substring(equals + 1))));
      } catch (InvalidInputException e) {
        throw row.fault(column, String.valueOf(e.getMessage()));
      }
    }
    List<Setting> fixed = List.copyOf(list);
    settings.put(text, fixed);
    return fixed;
  }

  private void factors() {
    for (DataFile.Row row : DataFile.read(FOLDER + "items.csv").rows()) {
      int entry =
          add(
              new Entry.Factor(
                  settings(row, "aggravated", row.text("aggravated")),
                  settings(row, "eased", row.text("eased")),
                  settings(row, "not_eased", row.text("not_eased"))));
      phrase(row, "phrase", () -> compiler.add(row.required("phrase"), entry));
    }
  }

  private void signs() {
    for (DataFile.Row row : DataFile.read(FOLDER + "signs.csv").rows()) {
      Map<Cue, List<Setting>> byResult = new EnumMap<>(Cue.class);
      List<Setting> positive = settings(row, "positive", row.text("positive"));
      List<Setting> reduced = settings(row, "reduced", row.text("reduced"));
      List<Setting> tender = settings(row, "tender", row.text("tender"));
      List<Setting> normal = settings(row, "normal", row.text("normal"));
      byResult.put(Cue.SIGN_POSITIVE, positive);
      byResult.put(Cue.SIGN_NEGATIVE, Setting.opposites(positive));
      byResult.put(Cue.SIGN_REDUCED, reduced);
      byResult.put(Cue.SIGN_TENDER, tender);
      byResult.put(Cue.SIGN_NOT_TENDER, Setting.opposites(tender));
      byResult.put(Cue.SIGN_PAINFUL, settings(row, "painful", row.text("painful")));
      boolean ofPain = row.has("painful");
      byResult.put(
          Cue.SIGN_NORMAL,
          !normal.isEmpty()
              ? normal
              // movement may be full and painful
              : ofPain
                  ? List.of()
                  : reduced.isEmpty() ? Setting.opposites(positive) : Setting.opposites(reduced));
      int entry = add(new Entry.Sign(byResult));
      phrase(row, "phrase", () -> compiler.addStatement(row.required("phrase"), entry));
    }
  }

  private void conditions() {
    for (DataFile.Row row : DataFile.read(FOLDER + "conditions.csv").rows()) {
      int entry =
          add(
              new Entry.ConditionName(
                  row.required("condition"), settings(row, "sets", row.text("sets"))));
      phrase(row, "phrase", () -> compiler.addStatement(row.required("phrase"), entry));
    }
  }

  private void context() {
    Map<String, Cue> cues = new HashMap<>();
    for (Cue cue : Cue.values()) {
      cues.put(cue.id(), cue);
    }
    for (DataFile.Row row : DataFile.read(FOLDER + "context.csv").rows()) {
      Cue cue = cues.get(row.required("kind"));
      if (cue == null) {
        throw row.fault("kind", row.text("kind") + " is not a kind of cue");
      }
      String scope = row.required("scope");
      boolean clause = scope.equals("clause");
      if (clause && cue != Cue.POSSIBLE) {
        throw row.fault("scope", "clause is the scope of cues of the kind possible alone");
      }
      if (!clause
          && !scope.equals("forward")
          && !scope.equals("backward")
          && !scope.equals("both")) {
        throw row.fault("scope", scope + " is not forward, backward, both or clause");
      }
      int entry =
          add(
              new Entry.ContextCue(
                  cue, !scope.equals("backward"), !scope.equals("forward"), clause));
      phrase(row, "cue", () -> compiler.add(row.required("cue"), entry));
    }
  }

  private void traits() {
    for (DataFile.Row row : DataFile.read(FOLDER + "traits.csv").rows()) {
      String id = finding(row, "finding", row.required("finding")).id();
      if (row.flag("lasting")) {
        lasting.add(id);
      }
      if (row.flag("alarm")) {
        alarming.add(id);
      }
    }
  }

  private void families() {
    for (DataFile.Row row : DataFile.read(FOLDER + "family.csv").rows()) {
      inFamily.put(row.required("id"), settings(row, "sets", row.required("sets")));
    }
  }

  private void places() {
    for (DataFile.Row row : DataFile.read(FOLDER + "places.csv").rows()) {
      String id = finding(row, "finding", row.required("finding")).id();
      if (!row.flag("has_side")) {
        sideless.add(id);
      }
      if (row.flag("own")) {
        own.add(id);
      }
      if (row.has("implies")) {
        implied.put(id, settings(row, "implies", row.text("implies")));
      }
      if (row.has("when_sided")) {
        sided.put(id, finding(row, "when_sided", row.required("when_sided")));
      }
    }
  }

  private void derived() {
    for (DataFile.Row row : DataFile.read(FOLDER + "derived.csv").rows()) {
      Set<String> needs = new HashSet<>();
      for (String id : row.list("needs_any")) {
        needs.add(finding(row, "needs_any", id).id());
      }
      byOnsetAge.add(
          new Lexicon.ByOnsetAge(
              finding(row, "finding", row.required("finding")),
              needs,
              rule(row, row.required("rule_on_age_at_onset"))));
    }
  }

  private void doubtReasons() {
    DataFile file = DataFile.read(FOLDER + "doubt-reasons.csv");
    for (DataFile.Row row : file.rows()) {
      doubtReasons.put(row.oneOf("reason", DoubtReason.values()), row.required("text"));
    }
    if (doubtReasons.size() < DoubtReason.values().length) {
      throw new IllegalStateException(
          "doubt-reasons.csv lacks a reason: it has " + doubtReasons.keySet());
    }
  }

  /** The combinations of words that alarm, and the classes of words that they are made of. */
  private void alarms() {
    Map<String, Integer> classes = new HashMap<>();
    for (DataFile.Row row : DataFile.read(FOLDER + "alarms.csv").rows()) {
      Finding finding = finding(row, "finding", row.required("finding"));
      if (!(finding.values() instanceof Finding.Values.YesNo)) {
        throw row.fault("finding", finding.id() + " is not answered by yes or no");
      }
      if (!alarming.contains(finding.id())) {
        throw row.fault("finding", finding.id() + " is not marked as alarm in traits.csv");
      }
      int[] needs = concepts(row, "needs", classes);
      if (needs.length < 2) {
        throw row.fault("needs", "one class of words alone is no combination");
      }
      for (int i = 0; i < needs.length; i++) {
        for (int j = 0; j < i; j++) {
          Set<String> shared = new HashSet<>(compiler.alternatives(row.list("needs").get(i)));
          shared.retainAll(compiler.alternatives(row.list("needs").get(j)));
          if (!shared.isEmpty()) {
            throw row.fault(
                "needs",
                "\"%s\" is in both %s and %s"
                    .formatted(
                        shared.iterator().next(),
                        row.list("needs").get(j),
                        row.list("needs").get(i)));
          }
        }
      }
      int within = (int) row.number("within");
      if (within < needs.length || within > Alarms.FARTHEST) {
        throw row.fault(
            "within",
            row.text("within") + " is not between " + needs.length + " and " + Alarms.FARTHEST);
      }
      alarms.add(new Alarms.Combination(finding, needs, concepts(row, "unless", classes), within));
    }
    conceptCount = classes.size();
  }

  private int[] concepts(DataFile.Row row, String column, Map<String, Integer> classes) {
    List<String> names = row.list(column);
    int[] ids = new int[names.size()];
    for (int i = 0; i < ids.length; i++) {
      String name = names.get(i);
      Integer known = classes.get(name);
      if (known == null) {
        known = classes.size();
        classes.put(name, known);
        int entry = add(new Entry.Concept(known));
        // a complaint is more than a common word; what goes with it may be "not"
        boolean complaint = column.equals("needs") && i == 0;
        phrase(
            row,
            column,
            () -> {
              if (complaint) {
                compiler.addStatement("@" + name, entry);
              } else {
                compiler.add("@" + name, entry);
              }
            });
      }
      ids[i] = known;
    }
    return ids;
  }
}

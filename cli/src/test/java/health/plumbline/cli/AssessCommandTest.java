package health.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import health.plumbline.care.Category;
import health.plumbline.cli.Command.Outcome;
import health.plumbline.knowledge.Setting;
import health.plumbline.knowledge.Urgency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What a person, and a program, get from {@code plumbline assess}. */
final class AssessCommandTest {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private static final String HIP =
      "I'm 58, deep ache in my left groin and buttock for six months, stiff for ten minutes in the"
          + " morning, can't put my socks on, no pins and needles, bladder fine";

  private static final Set<String> URGENCIES =
      Set.of("emergency-now", "same-day", "urgent-2-weeks", "routine", "self-care");

  private static final String NUMB = HIP + ", since yesterday numb between the legs and can't pee";

  private static JsonNode hip = MissingNode.getInstance();
  private static JsonNode numb = MissingNode.getInstance();

  @TempDir private Path folder;

  @BeforeAll
  static void assess() {
    hip = json("assess", HIP, "--format", "json");
    numb = json("assess", NUMB, "--format", "json");
  }

  private static JsonNode json(String... args) {
    Outcome outcome = Command.run(args);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exit()).isZero();
    return MAPPER.readTree(outcome.out());
  }

  private static List<String> names(JsonNode object) {
    return List.copyOf(object.propertyNames());
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  @Test
  void aStiffGroinIsHipOsteoarthritisFirstAndNoEmergency() {
    assertThat(hip.get("differential").get(0).get("condition").asString())
        .isEqualTo("hip-osteoarthritis");
    assertThat(hip.get("urgency").get("level").asString())
        .isIn("routine", "self-care", "urgent-2-weeks");
  }

  /** A doubt about a sign of cauda equina syndrome must not be met with a calm headline. */
  @Test
  void aDoubtfulEmergencyIsTheLevelUntilItIsAnswered() {
    String words = "back pain, maybe numb down below, not sure";
    Outcome outcome = Command.run("assess", words);
    List<String> said = outcome.out().lines().filter(line -> !line.isBlank()).toList();
    assertThat(said.getFirst().strip()).isEqualTo("GET HELP NOW, UNTIL ONE QUESTION IS ANSWERED");
    assertThat(said.get(1)).startsWith("Answer this first: Is the skin between your legs");
    // Whoever answers it with no must not be left with the calm level alone.
    assertThat(outcome.out().replaceAll("\\s+", " "))
        .contains("And if the answer is no: what was said does not tell")
        .contains("? Are you newly unable to pass urine");
    JsonNode urgency = json("assess", words, "--format", "json").get("urgency");
    assertThat(urgency.get("level").asString()).isEqualTo("emergency-now");
    assertThat(urgency.get("reasons").get(0).get("rule").asString())
        .isEqualTo("unsettled:ces-saddle-numbness");
    assertThat(urgency.get("settle_first").get(0).asString()).isEqualTo("saddle-numbness");
    assertThat(urgency.get("level_if_all_no").asString()).isEqualTo("routine");
    assertThat(names(hip.get("urgency"))).containsExactly("level", "reasons");
  }

  /**
   * What a person does not write is not denied: nobody may be told that there is time before the
   * emergency screen (emergency-screen.csv) has been answered.
   */
  @Test
  void aCalmLevelIsNoVerdictUntilTheScreenIsAnswered() {
    String words = "my back aches since I dug the garden, bladder and bowels fine";
    List<String> said =
        Command.run("assess", words).out().lines().filter(line -> !line.isBlank()).toList();
    assertThat(said.getFirst().strip()).isEqualTo("FIRST ANSWER 8 QUESTIONS");
    String text = String.join(" ", said).replaceAll("\\s+", " ");
    assertThat(text)
        .contains("? Is the skin between your legs")
        .doesNotContain("? Are you newly unable to pass urine")
        .contains("! more painkillers taken than the packet allows")
        .contains("If every answer is no: see someone in the next weeks.");
    JsonNode result = json("assess", words, "--format", "json");
    JsonNode first = result.get("urgency").get("reasons").get(0);
    assertThat(first.get("rule").asString()).isEqualTo("emergency-screen:unanswered");
    assertThat(first.get("text").asString()).startsWith("This level is no verdict yet: 8 of");
    assertThat(first.get("source").asString()).contains("nhs-back-pain");
    assertThat(result.get("next").get(0).get("finding").asString()).isEqualTo("saddle-numbness");
    assertThat(result.get("next").get(7).get("finding").asString()).isEqualTo("chest-pain");
    assertThat(result.get("next").get(8).get("bits").asDouble()).isPositive();
  }

  /** With every question of the screen answered no, the calm level stands at the top again. */
  @Test
  void afterTheWholeScreenTheCalmLevelStands() throws IOException {
    StringBuilder findings = new StringBuilder("\"pain-lumbar-central\":\"yes\"");
    hip.get("next").forEach(ask -> deny(findings, ask));
    for (String id :
        List.of(
            "urinary-retention",
            "urinary-incontinence",
            "urinary-hesitancy-or-altered-sensation")) {
      findings.append(",\"").append(id).append("\":\"no\"");
    }
    Path screened = file("screened.json", "{\"age\":40,\"findings\":{" + findings + "}}");
    Outcome outcome = Command.run("assess", "--case", screened.toString());
    assertThat(outcome.out())
        .doesNotContain("FIRST ANSWER")
        .contains("SEE SOMEONE IN THE NEXT WEEKS");
    JsonNode urgency =
        json("assess", "--case", screened.toString(), "--format", "json").get("urgency");
    assertThat(urgency.get("reasons").get(0).get("rule").asString()).isEqualTo("level:routine");
  }

  private static void deny(StringBuilder findings, JsonNode ask) {
    if (ask.get("why").asString().startsWith("Part of the emergency screen")) {
      findings.append(",\"").append(ask.get("finding").asString()).append("\":\"no\"");
    }
  }

  @Test
  void numbBetweenTheLegsIsSaidBeforeAllElse() {
    Outcome outcome = Command.run("assess", NUMB);
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.err()).isEmpty();
    List<String> said = outcome.out().lines().filter(line -> !line.isBlank()).toList();
    assertThat(said.getFirst().strip()).isEqualTo("GET HELP NOW");
    assertThat(said.get(1)).startsWith("Go to A&E").contains("now").contains("999");
    assertThat(outcome.out().indexOf("What it may be")).isGreaterThan(outcome.out().indexOf("999"));
  }

  /** A calmer rule fired too: it is no choice for the person, and a finding for the clinician. */
  @Test
  void besideAnEmergencyNoCalmerWayIsOffered() {
    List<String> levels = new ArrayList<>();
    for (JsonNode reason : numb.get("urgency").get("reasons")) {
      levels.add(reason.get("rule").asString());
    }
    assertThat(levels).contains("ces-saddle-numbness").hasSizeGreaterThan(1);
    String out = Command.run("assess", NUMB).out();
    String headline = out.substring(0, out.indexOf("What was understood"));
    assertThat(headline)
        .doesNotContain("Also")
        .doesNotContain("111")
        .doesNotContain("see you today");
    assertThat(out.indexOf("Also found, for the clinician"))
        .isGreaterThan(out.indexOf("What was understood"));
  }

  /** The rule on fever rests on two sources; the second never reached the list. */
  @Test
  void everySourceOfACalmerReasonIsListed() {
    String out =
        Command.run("assess", "low back pain, fever since yesterday, maybe numb between my legs")
            .out();

    assertThat(out).contains("Also: ");
    assertThat(out.substring(out.indexOf("Sources"))).contains("nhs-back-pain:", "nhs-hip-pain:");
  }

  @Test
  void numbBetweenTheLegsIsAnEmergencyInJson() {
    assertThat(numb.get("urgency").get("level").asString()).isEqualTo("emergency-now");
    assertThat(numb.get("urgency").get("reasons").get(0).get("rule").asString())
        .isEqualTo("ces-saddle-numbness");
  }

  @Test
  void theTextForAPersonHasEveryPart() {
    String out = Command.run("assess", HIP).out();
    int at = -1;
    for (String part :
        List.of(
            "What was understood",
            "What it may be",
            "How back and hip are linked",
            "What to ask or examine next",
            "The plan",
            "Sources")) {
      assertThat(out.indexOf(part)).as(part).isGreaterThan(at);
      at = out.indexOf(part);
    }
    // A question may ask "do you have"; nothing may say "you have".
    assertThat(out.toLowerCase(Locale.ROOT).replace("do you have ", ""))
        .doesNotContain("you have ");
  }

  @Test
  void jsonHasTheFieldsOfTheContractInTheirOrderAndNoOthers() {
    assertThat(names(numb)).isEqualTo(names(hip));
    assertThat(names(hip))
        .containsExactly(
            "case_id",
            "knowledge_version",
            "understood",
            "urgency",
            "must_not_miss",
            "differential",
            "combinations",
            "links",
            "next",
            "plan");
    assertThat(hip.get("knowledge_version").asString()).matches("0\\.1\\.0\\+[0-9a-f]{12}");
    assertThat(names(hip.get("urgency"))).containsExactly("level", "reasons");
    assertThat(hip.get("urgency").get("level").asString()).isIn(URGENCIES);
    each(hip.get("urgency").get("reasons"), "rule", "text", "source");
    each(hip.get("understood"), "finding", "value", "quote", "start", "end");
    JsonNode cauda =
        json(
            "assess",
            "sciatica in both legs for two days, since yesterday numb between the legs, can't pee"
                + " and lost control of my bowels",
            "--format",
            "json");
    each(cauda.get("must_not_miss"), "condition", "probability", "threshold", "settle_by");
    each(
        hip.get("differential"),
        "condition",
        "name",
        "probability",
        "interval",
        "grade",
        "for",
        "against");
    for (JsonNode ranked : hip.get("differential")) {
      assertThat(ranked.get("interval").size()).isEqualTo(2);
    }
    JsonNode first = hip.get("differential").get(0);
    each(first.get("for"), "finding", "value", "weight");
    each(first.get("against"), "finding", "value", "weight");
    each(hip.get("combinations"), "conditions", "probability");
    assertThat(hip.get("combinations").size()).isEqualTo(10);
    each(hip.get("links"), "mechanism", "condition", "path", "text");
    each(hip.get("next"), "finding", "question", "bits", "why");
    assertThat(names(hip.get("plan")))
        .containsExactlyElementsOf(Arrays.stream(Category.values()).map(Category::id).toList());
    assertThat(names(hip.get("plan")))
        .containsExactly(
            "professional",
            "exercise",
            "manual-therapy",
            "posture-ergonomics",
            "pain-relief",
            "safety-net");
  }

  private static void each(JsonNode array, String... fields) {
    assertThat(array.isArray()).isTrue();
    assertThat(array.size()).as(String.join(", ", fields)).isPositive();
    for (JsonNode item : array) {
      assertThat(names(item)).containsExactly(fields);
    }
  }

  @Test
  void theDifferentialListsEveryConditionMostProbableFirst() {
    JsonNode differential = hip.get("differential");
    assertThat(differential.size()).isEqualTo(41);
    double before = 1;
    for (JsonNode ranked : differential) {
      double probability = ranked.get("probability").asDouble();
      assertThat(probability).isBetween(0.0, before);
      assertThat(ranked.get("interval").get(0).asDouble())
          .isLessThanOrEqualTo(ranked.get("interval").get(1).asDouble());
      before = probability;
    }
  }

  @Test
  void whatWasUnderstoodStandsInTheTextWhereItSays() {
    JsonNode understood = hip.get("understood");
    assertThat(understood.size()).isGreaterThan(5);
    for (JsonNode item : understood) {
      assertThat(HIP.substring(item.get("start").asInt(), item.get("end").asInt()))
          .isEqualTo(item.get("quote").asString());
    }
  }

  @Test
  void theSameCaseGivesTheSameAnswer() {
    assertThat(json("assess", HIP, "--format", "json")).isEqualTo(hip);
  }

  @Test
  void aCaseFileIsReadWithOrWithoutByteOrderMark() throws IOException {
    String json =
        "{\"id\":\"x\",\"age\":62,\"sex\":\"female\",\"findings\":{\"pain-putting-on-shoes\":\"yes\","
            + "\"slr-positive\":false,\"hip-internal-rotation-degrees\":12,\"fever\":\"unknown\"},"
            + "\"pain_regions\":[\"groin:left\"],\"my-own-note\":1}";
    JsonNode plain = json("assess", "--case", file("a.json", json).toString(), "--format", "json");
    JsonNode marked =
        json("assess", "--case", file("b.json", "\uFEFF" + json).toString(), "--format", "json");
    assertThat(plain).isEqualTo(marked);
    assertThat(plain.get("case_id").asString()).isEqualTo("x");
    assertThat(plain.get("differential").get(0).get("condition").asString())
        .isEqualTo("hip-osteoarthritis");
  }

  @Test
  void everySettingIsAccepted() throws IOException {
    String one = file("one.json", "{\"findings\":{\"pain-groin\":\"yes\"}}").toString();
    for (Setting setting : Setting.values()) {
      Outcome outcome = Command.run("assess", "--case", one, "--setting", setting.id());
      assertThat(outcome.exit()).as(setting.id()).isZero();
    }
  }

  @Test
  void aBatchGoesOnAfterBadLines() throws IOException {
    Path cases = folder.resolve("cases.jsonl");
    byte[] notUtf8 = {'{', '"', 'i', 'd', '"', ':', '"', (byte) 0xff, '"', '}', '\n'};
    Files.writeString(
        cases,
        """
        {"id":"one","age":50,"findings":{"fever":"no"}}
        {"id":"two","findings":{"no-such":"yes"}}
        {broken
        """);
    Files.write(cases, notUtf8, StandardOpenOption.APPEND);
    Files.writeString(
        cases, "\n{\"id\":\"six\",\"text\":\"my lower back aches\"}\n", StandardOpenOption.APPEND);
    Outcome outcome = Command.run("assess", "--cases", cases.toString(), "--format", "json");
    assertThat(outcome.exit()).isEqualTo(2);
    List<JsonNode> results = new ArrayList<>();
    outcome.out().lines().forEach(line -> results.add(MAPPER.readTree(line)));
    assertThat(results)
        .extracting(node -> node.get("case_id").asString())
        .containsExactly("one", "two", "line-3", "line-4", "six");
    for (int i : List.of(0, 4)) {
      assertThat(names(results.get(i))).startsWith("case_id", "knowledge_version");
      assertThat(results.get(i).get("differential").size()).isEqualTo(41);
    }
    for (int i : List.of(1, 2, 3)) {
      assertThat(names(results.get(i))).containsExactly("case_id", "error");
      assertThat(names(results.get(i).get("error"))).containsExactly("field", "message");
    }
    assertThat(results.get(1).get("error").get("message").asString()).contains("no-such");
    assertThat(outcome.errorLines()).hasSize(3);
    assertThat(outcome.errorLines().getFirst()).startsWith("two: findings: \"no-such\"");
  }

  @Test
  void aBatchGivesTheSameAnswersAsOneByOne() throws IOException {
    String one = "{\"id\":\"one\",\"age\":50,\"text\":\"my lower back aches\"}";
    Path single = file("one.json", one);
    Path cases = file("cases.jsonl", one + "\n{\"id\":\"two\",\"text\":\"my hip hurts\"}\n");
    String line =
        Command.run("assess", "--cases", cases.toString(), "--format", "json")
            .out()
            .lines()
            .findFirst()
            .orElseThrow();
    assertThat(MAPPER.readTree(line))
        .isEqualTo(json("assess", "--case", single.toString(), "--format", "json"));
  }

  @Test
  void aChildGetsAdviceForAChildAndNoVerdict() throws IOException {
    Path child = file("child.json", "{\"age\":12,\"findings\":{\"pain-lumbar-central\":\"yes\"}}");
    JsonNode result = json("assess", "--case", child.toString(), "--format", "json");
    assertThat(result.get("differential").isEmpty()).isTrue();
    assertThat(result.get("must_not_miss").isEmpty()).isTrue();
    // Nothing is asked of a child but for the signs of an emergency.
    List<String> next = new ArrayList<>();
    result.get("next").forEach(question -> next.add(question.get("finding").asString()));
    assertThat(next).startsWith("saddle-numbness").doesNotContain("pain-groin").hasSize(12);
    assertThat(Urgency.parse(result.get("urgency").get("level").asString()))
        .isIn(Urgency.URGENT_2_WEEKS, Urgency.SAME_DAY, Urgency.EMERGENCY_NOW);
    List<String> rules = new ArrayList<>();
    for (JsonNode reason : result.get("urgency").get("reasons")) {
      rules.add(reason.get("rule").asString());
    }
    assertThat(rules).contains("under-16");
    for (String category :
        List.of(
            "professional", "exercise", "manual-therapy", "posture-ergonomics", "pain-relief")) {
      assertThat(result.get("plan").get(category).isEmpty()).as(category).isTrue();
    }
    assertThat(result.get("plan").get("safety-net").isEmpty()).isFalse();
  }

  @Test
  void theTextForAChildSaysWhereToGoAndNamesNoMedicineOrExercise() {
    Outcome outcome = Command.run("assess", "My son is 12 years old, he limps and his hip hurts");
    assertThat(outcome.exit()).isZero();
    String out = outcome.out().replaceAll("\\s+", " ");
    assertThat(out)
        .contains("BE SEEN TODAY")
        .contains("This check is made for adults, so it gives no verdict for a child")
        .contains("Speak to a GP or NHS 111")
        .doesNotContain("What it may be")
        .doesNotContain("paracetamol")
        .doesNotContain("ibuprofen")
        .doesNotContain("Exercise and stretching");
  }

  @Test
  void aPersonOfSixteenIsAssessed() throws IOException {
    Path young = file("y.json", "{\"age\":16,\"findings\":{\"pain-lumbar-central\":\"yes\"}}");
    JsonNode result = json("assess", "--case", young.toString(), "--format", "json");
    assertThat(result.get("differential").size()).isEqualTo(41);
  }
}

package health.plumbline.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import health.plumbline.knowledge.DataFile;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.PainRegion;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Sex;
import health.plumbline.knowledge.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderTest {

  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.load();
  private static final Reader READER = Reader.load(KNOWLEDGE);

  private static final String HEADLINE =
      "I'm 58, deep ache in my left groin and buttock for six months, stiff for ten minutes in the"
          + " morning, can't put my socks on, no pins and needles, bladder fine";

  /** What is understood, as finding=value, or finding=value/side where a side is stated. */
  private static List<String> read(String text) {
    List<String> items = new ArrayList<>();
    for (Understood item : READER.read(text).understood()) {
      String side = item.side() == Side.UNSTATED ? "" : "/" + item.side().id();
      items.add(item.findingId() + "=" + item.value() + side);
    }
    return items;
  }

  private static List<String> doubts(String text) {
    return READER.read(text).doubts().stream().map(Doubt::findingId).distinct().toList();
  }

  @Test
  void readsTheHeadlineSentence() {
    Reading reading = READER.read(HEADLINE);

    assertThat(reading.age()).isEqualTo(58);
    assertThat(reading.sex()).isNull();
    assertThat(reading.doubts()).isEmpty();
    assertThat(reading.painRegions()).containsExactly(new PainRegion("groin", Side.LEFT));
    assertThat(read(HEADLINE))
        .containsExactlyInAnyOrder(
            "age=58",
            "pain-groin=yes/left",
            "pain-buttock-any=yes/left",
            "duration-weeks=26",
            "morning-stiffness-minutes=10",
            "pain-putting-on-shoes=yes",
            "tingling-numbness-leg=no",
            "urinary-retention=no",
            "urinary-incontinence=no",
            "urinary-hesitancy-or-altered-sensation=no");
  }

  @Test
  void readsTheHeadlineSentenceWithEmergency() {
    String text = HEADLINE + ", since yesterday numb between the legs and can't pee";

    assertThat(read(text))
        .contains(
            "saddle-numbness=yes",
            "urinary-retention=yes",
            "duration-weeks=26",
            "tingling-numbness-leg=no",
            "pain-groin=yes/left");
    assertThat(READER.read(text).age()).isEqualTo(58);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          No fever, weight loss or night pain              | fever=no weight-loss=no night-pain=no
          no fever or weight loss but he has had night sweats | fever=no weight-loss=no sex=male night-sweats=yes
          Denies saddle anaesthesia, fevers, night sweats or weight loss. | saddle-numbness=no fever=no night-sweats=no weight-loss=no
          No fever, has sweats at night                    | fever=no
          no fever, my back hurts                          | fever=no pain-back-place-unsaid=yes
          no fever, back pain for 3 weeks after lifting    | fever=no pain-back-place-unsaid=yes duration-weeks=3 onset-lifting-twisting=yes
          No fever, chills or back pain.                   | fever=no rigors=no pain-back-place-unsaid=no
          No fever, chills, back pain.                     | fever=no rigors=no pain-back-place-unsaid=no
          no pain in the groin                             | pain-groin=no
          No pain in my groin but the outside of my hip is sore | pain-groin=no pain-lateral-hip=yes
          The patient denies any numbness or tingling.     | tingling-numbness-leg=no
          She denies any history of injury, weight loss or fever. | onset-trauma-major=no onset-trauma-minor=no weight-loss=no fever=no
          He has never had pain, numbness or weakness in the legs. | tingling-numbness-leg=no leg-weakness=no
          Night sweats: none                               | night-sweats=no
          Any numbness? No.                                | tingling-numbness-leg=no
          I don't have any numbness or weakness but I do have trouble peeing | tingling-numbness-leg=no leg-weakness=no urinary-hesitancy-or-altered-sensation=yes
          I haven't lost control of my bladder             | urinary-incontinence=no
          Negative for: fever, weight loss. Positive for: night pain. | fever=no weight-loss=no night-pain=yes
          Numbness: no. Weakness: yes.                     | tingling-numbness-leg=no leg-weakness=yes
          neither bladder nor bowel problems               | urinary-retention=no bowel-incontinence=no
          There is no loss of bladder or bowel control     | urinary-incontinence=no bowel-incontinence=no
          Hip pain but no back pain or leg pain            | pain-hip-place-unsaid=yes pain-back-place-unsaid=no pain-leg-place-unsaid=no
          No pain on extension. Some pain with flexion.    | pain-worse-extension=no pain-worse-flexion=yes
          """)
  void deniesThroughListsAndNoFurther(String text, String expected) {
    assertThat(read(text)).contains(expected.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          can't pee                                  | urinary-retention=yes
          I cant pee                                 | urinary-retention=yes
          unable to pass urine since this morning    | urinary-retention=yes
          I can't feel when I wipe                   | saddle-numbness=yes
          no feeling between my legs                 | saddle-numbness=yes
          numbness around my back passage            | saddle-numbness=yes
          I've started wetting myself                | urinary-incontinence=yes
          cannot control my bowels                   | bowel-incontinence=yes
          no trouble peeing                          | urinary-retention=no
          no relief from rest                        | pain-not-improved-by-rest=yes
          Not relieved by rest or ibuprofen.         | pain-not-improved-by-rest=yes nsaid-response-good=no
          I have no feeling in my left foot          | tingling-numbness-leg=yes/left
          lost the ability to urinate                | urinary-retention=yes
          I feel like killing myself                 | thoughts-of-self-harm=yes
          legs are getting weaker                    | leg-weakness=yes progressive-neurological-deficit=yes
          weight loss without trying                 | weight-loss=yes
          erections have stopped working since it began | sexual-dysfunction-new=yes
          """)
  void lostAbilityIsNoDenial(String text, String expected) {
    assertThat(read(text)).contains(expected.split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if my legs go numb I will come back",
        "if you can't pee go to A&E",
        "She'll ring if she develops numbness between the legs",
        "I'll come back if he notices weakness in both legs",
        "Doctor told me to come back if I get numbness between my legs or lose control of my"
            + " bladder.",
        "Safety netted re saddle numbness, urinary retention and leg weakness.",
        "Do you have any numbness between your legs?",
        "Patient educated on cauda equina symptoms: saddle numbness, urinary retention, bilateral"
            + " leg weakness.",
        "She was told that she might develop leg weakness or incontinence.",
        "If symptoms worsen, including leg weakness or loss of bladder control, go to hospital.",
        "My foot was numb but now it is fine.",
        "Please monitor for urinary retention and saddle numbness.",
        "My friend can't pee.",
        "I used to have sciatica ten years ago but it went away.",
        "the weather is lovely and the trains run late",
        "I can't stand him",
        ""
      })
  void readsNothingIntoWhatIsNotStated(String text) {
    assertThat(READER.read(text).understood())
        .noneMatch(item -> item.value().toString().equals("yes"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          My mother had breast cancer but I have never had cancer myself. | history-cancer=no
          my dad has ankylosing spondylitis        | family-history-spondyloarthritis=yes
          He had prostate cancer years ago, all clear now | history-cancer=yes
          I used to smoke                          | smoking-history=yes
          """)
  void knowsWhoseAndWhen(String text, String expected) {
    assertThat(read(text)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a 62-year-old woman               | 62 | FEMALE
          72M with hip pain                 | 72 | MALE
          45 y/o female                     | 45 | FEMALE
          My husband is 61 and has hip pain | 61 | MALE
          My mum is 82, she slipped         | 82 | FEMALE
          forty-two year old man            | 42 | MALE
          """)
  void readsAgeAndSex(String text, int age, Sex sex) {
    Reading reading = READER.read(text);

    assertThat(reading.age()).isEqualTo(age);
    if (sex != null) {
      assertThat(reading.sex()).isEqualTo(sex);
    }
  }

  @Test
  void metresAreNoMenAndLevelsNoSides() {
    assertThat(READER.read("leg pain walking 50m").age()).isNull();
    assertThat(READER.read("leg pain walking 50m").sex()).isNull();
    assertThat(read("tender over L4/5")).containsExactly("lumbar-tenderness=yes");
    assertThat(read("SLR R 70 L 30")).contains("slr-positive=yes/both");
  }

  @Test
  void agesAreNotWeeksOrKilograms() {
    assertThat(READER.read("I'm 34 weeks pregnant").age()).isNull();
    assertThat(READER.read("I'm 92 kg").age()).isNull();
    assertThat(read("I'm 34 weeks pregnant")).contains("pregnancy=yes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hip pain for six months          | 26
          groin pain 3/52                  | 3
          back pain for 10 years           | 520
          hip pain for two weeks           | 2
          back pain for the last 2 days    | 0.29
          a 3-month history of back pain   | 13
          back pain for 2 to 4 weeks       | 4
          """)
  void readsDurations(String text, double weeks) {
    assertThat(READER.read(text).understood())
        .filteredOn(item -> item.findingId().equals("duration-weeks"))
        .singleElement()
        .satisfies(
            item ->
                assertThat(Double.parseDouble(item.value().toString()))
                    .isCloseTo(weeks, org.assertj.core.data.Offset.offset(weeks * 0.02)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pain is 7 out of 10                        | pain-intensity=7
          8/10 at worst, 3/10 at rest                | pain-intensity=8
          T 38.6                                     | fever=yes
          temperature 36.8°C                         | fever=no
          temperature 102 F                          | fever=yes
          CRP 85, ESR 60, WCC 14                     | crp-raised=yes esr-raised=yes wcc-raised=yes
          CRP 3                                      | crp-raised=no
          hip IR 10 degrees                          | hip-internal-rotation-degrees=10
          Leukocyte count: 8,500                     | wcc-raised=no
          EHL 4/5                                    | weakness-big-toe-extension=yes
          EHL 5/5                                    | weakness-big-toe-extension=no
          """)
  void readsNumbersByTheirRules(String text, String expected) {
    assertThat(read(text)).contains(expected.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The FADIR test is positive                       | fadir-positive=yes
          Thigh thrust and distraction tests are positive  | thigh-thrust-positive=yes distraction-positive=yes
          Straight leg raising is positive on the left     | slr-positive=yes/left
          Positive supine straight leg raise               | slr-positive=yes
          Strength and sensation are normal                | weakness-plantarflexion=no sensory-loss-s1=no leg-weakness=no
          Normal strength and sensation                    | weakness-plantarflexion=no sensory-loss-s1=no
          The right ankle reflex is absent                 | ankle-reflex-reduced=yes/right
          The greater trochanter is tender                 | trochanter-tenderness=yes
          Bilateral trochanteric regions are nontender     | trochanter-tenderness=no/both
          Neuro exam normal                                | leg-weakness=no ankle-reflex-reduced=no sensory-loss-l5=no foot-drop-new=no
          vital signs are within normal limits             | fever=no hypotension-shock=no
          """)
  void readsSignsWithTheirResults(String text, String expected) {
    assertThat(read(text)).contains(expected.split(" "));
  }

  @Test
  void normalNeurologyDeniesNoSaddleOrAnalTone() {
    assertThat(read("Neuro exam normal"))
        .noneMatch(
            item ->
                item.startsWith("saddle-numbness")
                    || item.startsWith("anal-tone")
                    || item.startsWith("perianal"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          worse when I sit and when I cough            | pain-worse-sitting=yes pain-worse-cough-sneeze=yes
          Aggravated by standing, walking and stairs.  | pain-worse-standing=yes pain-worse-walking=yes pain-stairs=yes
          agg sitting, standing; eases walking         | pain-worse-sitting=yes pain-worse-standing=yes pain-eases-with-continued-walking=yes
          Relieved by lying down and leaning forward   | pain-relieved-recumbent=yes pain-relieved-leaning-forward=yes
          Pain in the calf on walking                  | pain-calf=yes pain-worse-walking=yes
          """)
  void listsCarryTheirHead(String text, String expected) {
    assertThat(read(text)).contains(expected.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hip pain                             | pain-hip-place-unsaid=yes
          pain in my leg                       | pain-leg-place-unsaid=yes
          back pain                            | pain-back-place-unsaid=yes
          low back pain                        | pain-low-back-any=yes
          left low back pain                   | pain-lumbar=yes/left
          pain in both buttocks                | pain-buttock-any=yes/both
          pain in the right in the middle of my lower back | pain-lumbar-central=yes
          ache in the left groin and outer hip | pain-groin=yes/left pain-lateral-hip=yes/left
          pain at the back of my thigh         | pain-posterior-thigh=yes
          pain from the right hip to the left calf | pain-hip-place-unsaid=yes/right pain-calf=yes/left
          """)
  void readsPlacesAndSides(String text, String expected) {
    assertThat(read(text)).contains(expected.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          I have numbness in my hands            | tingling-numbness-leg
          stiffness of the hip                   | pain-hip-place-unsaid
          pain at the back of my thigh           | pain-back-place-unsaid
          MRI of the lumbar spine                | pain-low-back-any
          Neurology referral                     | leg-weakness
          a mother of two has a sore hip         | family-history-osteoarthritis
          """)
  void leavesAloneWhatIsSomethingElse(String text, String finding) {
    assertThat(read(text)).noneMatch(item -> item.startsWith(finding));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          numb betwen my legs                | saddle-numbness=yes
          I have weaknes in my leg           | leg-weakness=yes
          tinglling in my foot               | tingling-numbness-leg=yes
          constant pain in my buttok         | pain-buttock-any=yes
          """)
  void mendsMisspellings(String text, String expected) {
    assertThat(read(text)).contains(expected);
  }

  @Test
  void doubtsAreAskedAndNotSet() {
    assertThat(doubts("?CES")).contains("saddle-numbness");
    assertThat(read("?CES")).isEmpty();
    assertThat(doubts("possible saddle numbness")).contains("saddle-numbness");
    assertThat(read("possible saddle numbness")).isEmpty();
    assertThat(doubts("bowels aren't normal")).contains("bowel-incontinence");
    assertThat(read("bowels aren't normal")).isEmpty();
  }

  @Test
  void contradictionKeepsARedFlagAndAsks() {
    String text = "Saddle numbness. No saddle numbness.";

    assertThat(read(text)).contains("saddle-numbness=yes");
    assertThat(doubts(text)).contains("saddle-numbness");
  }

  @Test
  void contradictionOfAnythingElseIsOnlyAsked() {
    String text = "There is pain in the groin. There is no pain in the groin.";

    assertThat(read(text)).doesNotContain("pain-groin=yes", "pain-groin=no");
    assertThat(doubts(text)).contains("pain-groin");
  }

  @Test
  void aSpecificPositiveWinsOverABlanketDenial() {
    assertThat(read("No constitutional symptoms. He has had a fever since Monday."))
        .contains("fever=yes", "weight-loss=no");
  }

  @Test
  void weightLostOnPurposeIsNoWeightLoss() {
    String text = "She intentionally lost 20 kg. Her pain is less since the weight loss.";

    assertThat(read(text)).contains("weight-loss=no").doesNotContain("weight-loss=yes");
  }

  @Test
  void otherSideIsNoContradiction() {
    assertThat(read("SLR positive on the left. SLR negative on the right."))
        .contains("slr-positive=yes/left");
  }

  @Test
  void aHeadingOpensItsSection() {
    String text =
        "FAMILY HISTORY\nDiabetes.\nFever.\nPHYSICAL EXAM\nThe left hip is painful.\nPLAN:\nReturn"
            + " with urinary retention.";

    assertThat(read(text))
        .contains("pain-hip-place-unsaid=yes/left")
        .noneMatch(item -> item.startsWith("diabetes") || item.startsWith("fever"))
        .noneMatch(item -> item.startsWith("urinary"));
  }

  /** Phrases without alternatives that state one finding, which is present. */
  private static List<String[]> plainPositives() {
    List<String[]> phrases = new ArrayList<>();
    for (String file : List.of("history.csv", "examination.csv")) {
      for (DataFile.Row row : DataFile.read("lexicon/" + file).rows()) {
        String phrase = row.text("phrase");
        String sets = row.text("sets");
        if (row.text("tags").isEmpty()
            && sets.endsWith("=yes")
            && !sets.contains(";")
            && phrase.matches("[a-z' ]+")) {
          phrases.add(new String[] {phrase, sets.substring(0, sets.length() - "=yes".length())});
        }
      }
    }
    return phrases;
  }

  @Test
  void phrasesOfTheLexiconAreReadAsTheyAreMeant() {
    List<String> wrong = new ArrayList<>();
    for (String[] phrase : plainPositives()) {
      if (read(phrase[0]).contains(phrase[1] + "=no")) {
        wrong.add(phrase[0]);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "She denies %s.",
        "No fever, rash or %s.",
        "If he gets %s he should come back.",
        "Return if you notice %s."
      })
  void redFlagsThatAreDeniedOrFearedAreNeverStated(String sentence) {
    Lexicon lexicon = Lexicon.load(KNOWLEDGE.vocabulary());
    List<String> wrong = new ArrayList<>();
    for (String[] phrase : plainPositives()) {
      boolean isNoun =
          !phrase[0].matches("(no|non|not|can't|cannot|unable|haven't|won't|i|i'm|i've) .*");
      if (isNoun
          && lexicon.alarming.contains(phrase[1])
          && read(sentence.formatted(phrase[0])).stream()
              .anyMatch(item -> item.startsWith(phrase[1] + "=yes"))) {
        wrong.add(phrase[0]);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void aHeadingInFrontOfItsTextHoldsForTheSentence() {
    assertThat(read("PMH: T2DM, high blood pressure. C/o pain in the calf and fever."))
        .contains("diabetes=yes", "pain-calf=yes", "fever=yes");
  }

  @Test
  void quotesAreCutFromTheText() {
    Random random = new Random(7);
    String[] pieces = {
      HEADLINE,
      "no fever, ",
      "pain in the right hip. ",
      "\n",
      "SLR 40°, ",
      "é¿\u202f",
      "(",
      "7/10",
      "—",
      "can’t pee ",
      "?",
      "and ",
      "\uD83D\uDE00",
      "l5-s1 ",
      "|",
      "'",
      "½ "
    };
    for (int i = 0; i < 300; i++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(12);
      for (int j = 0; j < length; j++) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      Reading reading = READER.read(text.toString());
      for (Understood item : reading.understood()) {
        assertThat(text.substring(item.start(), item.end())).isEqualTo(item.quote());
        assertThat(KNOWLEDGE.vocabulary().require(item.findingId()).id())
            .isEqualTo(item.findingId());
      }
      for (Doubt item : reading.doubts()) {
        assertThat(text.substring(item.start(), item.end())).isEqualTo(item.quote());
      }
      assertThat(reading.understood().stream().map(Understood::findingId)).doesNotHaveDuplicates();
    }
  }

  @Test
  void anyCharactersCanBeRead() {
    Random random = new Random(11);
    for (int i = 0; i < 200; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = 0; j < 200; j++) {
        text.append((char) (random.nextInt(4) == 0 ? random.nextInt(65536) : random.nextInt(128)));
      }
      assertThat(READER.read(text.toString()).doubts()).isNotNull();
    }
  }

  @Test
  void appliesToAPresentation() {
    Presentation presentation =
        READER.read(HEADLINE).applyTo(Presentation.builder(KNOWLEDGE.vocabulary())).build();

    assertThat(presentation.age()).isEqualTo(58);
    assertThat(presentation.isPresent("pain-groin")).isTrue();
    assertThat(presentation.painRegions()).contains(new PainRegion("groin", Side.LEFT));
  }

  @Test
  void readsAMegabyteInLinearTime() {
    String unit = HEADLINE + ". No fever, weight loss or night pain; (worse sitting and walking). ";
    String text = unit.repeat(1_000_000 / unit.length() + 1);
    READER.read(text.substring(0, 100_000));
    long start = System.nanoTime();

    Reading reading = READER.read(text);

    assertThat(reading.age()).isEqualTo(58);
    assertThat((System.nanoTime() - start) / 1e9).as("seconds").isLessThan(20);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"(", "no ", "pain and ", "a, ", "no fever, ", "left ", "?", "-", "1 ", "if "})
  void oddRepetitionsCostNoMore(String unit) {
    String text = unit.repeat(200_000 / unit.length());
    long start = System.nanoTime();

    READER.read(text);

    assertThat((System.nanoTime() - start) / 1e9).as("seconds").isLessThan(20);
  }

  @Test
  void manyThreadsReadTheSame() throws Exception {
    Reading expected = READER.read(HEADLINE);
    try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
      List<Callable<Reading>> tasks = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        tasks.add(() -> READER.read(HEADLINE));
      }
      for (Future<Reading> future : pool.invokeAll(tasks)) {
        assertThat(future.get()).isEqualTo(expected);
      }
    }
  }
}

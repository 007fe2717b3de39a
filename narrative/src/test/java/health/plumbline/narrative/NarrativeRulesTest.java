package health.plumbline.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Sex;
import health.plumbline.knowledge.Side;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader of clinical words must handle, point by point. */
class NarrativeRulesTest {

  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.load();
  private static final Reader READER = Reader.load(KNOWLEDGE);

  private static List<String> read(String text) {
    List<String> items = new ArrayList<>();
    for (Understood item : READER.read(text).understood()) {
      String side = item.side() == Side.UNSTATED ? "" : "/" + item.side().id();
      items.add(item.findingId() + "=" + item.value() + side);
    }
    return items;
  }

  private static List<String> asked(String text) {
    return READER.read(text).doubts().stream().map(Doubt::findingId).distinct().toList();
  }

  private static void assertReads(String text, String expected) {
    List<String> items = read(text);
    for (String part : expected.trim().split(" +")) {
      switch (part.charAt(0)) {
        case '!' ->
            assertThat(items).as(text).noneMatch(item -> item.startsWith(part.substring(1)));
        case '?' -> {
          assertThat(asked(text)).as(text).contains(part.substring(1));
          assertThat(items).as(text).noneMatch(item -> item.startsWith(part.substring(1) + "="));
        }
        default -> assertThat(items).as(text).contains(part);
      }
    }
  }

  /** 1: alternatives and gaps compile; the longest phrase wins. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pain at the back of my thigh when I sit                | pain-posterior-thigh=yes !pain-back-place-unsaid
          My hip pain is not relieved by rest                    | pain-not-improved-by-rest=yes !pain-not-improved-by-rest=no
          I can't feel the toilet paper when I wipe              | saddle-numbness=yes
          """)
  void point01LongestPhraseWins(String text, String expected) {
    assertReads(text, expected);
  }

  /** 2: text and phrases are made alike. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Hip IR 15°                                             | hip-internal-rotation-degrees=15
          EHL 4-/5 on the left                                   | weakness-big-toe-extension=yes/left
          Slump +ve                                              | slump-positive=yes
          FABER -ve                                              | faber-positive=no
          Thigh thrust +, compression -, sacral thrust -         | thigh-thrust-positive=yes compression-positive=no sacral-thrust-positive=no
          low-back pain                                          | pain-low-back-any=yes
          Hip ROM ↓                                              | hip-rom-reduced=yes
          """)
  void point02NotationIsStandardised(String text, String expected) {
    assertReads(text, expected);
  }

  /** 3: articles, possessives and sides may stand inside a phrase, and the side is kept. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pain in the back of her left thigh                     | pain-posterior-thigh=yes/left
          tender over the R greater trochanter                   | trochanter-tenderness=yes/right
          Pain in the groin, right more than left                | pain-groin=yes/right
          SLR positive L                                         | slr-positive=yes/left
          """)
  void point03SidesInsidePhrases(String text, String expected) {
    assertReads(text, expected);
  }

  /** 4: what stands before a comma does not describe what stands behind it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Knee jerk absent, ankle jerk present                   | knee-reflex-reduced=yes ankle-reflex-reduced=no
          Slump negative, sensation reduced over the little toe  | slump-positive=no sensory-loss-s1=yes
          Numb toes, pain between my legs when riding            | !saddle-numbness
          """)
  void point04NoReachOverCommas(String text, String expected) {
    assertReads(text, expected);
  }

  /** 5: some abbreviations are words unless written in capitals. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FAIR test positive                                     | fair-positive=yes
          It is only fair to say that my hip hurts               | !fair-positive
          The pain came from the hip                             | !hip-rom-reduced
          """)
  void point05CapitalsMatter(String text, String expected) {
    assertReads(text, expected);
  }

  /** 6: straight leg raising. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SLR 35 degrees with leg pain                           | slr-positive=yes
          SLR 85 both sides                                      | slr-positive=no/both
          SLR 68                                                 | !slr-positive
          SLR limited by tight hamstrings only                   | !slr-positive=yes
          Crossed SLR positive                                   | crossed-slr-positive=yes
          Unable to SLR after the fall                           | unable-straight-leg-raise=yes
          """)
  void point06StraightLegRaising(String text, String expected) {
    assertReads(text, expected);
  }

  /** 7: of two numbers the affected side, or the first. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Hip IR 10 compared with 35                             | hip-internal-rotation-degrees=10
          BP 82/50                                               | hypotension-shock=yes
          BP 124/80                                              | hypotension-shock=no
          """)
  void point07TwoNumbers(String text, String expected) {
    assertReads(text, expected);
  }

  /** 8: counts of tests give the cluster; only "all" sets the single tests. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          4/5 SIJ tests positive                                 | sij-cluster-3-of-5=yes !thigh-thrust-positive !gaenslen-positive
          SIJ tests all negative                                 | thigh-thrust-positive=no distraction-positive=no gaenslen-positive=no
          """)
  void point08Counts(String text, String expected) {
    assertReads(text, expected);
  }

  /** 9: what a normal neurological examination denies, and what not. */
  @Test
  void point09NeurologicallyIntact() {
    assertReads(
        "Neurologically intact",
        "weakness-ankle-dorsiflexion=no weakness-plantarflexion=no weakness-hip-flexion=no"
            + " ankle-reflex-reduced=no knee-reflex-reduced=no sensory-loss-l2=no sensory-loss-s1=no"
            + " upper-motor-neuron-signs=no foot-drop-new=no !saddle-numbness !anal-tone !slr"
            + " !vibration !weakness-hip-abduction !perianal");
    assertReads("Reflexes 2+ and symmetric", "ankle-reflex-reduced=no knee-reflex-reduced=no");
    assertReads("Neurology referral", "!weakness !ankle-reflex !sensory !leg-weakness");
  }

  /** 10: range is not power. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Dorsiflexion 3/5 on the right                          | weakness-ankle-dorsiflexion=yes/right
          He walks on his heels with difficulty                  | weakness-ankle-dorsiflexion=yes
          She cannot stand on tiptoe on the left                 | weakness-plantarflexion=yes/left
          Hip internal rotation reduced                          | hip-internal-rotation-reduced=yes !leg-weakness
          Finger floor distance 35 cm                            | finger-floor-distance-over-25cm=yes
          """)
  void point10RangeOrPower(String text, String expected) {
    assertReads(text, expected);
  }

  /** 11: an image keeps its region, and a name alone is no image. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MRI shows discitis                                     | mri-spinal-infection=yes
          ?AVN                                                   | !hip-mri-osteonecrosis
          Hip X-ray normal                                       | !hip-xray-fracture=yes !lumbar-radiograph-fracture
          Lumbar X-ray shows no fracture                         | lumbar-radiograph-fracture=no !hip-xray-fracture
          """)
  void point11ImagesKeepTheirRegion(String text, String expected) {
    assertReads(text, expected);
  }

  /** 12: names of conditions and medicines are history. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Known prostate cancer on zoladex                       | history-cancer=yes
          On apixaban for AF                                     | anticoagulant-use=yes known-vascular-disease=yes
          Prednisolone 10 mg for years                           | corticosteroid-use=yes
          T-score -3                                             | osteoporosis=yes
          Takes alendronic acid every week                       | osteoporosis=yes
          On methotrexate for rheumatoid arthritis               | immunosuppression=yes rheumatoid-arthritis=yes
          Metformin 500 mg                                       | diabetes=yes
          CKD stage 4                                            | chronic-liver-or-kidney-disease=yes
          THR in 2015                                            | joint-prosthesis=yes
          I have had sciatica down my left leg for a week        | pain-leg-place-unsaid=yes/left
          """)
  void point12KnownConditionsAndMedicines(String text, String expected) {
    assertReads(text, expected);
  }

  /** 13: a small residual denies itself, and never cauda equina syndrome. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Post void residual 60 ml                               | post-void-residual-over-200ml=no !saddle-numbness !urinary-retention
          Bladder scan 450 ml                                    | post-void-residual-over-200ml=yes
          Bloods normal. Temperature 38.9                        | fever=yes
          No red flags                                           | !saddle-numbness !urinary-retention !weight-loss
          """)
  void point13WeakDenials(String text, String expected) {
    assertReads(text, expected);
  }

  /** 14: a short leg after a fall, an old stoop. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          After the fall the leg is shortened and externally rotated | leg-short-externally-rotated=yes
          One leg is slightly shorter than the other             | !leg-short-externally-rotated !leg-length-change-sudden
          """)
  void point14ShortLegs(String text, String expected) {
    assertReads(text, expected);
  }

  /** 15: a lost ability is a symptom. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          I can't pee                                            | urinary-retention=yes
          I haven't been able to pass water since last night     | urinary-retention=yes
          no feeling when I wipe                                 | saddle-numbness=yes
          No trouble peeing                                      | urinary-retention=no !urinary-retention=yes
          can still feel myself wipe                             | saddle-numbness=no
          The bowels aren't normal                               | !bowel-incontinence=no
          I can't get up to pee because my hip hurts             | !urinary-retention
          """)
  void point15LostAbility(String text, String expected) {
    assertReads(text, expected);
  }

  /** 16: no change, no relief. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          No relief from ibuprofen                               | nsaid-response-good=no
          No relief with rest                                    | pain-not-improved-by-rest=yes
          No change in bladder or bowels                         | urinary-retention=no bowel-incontinence=no
          Her weight is stable                                   | weight-loss=no
          """)
  void point16NoChange(String text, String expected) {
    assertReads(text, expected);
  }

  /** 17: the longest match wins across findings. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pain on the outside of my calf                         | pain-lateral-leg=yes !pain-calf
          No pain below the knee but an ache in the buttock      | pain-below-knee=no pain-buttock-any=yes !pain-knee-place-unsaid
          I can't stand the pain in my buttock                   | !unable-weight-bear !pain-worse-standing
          I've been on my feet all day and my hip aches          | pain-hip-place-unsaid=yes !pain-foot-any
          """)
  void point17LongestAcrossFindings(String text, String expected) {
    assertReads(text, expected);
  }

  /** 18: lists carry their head; a comparison states two findings. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no fever or weight loss but he has had night sweats    | fever=no weight-loss=no night-sweats=yes
          Worse on sitting, bending and coughing                 | pain-worse-sitting=yes pain-worse-flexion=yes pain-worse-cough-sneeze=yes
          The back pain is worse sitting than standing           | pain-worse-sitting=yes pain-worse-standing=no
          It improves with exercise but not with rest            | pain-improves-with-exercise=yes pain-not-improved-by-rest=yes
          no temp no sweats just back ache                       | fever=no night-sweats=no pain-back-place-unsaid=yes
          Neither fever nor weight loss                          | fever=no weight-loss=no
          not only the back, the left groin aches too            | pain-groin=yes/left
          """)
  void point18ListsAndComparisons(String text, String expected) {
    assertReads(text, expected);
  }

  /** 19: places, also by gesture. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pain in my hip                                         | pain-hip-place-unsaid=yes
          pain in the outside of my right hip                    | pain-lateral-hip=yes/right
          C-sign on the left, deep ache                          | pain-groin=yes/left pain-lateral-hip=yes/left
          She points with one finger to the dimple               | fortin-finger=yes pain-sacroiliac=yes
          pain between my shoulder blades                        | pain-thoracic-back=yes
          pain down the leg to the ankle                         | pain-below-knee=yes
          buttock pain that never goes past the knee             | pain-below-knee=no !pain-knee-place-unsaid
          aching in both legs                                    | bilateral-buttock-leg-pain=yes/both
          my calves ache                                         | pain-calf=yes/both
          """)
  void point19Places(String text, String expected) {
    assertReads(text, expected);
  }

  /** 20: numbers by their units. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          back pain 6/52                                         | duration-weeks=6
          hip pain for 3/12                                      | duration-weeks=13
          pain 8/10                                              | pain-intensity=8
          T 38.4                                                 | fever=yes
          temperature 101.3 F                                    | fever=yes
          tender at T12                                          | !fever
          back pain, 24/40 pregnant                              | pregnancy=yes !duration-weeks
          knee replacement six months ago, hip pain today        | !duration-weeks
          stiff for 90 minutes in the morning                    | morning-stiffness-minutes=90
          stiff for an hour and a half every morning             | morning-stiffness-minutes=90
          """)
  void point20Numbers(String text, String expected) {
    assertReads(text, expected);
  }

  /** 21: what counts only if new, what counts for ever, and the family. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Longstanding stress incontinence                       | bladder-bowel-change-longstanding=yes
          Breast cancer ten years ago, all clear                 | history-cancer=yes
          I used to smoke                                        | smoking-history=yes
          My mother has psoriasis                                | family-history-spondyloarthritis=yes !psoriasis
          My dad had both hips replaced for osteoarthritis       | family-history-osteoarthritis=yes
          In the past I had a fever                              | !fever
          I fell off a ladder and then the back pain started     | onset-trauma-major=yes
          """)
  void point21NewOldAndFamily(String text, String expected) {
    assertReads(text, expected);
  }

  /** 22: who is meant, idioms, advice. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          If you can't pee go to A&E                             | !urinary-retention
          The leaflet says to call if you go numb between the legs | !saddle-numbness
          My neighbour couldn't pass water, I go perfectly well  | !urinary-retention=yes
          It's all right, the pain is right in the middle of my lower back | pain-lumbar-central=yes
          Which of these is worrying: fever, weight loss or urinary retention? | !fever !weight-loss !urinary-retention
          """)
  void point22WhoAndWhat(String text, String expected) {
    assertReads(text, expected);
  }

  @Test
  void point22ABabyIsTheChildOrTheBirthByWhoComplains() {
    Reading baby = READER.read("our baby is 5 weeks old, she screams when i change her");
    Reading mother = READER.read("Baby is 6 weeks old, my tailbone is so sore");
    Reading nobody = READER.read("hip pain since my 8 month old injury");

    assertThat(baby.age()).isZero();
    assertThat(baby.understood()).noneMatch(item -> item.findingId().equals("postpartum"));
    assertThat(mother.age()).isNull();
    assertThat(mother.understood()).anyMatch(item -> item.findingId().equals("postpartum"));
    assertThat(nobody.age()).isNull();
  }

  @Test
  void point22WhatARelativeHasIsTheirsBesideTheirAge() {
    String[] texts = {
      "Dad was 72 when he got prostate cancer. My back hurts at night.",
      "My dad is 72 with prostate cancer. My back hurts at night.",
    };
    for (String text : texts) {
      assertThat(READER.read(text).understood())
          .as(text)
          .noneMatch(item -> item.findingId().equals("history-cancer"))
          .noneMatch(item -> item.findingId().equals("age"));
    }
  }

  @Test
  void point22MumIsThePatientWhereOnlyHerComplaintsAreTold() {
    Reading mum =
        READER.read(
            "Mum is 84 and slipped off the kerb. She winces and holds her groin. No bruise that I"
                + " can see.");

    assertThat(mum.age()).isEqualTo(84);
    assertThat(mum.sex()).isEqualTo(Sex.FEMALE);
    assertThat(mum.understood()).anyMatch(item -> item.findingId().equals("pain-groin"));
  }

  @Test
  void point22PronounsStateTheSex() {
    assertThat(READER.read("She reports pain in the groin.").sex()).isEqualTo(Sex.FEMALE);
    assertThat(READER.read("His left thigh is thinner.").sex()).isEqualTo(Sex.MALE);
    assertThat(READER.read("My back hurts and the doctor said she would call.").sex()).isNull();
    assertThat(READER.read("Her mother had a hip fracture.").sex()).isEqualTo(Sex.FEMALE);
    assertThat(READER.read("My mum is 82, she slipped on the mat").age()).isEqualTo(82);
  }

  @Test
  void aDoubtIsAskedAndNeitherSetNorDropped() {
    assertReads("Perhaps some numbness between the legs", "?saddle-numbness");
    assertReads("I don't know whether I've lost weight", "?weight-loss");
    assertReads("altered sensation ?saddle", "?saddle-numbness");
    assertReads("There might be some weakness of dorsiflexion", "?weakness-ankle-dorsiflexion");
  }

  /** What is told of others, asked or supposed, and then said not to be so. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          If I was losing weight or sweating at night I'd worry, but I'm not.       | weight-loss=no night-sweats=no
          My mum had bowel cancer but I've never had anything like that myself.     | history-cancer=no
          She asked about fever, night sweats and cancer and I said no to the lot.  | fever=no night-sweats=no history-cancer=no
          Our Joan had cancer in her spine, God rest her, and she was only sixty.   | !history-cancer
          He was a heavy drinker all his life, my late husband.                     | !alcohol-heavy
          """)
  void whatIsDisclaimedIsDenied(String text, String expected) {
    assertReads(text, expected);
  }

  /** A noun with its predicate behind it is a sentence of its own, not an item of a denied list. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          No saddle numbness, left leg weak.              | saddle-numbness=no !leg-weakness=no
          No saddle numbness, leg weakness or fever.      | saddle-numbness=no leg-weakness=no fever=no
          Weakness or numbness: none.                     | leg-weakness=no tingling-numbness-leg=no
          Her husband has noticed that she is unsteady on her feet. | difficulty-walking-unsteady=yes
          According to his daughter he has lost two stone. | weight-loss=yes
          """)
  void whoSaysItAndOfWhat(String text, String expected) {
    assertReads(text, expected);
  }

  /** A polite "if" supposes nothing, nor does "as if". */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          I should be grateful if you would see him, as he has become incontinent of urine.  | urinary-incontinence=yes
          My leg feels as if it has gone numb.                                               | tingling-numbness-leg=yes
          Come back if you become incontinent of urine.                                      | !urinary-incontinence
          """)
  void politeIfs(String text, String expected) {
    assertReads(text, expected);
  }

  /** What somebody asks about as his own is asked back, what an examiner asks is not. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Is this numbness between my legs dangerous?                        | ?saddle-numbness
          I can't feel it properly when I wipe?                              | ?saddle-numbness
          My leg has gone weak, is that bad?                                 | leg-weakness=yes
          Which of these would worry you most: fever, retention of urine?    | !fever !urinary-retention
          What if my bladder stopped working?                                | !urinary-retention
          """)
  void questions(String text, String expected) {
    assertReads(text, expected);
  }

  /** Over is what has gone, not what has gone numb; a year is past, a plan is not. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          I had a week of fever with the flu, that's long gone.     | !fever
          Wt down 8 kg in 3/12 unintentional.                       | weight-loss=yes
          I had a numb foot in 2009.                                | !tingling-numbness-leg
          thigh thrust L ++, compression -                          | thigh-thrust-positive=yes/left compression-positive=no
          anal tone ? reduced                                       | ?anal-tone-reduced
          Sacral thrust equivocal.                                  | ?sacral-thrust-positive
          """)
  void whatIsOver(String text, String expected) {
    assertReads(text, expected);
  }

  @Test
  void aDenialInTheMiddleOfAPhraseIsNoStatement() {
    assertReads("My legs haven't gone numb", "!tingling-numbness-leg=yes");
    assertReads("Numb toes but nothing around the saddle", "!saddle-numbness=yes");
  }

  @Test
  void phoneSpellingsAreRead() {
    assertReads(
        "numb down ther n cant wee since yday", "saddle-numbness=yes urinary-retention=yes");
    assertReads("bak pain b4 2day walkin hurts", "pain-back-place-unsaid=yes");
  }

  @Test
  void aSideCarriesOnWhileOnlyOneIsSpokenOf() {
    assertReads("The pain is in the left buttock. It spreads into the calf.", "pain-calf=yes/left");
    assertReads(
        "Pain in the left buttock and the right knee. It spreads into the calf.",
        "!pain-calf=yes/left !pain-calf=yes/right");
  }

  /** Words that were once misread. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a pulsating mass in the buttock                        | !pulsatile-abdominal-mass
          30 years of back pain, worse for 3 months              | duration-weeks=1560
          back pain, maybe numb down below, not sure             | ?saddle-numbness
          """)
  void knownMisreadings(String text, String expected) {
    assertReads(text, expected);
  }

  /** A place that is pointed out hurts, unless something else is said of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Mine is the hip, it grumbles                           | pain-hip-place-unsaid=yes
          It's my knee, the right one                            | pain-knee-place-unsaid=yes/right
          It isn't the hip, it's the back                        | pain-hip-place-unsaid=no pain-back-place-unsaid=yes
          It's my leg that is weak                               | !pain-leg-place-unsaid
          L groin 10/52, came on over pre-season                 | pain-groin=yes/left duration-weeks=10
          Numb over the front of my knee                         | !pain-anterior-knee
          Never had back trouble before                          | previous-episodes-back-pain=no !pain-back-place-unsaid
          My back has been playing up since spring               | pain-back-place-unsaid=yes
          """)
  void whatIsPointedOutHurts(String text, String expected) {
    assertReads(text, expected);
  }

  /** A side at the end, or named afterwards, belongs to the place. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Groin pain 4/12 L                                      | pain-groin=yes/left
          My hip hurts, doctor, the left one                     | pain-hip-place-unsaid=yes/left
          Groin pain, right leg weak                             | !pain-groin=yes/right
          """)
  void aSideMayBeNamedAfterThePlace(String text, String expected) {
    assertReads(text, expected);
  }

  /** A test that brings the pain on is positive, and one that is named with a side was. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Hop test: groin pain                                   | hop-test-positive=yes
          FABER R posterior pain                                 | faber-positive=yes/right faber-site=posterior/right
          Trendelenburg R, antalgic gait                         | trendelenburg=yes/right limp=yes
          Thigh thrust L ++, compression -                       | thigh-thrust-positive=yes/left compression-positive=no
          IR limited to 10 degrees and painful                   | hip-internal-rotation-degrees=10 hip-internal-rotation-pain=yes
          IR full and pain free                                  | hip-internal-rotation-pain=no
          """)
  void aTestIsToldByItsPain(String text, String expected) {
    assertReads(text, expected);
  }

  /** A foot that leg pain reaches to is no reason to forget the leg. */
  @Test
  void whereAPainReachesToDoesNotReplaceItsSeat() {
    assertReads(
        "L leg pain to the foot", "pain-leg-place-unsaid=yes/left pain-below-knee=yes/left");
  }

  /** A duration belongs to the complaint that it stands beside. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The numbness of his feet has been present for 10 years | !duration-weeks
          Her wound has been weeping for 4 days                  | !duration-weeks
          It started 5 weeks ago                                 | duration-weeks=5
          a retired farmer with a two-year history of hip pain   | duration-weeks=104
          """)
  void aDurationIsThatOfThePain(String text, String expected) {
    assertReads(text, expected);
  }

  /** Whoever tells of one relative's complaints and of no other's writes for that relative. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          My wife has sciatica and she can't pee                  | urinary-retention=yes sex=female
          It's my gran, she's numb between her legs               | saddle-numbness=yes sex=female
          My daughter, 34, hurt her back and her foot drags       | foot-drop-new=yes
          My husband's back went on Monday and now he doesn't want to live any more | thoughts-of-self-harm=yes
          My husband's foot drags and my back hurts               | !foot-drop-new pain-back-place-unsaid=yes
          My wife's foot drags but mine doesn't                   | foot-drop-new=no
          My dad had prostate cancer                              | !history-cancer
          My mum had sciatica and couldn't feel her foot          | !tingling-numbness-leg
          My back hurts. My dad's foot drags, it's his back       | pain-back-place-unsaid=yes !foot-drop-new
          """)
  void theOnlyOneWhoComplainsIsThePatient(String text, String expected) {
    assertReads(text, expected);
  }

  /** A test that was not done has no result, not even its neighbour's. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          S2-4 sensation intact to light touch and pinprick, anal tone not assessed | !anal-tone-reduced
          Perianal sensation normal, anal tone declined          | perianal-sensation-reduced=no !anal-tone-reduced
          Anal tone normal, perianal sensation not tested        | anal-tone-reduced=no !perianal-sensation-reduced
          Fortin finger was negative                             | fortin-finger=no
          """)
  void aTestNotDoneHasNoResult(String text, String expected) {
    assertReads(text, expected);
  }

  /** A time years back makes the past of what its clause tells in the past tense. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          In 2009 I couldn't pee but that was a different thing   | !urinary-retention
          Years ago I was numb between my legs, all better now    | !saddle-numbness
          As a child I fainted once                               | !collapse-or-syncope
          My legs went weak when I was pregnant with my first, twenty years ago | !leg-weakness
          Ten years ago I lost all feeling between my legs and it never came back | saddle-numbness=yes
          I've been numb between my legs since 2009               | saddle-numbness=yes
          Last year I was numb between my legs and I still am     | saddle-numbness=yes
          I had back trouble years ago but now I can't pee        | urinary-retention=yes
          In 2009 I had breast cancer                             | history-cancer=yes
          """)
  void whatWasYearsAgoIsPast(String text, String expected) {
    assertReads(text, expected);
  }

  /** A denial ends where the next words are a sentence of their own. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          No cough, my foot drags                                 | foot-drop-new=yes
          No cough and can't feel when I wipe                     | saddle-numbness=yes
          No rash, numb round my back passage                     | saddle-numbness=yes
          No cough, wetting myself                                | urinary-incontinence=yes
          No cough and my leg is cold and white                   | leg-cold-pale=yes
          Without any warning I can't pee                         | urinary-retention=yes
          No good: I can't pee                                    | urinary-retention=yes
          No fever, numbness or weight loss                       | fever=no weight-loss=no
          No numbness, weak legs or weight loss                   | weight-loss=no leg-weakness=no
          """)
  void aDenialEndsBeforeASentenceOfItsOwn(String text, String expected) {
    assertReads(text, expected);
  }

  /** Of relatives only parents, brothers, sisters and children count. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          My uncle has ankylosing spondylitis                    | !family-history-spondyloarthritis !axial-spondyloarthritis-known
          My brother has ankylosing spondylitis                  | family-history-spondyloarthritis=yes
          FHx: father lung cancer; brother psoriasis             | family-history-spondyloarthritis=yes !psoriasis
          """)
  void onlyFirstDegreeRelativesCount(String text, String expected) {
    assertReads(text, expected);
  }

  /** Sitting that makes no difference is not worse; a tablet that makes none does not help. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Bending and sitting make no difference                 | pain-worse-flexion=no pain-worse-sitting=no !pain-relieved-sitting
          Ibuprofen makes no difference                          | nsaid-response-good=no
          Standing and walking give no trouble                   | pain-worse-standing=no pain-worse-walking=no
          Nil trauma, insidious onset hip pain                   | onset-insidious=yes onset-trauma-minor=no pain-hip-place-unsaid=yes
          """)
  void whatMakesNoDifference(String text, String expected) {
    assertReads(text, expected);
  }

  /** A denied verb takes nothing away from what stands behind a comma. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          I've got a rash that doesn't fade, fever, stiff neck and back pain | fever
          My knee doesn't bend, fever and back pain                          | fever
          The wound won't close, fever, night sweats                         | night-sweats
          A cut that isn't closing, fever and weight loss                    | weight-loss
          The rash didn't clear, weight loss                                 | weight-loss
          """)
  void aDeniedVerbReachesOverNoComma(String text, String finding) {
    assertThat(ReadValues.of(text, finding)).as(text).containsExactly(FindingValue.YES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I don't have a cough, fever or weight loss",
        "He does not complain of cough, fever or weight loss",
        "No cough, fever or weight loss",
        "I haven't had a cough, fever or weight loss"
      })
  void aListOfDenialsGoesOn(String text) {
    assertThat(ReadValues.of(text, "fever")).as(text).containsExactly(FindingValue.NO);
  }

  /** An age between commas belongs to the person in front of it; other numbers there do not. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          My daughter, 9, has hip pain and a limp           | age=9 sex=female limp=yes
          Mrs Jones, 77, fell and her hip hurts             | age=77 sex=female
          I'm Dave, 55, builder, back's gone                | age=55
          Sarah here, 34, bad hip pain                      | age=34
          I’m Dave, 55, builder, bad hip, stiff 30 mins, 10, 20 times a day | age=55
          back ache 3 weeks. 73. Both hips stiff 2 hours    | age=73
          Back pain, 29, f                                  | age=29 sex=female
          72, hip pain for weeks                            | age=72
          61/M back pain                                    | age=61 sex=male
          52yo F with low back pain                         | age=52 sex=female
          Temple headache, jaw aches chewing, hips stiff, 74 | age=74
          dodgy knees and a sore back, 71, still bowling    | age=71
          Hip pain since 3 weeks, worse on stairs, 12       | !age
          Back pain, 8, worse at night                      | !age
          I've had back pain on and off, 3, maybe 4 years   | !age
          Hip pain, 12, 14 and 15 October were the worst    | !age
          """)
  void ageBetweenCommas(String text, String expected) {
    assertReads(text, expected);
  }

  /** The age of a child or a husband is not the patient's, unless they are the patient. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          I have a 5 year old daughter and lifting her makes my back spasm        | !age pain-back-place-unsaid=yes
          I have twins aged 2 and carrying both has left me with pain in my hip   | !age
          My grandson is 8 and when I picked him up something popped in my back   | !age
          I'm a grandmother and lifting my grandson, 3, gave me a sharp pain in the back | !age sex=female
          I'm 54 and care for my 80 year old father; lifting him gave me sciatica | age=54
          My wife is 70 and says I should go to the doctor about my leg pain      | !age !sex
          My partner is 34 and fit, while I can't get off the sofa with my back   | !age
          I'm 45, my daughter is 11 and she has hip pain after dance              | age=11 sex=female
          The pain in my back started at age 15                                   | !age
          My mattress is 15 years old and my back is stiff                        | !age
          My spine looks like a 60 year old's on the scan and my back hurts       | !age
          """)
  void whoseAge(String text, String expected) {
    assertReads(text, expected);
  }

  /** To name one's back is to complain of it where nothing else is said; a leg may be anything. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Just turned 40 and my back has given up on me lol            | age=40 pain-back-place-unsaid=yes
          I work as a nurse and my back is wrecked                     | pain-back-place-unsaid=yes
          Caller is daughter, pt 77M, sudden tearing back pain         | age=77 sex=male pain-back-place-unsaid=yes
          lower back                                                   | pain-low-back-any=yes
          fell asleep under a tree, back stiff                         | pain-back-place-unsaid=yes
          What can I do about the pain in my hips?                     | pain-hip-place-unsaid=yes/both
          Should I be worried about back pain?                         | pain-back-place-unsaid=yes
          Do you have back pain and any numbness between your legs?    | !saddle-numbness
          If my back hurts and I can't pee I will go to A&E            | !urinary-retention
          I crossed my legs                                            | !pain-leg-place-unsaid
          My back is fine                                              | !pain-back-place-unsaid=yes
          My mum had sciatica and couldn't feel her foot               | !tingling-numbness-leg
          """)
  void namesOnesOwnBack(String text, String expected) {
    assertReads(text, expected);
  }

  /** Whoever types of the complaints of one relative alone asks for that relative. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          My mum fell and she can't get up                  | sex=female onset-trauma-minor=yes unable-weight-bear=yes
          mum fell, can't stand on her leg                  | sex=female unable-weight-bear=yes
          our 3 year old son won't walk, hip hurts          | age=3 sex=male unable-weight-bear=yes
          My nan is 90, back pain                           | age=90 sex=female
          My wife fell last week. My back hurts             | !onset-trauma-minor !sex pain-back-place-unsaid=yes
          Mum says I should rest. My back hurts             | !sex pain-back-place-unsaid=yes
          Wife says I limp. Hip pain                        | !sex limp=yes
          """)
  void textsForARelative(String text, String expected) {
    assertReads(text, expected);
  }

  /** "Pain in back" is a phrase; "pain in the back of my thigh" is of another place. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Pain in the back of my thigh                | pain-posterior-thigh=yes !pain-back-place-unsaid
          Pain in the back of my left thigh           | pain-posterior-thigh=yes/left !pain-back-place-unsaid
          It hurts in the back of my calf             | pain-calf=yes !pain-back-place-unsaid
          Ache in the back of my ankle                | pain-ankle=yes !pain-back-place-unsaid
          Sore at the back of both legs               | pain-leg-place-unsaid=yes/both !pain-back-place-unsaid
          Pain in the back of my hip                  | pain-upper-buttock=yes !pain-back-place-unsaid
          Pain in the back of my neck, hip aches      | pain-hip-place-unsaid=yes !pain-back-place-unsaid
          My thigh hurts at the back                  | pain-posterior-thigh=yes !pain-back-place-unsaid
          Pain in the back for weeks                  | pain-back-place-unsaid=yes
          """)
  void theBackOfAPlaceIsNotTheBack(String text, String expected) {
    assertReads(text, expected);
  }

  /** What was possible until lately, and superlatives with "never", deny nothing. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Never felt so ill in my life, back pain                        | systemically-unwell=yes
          Last week I could still lift my toes, today they don't move    | !foot-drop-new=no
          I used to feel it pass and now I don't, back pain              | !urinary-hesitancy-or-altered-sensation=no
          Throwing up with the pain in my back                           | vomiting=yes !night-pain
          It robs me of sleep                                            | night-pain=yes
          My hip only hurts at night                                     | pain-hip-place-unsaid=yes night-pain=yes
          Can't push the clutch down because of my leg, back pain        | !groin-lump-irreducible
          """)
  void whatSoundsLikeADenialAndIsNone(String text, String expected) {
    assertReads(text, expected);
  }
}

package health.plumbline.reasoning;

import static health.plumbline.reasoning.Presentations.TRIAGE;
import static org.assertj.core.api.Assertions.assertThat;

import health.plumbline.knowledge.Urgency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The classical picture of every serious condition reaches its level by a rule of its source. */
final class ClassicalPicturesTest {

  @ParameterizedTest(name = "{0} ({2})")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cauda equina, saddle numbness | emergency-now | nhs-back-pain | age=42 pain-lumbar-central saddle-numbness
          cauda equina, incomplete | emergency-now | bmjbp-ces | pain-lumbar urinary-hesitancy-or-altered-sensation dermatomal-pain
          cauda equina, both legs | emergency-now | nhs-back-pain | pain-lumbar-central bilateral-leg-symptoms-new tingling-numbness-leg
          cauda equina, found on examination | emergency-now | bmjbp-ces | perianal-sensation-reduced
          cauda equina, sexual function | emergency-now | bmjbp-ces | sexual-dysfunction-new pain-lumbar-central
          cord compression in known cancer | emergency-now | nice-cg75 | history-cancer pain-thoracic-back leg-weakness difficulty-walking-unsteady
          cord compression without known cancer | emergency-now | southtees-mscc | pain-band-like difficulty-walking-unsteady
          spinal metastasis, pain only | same-day | nice-cg75 | history-cancer pain-lumbar-central night-pain pain-progressive
          malignancy, weight loss | urgent-2-weeks | nhs-back-pain | pain-lumbar weight-loss
          malignancy, rest and night pain | urgent-2-weeks | nhs-back-pain | night-pain pain-unremitting-at-rest pain-lumbar-central
          pancreatic cancer | urgent-2-weeks | nice-ng12 | age=66 pain-lumbar-central weight-loss
          foot drop | same-day | lothian-redflags | foot-drop-new
          progressive weakness | emergency-now | acp2007-lbp | progressive-neurological-deficit leg-weakness
          spinal infection, midline pain and fever | same-day | idsa2015-nvo | fever pain-lumbar-central
          epidural abscess | emergency-now | idsa2015-nvo | fever pain-thoracic-back leg-weakness
          spinal infection with risk, no fever | emergency-now | davis2004-sea | intravenous-drug-use pain-lumbar-central pain-unremitting-at-rest pain-progressive
          septic sacroiliitis | same-day | hermet2012-isi | pain-sacroiliac fever
          septic hip | emergency-now | gcare-hip | pain-groin fever unable-weight-bear
          septic hip without fever | emergency-now | margaretten2007-septic | unable-weight-bear diabetes
          infected joint replacement | same-day | inform-pji | joint-prosthesis wound-discharge
          sepsis | emergency-now | bmjbp-pyelo | sepsis-signs
          major accident | emergency-now | nhs-back-pain | onset-trauma-major pain-lumbar-central
          ankylosed spine, small injury | emergency-now | nice-ng41 | axial-spondyloarthritis-known onset-trauma-minor
          vertebral fracture, fall at 70 | same-day | nice-ng41 | age=70 onset-trauma-minor pain-lumbar-central
          vertebral fracture without a fall | urgent-2-weeks | enthoven2016-bace | age=79 pain-thoracic-back duration-weeks=2
          hip fracture, cannot stand | emergency-now | kernow-hip | age=81 onset-trauma-minor unable-weight-bear
          hip fracture, can stand | same-day | dominguez2005-occult | age=81 onset-trauma-minor pain-groin
          hip fracture, short and turned | emergency-now | nhsherts-hipfracture | leg-short-externally-rotated
          sacral insufficiency fracture | urgent-2-weeks | yoder2015-sif | osteoporosis pain-sacroiliac pain-worse-walking onset-sudden
          femoral neck stress fracture | same-day | robertson2017-fnsf | running-or-military-training training-increase pain-groin pain-worse-walking
          osteonecrosis | urgent-2-weeks | hauzeur2016-onfh | corticosteroid-use pain-groin pain-worse-walking
          aneurysm, collapse | emergency-now | nice-ng156 | age=72 pain-lumbar-central collapse-or-syncope
          aneurysm, known | emergency-now | nice-ng156 | known-aortic-aneurysm pain-lumbar-central onset-sudden
          aneurysm, beating lump and midline pain | emergency-now | lederle1999-rce | age=70 pulsatile-abdominal-mass pain-lumbar-central
          aneurysm taken for colic | emergency-now | gpnotebook-colic | age=68 loin-to-groin-colic
          aortic dissection | emergency-now | goodacre2024-aas | onset-sudden pain-severe pain-thoracic-back
          acute limb ischaemia | emergency-now | nhshighland-ali | leg-cold-pale
          critical limb ischaemia | same-day | cornwall-pad | leg-ulcer-or-gangrene
          clot in the leg | same-day | nice-qs201 | leg-swelling-one-side
          clot in the lung | emergency-now | nhs-back-pain | leg-swelling-one-side breathlessness
          chest pain | emergency-now | nhs-back-pain | chest-pain
          infected stone | emergency-now | gpnotebook-colic | loin-to-groin-colic fever
          renal colic | same-day | nice-ng118 | age=35 loin-to-groin-colic
          pyelonephritis | same-day | bmjbp-pyelo | pain-flank fever
          ectopic pregnancy, rupture | emergency-now | nice-ng126 | missed-period-or-possible-pregnancy shoulder-tip-pain
          ectopic pregnancy | same-day | nice-ng126 | missed-period-or-possible-pregnancy pain-lower-abdomen
          pregnancy, bleeding inside | emergency-now | nice-ng126 | pregnancy pain-lower-abdomen shoulder-tip-pain
          pregnancy, collapse | emergency-now | nice-ng126 | pregnancy collapse-or-syncope
          hernia, sore, with vomiting | emergency-now | nhschoices-hernia | groin-lump-painful vomiting
          hernia, vomiting and swollen tummy | emergency-now | nhschoices-hernia | groin-bulge-or-cough-impulse vomiting abdominal-distension
          blocked bowel | emergency-now | medlineplus-obstruction | abdominal-distension vomiting constipation-new
          swollen tummy and vomiting | same-day | clinical-judgement | abdominal-distension vomiting
          pregnancy, low tummy pain | same-day | nice-ng126 | pregnancy pain-lower-abdomen
          bleeding in pregnancy | emergency-now | uhb-midwife | pregnancy heavy-vaginal-bleeding
          labour | same-day | uhb-midwife | pregnancy regular-contraction-like-pain
          torsion of a testicle | emergency-now | hssib-torsion | testicular-pain-sudden
          strangulated hernia | emergency-now | gpreasoning-groin | groin-lump-irreducible groin-lump-painful
          sickle cell crisis | emergency-now | nice2012-cg143 | sickle-cell-disease pain-intensity=9
          coughing blood, upper back pain | emergency-now | nhs-coughing-blood | coughing-blood pain-thoracic-back
          coughing blood alone | same-day | nhs-coughing-blood | coughing-blood pain-low-back-any
          pregnancy, pain at the tip of a shoulder | same-day | nice-ng126 | pregnancy shoulder-tip-pain
          bleeding stomach | emergency-now | nhswales-vomiting-blood | gastrointestinal-bleeding pain-low-back-any
          severe allergic reaction | emergency-now | nhs-anaphylaxis | severe-allergic-reaction breathlessness
          signs of meningitis | emergency-now | nicswell-meningitis | meningitis-signs fever
          sudden severe headache, back pain | emergency-now | neurovasc-thunderclap | headache-sudden-severe pain-low-back-any
          tummy hard like a board | emergency-now | gpnotebook-perforation | abdominal-rigidity
          rock-hard calf after a kick | emergency-now | nhs-compartment | compartment-syndrome-signs onset-trauma-minor
          hot red spreading skin | same-day | stow-cellulitis | skin-infection-signs
          hot red spreading skin with shivering | emergency-now | stow-cellulitis | skin-infection-signs rigors
          confused all of a sudden | emergency-now | nhswales-confusion | confusion-new pain-low-back-any
          urine like cola, aching thighs | same-day | mayo-rhabdomyolysis | urine-dark-brown bilateral-buttock-leg-pain
          urine like cola, weak legs | emergency-now | mayo-rhabdomyolysis | urine-dark-brown leg-weakness
          cancer years ago, hip hurts on walking | urgent-2-weeks | downie2021-bone-metastases | history-cancer pain-groin pain-worse-walking
          groin pain and a numb thigh on a blood thinner | same-day | clinical-judgement | anticoagulant-use pain-groin tingling-numbness-leg
          pale and racing heart on a blood thinner | emergency-now | rotherham-anticoagulation | anticoagulant-use pain-low-back-any tachycardia
          fever after chemotherapy | emergency-now | nice-cg151 | chemotherapy-recent fever
          hit the head on a blood thinner | emergency-now | nasgp-head-injury | head-injury anticoagulant-use
          tooth abscess, then back pain at rest | same-day | finucane2020-redflags | recent-infection pain-low-back-any pain-unremitting-at-rest onset-sudden
          pink urine on a blood thinner | same-day | rotherham-anticoagulation | anticoagulant-use haematuria
          headache on sitting up after an epidural | same-day | plymouth-pdph | headache-worse-upright recent-spinal-surgery-or-injection
          loss of sight, age not said | emergency-now | mackie2020-gca | visual-change-new
          sudden severe pain in a smoker, age not said | emergency-now | nice-ng156 | onset-sudden pain-intensity=9 pain-low-back-any smoking-history
          baby moving less, pregnancy not said | same-day | uhb-midwife | reduced-fetal-movements
          new pain with sickle cell disease | same-day | nice2012-cg143 | sickle-cell-disease pain-low-back-any
          no urine for half a day | same-day | uhsussex-aki | anuria pain-low-back-any
          breathless and grey | emergency-now | nhs-back-pain | breathlessness systemically-unwell
          skin infection in diabetes, very ill | emergency-now | stow-cellulitis | skin-infection-signs diabetes systemically-unwell
          breathless with a racing heart | emergency-now | nhs-back-pain | breathlessness tachycardia
          sudden low tummy pain and vomiting | emergency-now | nhsinform-abdominal-pain | pain-lower-abdomen onset-sudden vomiting
          cancer and a pain like a belt | same-day | nice-cg75 | history-cancer pain-band-like
          sudden pain and breathless | emergency-now | nhs-back-pain | breathlessness onset-sudden
          too much of a medicine | emergency-now | nidirect-poisoning | medicine-overdose pain-low-back-any
          signs of a stroke | emergency-now | ashfordstpeters-stroke | stroke-signs pain-low-back-any
          giant cell arteritis with loss of sight | emergency-now | mackie2020-gca | age=74 visual-change-new
          giant cell arteritis | same-day | mollan2020-gca | age=74 headache-jaw-scalp-new
          polymyalgia | urgent-2-weeks | dasgupta2012-pmr | age=70 shoulder-pain-bilateral morning-stiffness-minutes=60
          shingles | same-day | pharmacyfirst-zoster | unilateral-dermatomal-vesicular-rash
          shingles with weak immunity | emergency-now | pharmacyfirst-zoster | unilateral-dermatomal-vesicular-rash immunosuppression
          intent to harm oneself | emergency-now | norwood2024-nhs111 | self-harm-intent
          thoughts of self-harm | same-day | norwood2024-nhs111 | thoughts-of-self-harm
          axial spondyloarthritis | routine | nice-ng65 | back-pain-onset-before-45 duration-weeks=60 pain-improves-with-exercise nsaid-response-good psoriasis alternating-buttock-pain
          claudication | routine | khan2006-rce | claudication-calf leg-pain-at-rest-foot=no leg-ulcer-or-gangrene=no leg-cold-pale=no
          slipped epiphysis | same-day | cornwall-limp | age=12 pain-groin limp
          septic hip of a child | emergency-now | queensland-limp | age=6 limp fever unable-weight-bear
          a child with fever who refuses to stand | emergency-now | queensland-limp | age=4 fever unable-weight-bear
          a child who refuses to stand | same-day | frimley-limp | age=3 unable-weight-bear
          back pain of a small child | same-day | pmm-backpain | age=4 pain-lumbar-central
          """)
  void reachesItsLevel(String name, String level, String source, String words) {
    Urgency expected = Urgency.parse(level);
    Triage.Result result = TRIAGE.assess(Presentations.of(words));
    assertThat(result.level()).as(name).isEqualTo(expected);
    assertThat(result.fired())
        .as("a rule of %s at %s", source, level)
        .anySatisfy(
            fired -> {
              assertThat(fired.level()).isEqualTo(expected);
              assertThat(fired.rule().sourceIds()).contains(source);
            });
  }
}

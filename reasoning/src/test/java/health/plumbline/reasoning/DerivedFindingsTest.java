package health.plumbline.reasoning;

import static health.plumbline.reasoning.Presentations.KNOWLEDGE;
import static health.plumbline.reasoning.Presentations.TRIAGE;
import static org.assertj.core.api.Assertions.assertThat;

import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.PainRegion;
import health.plumbline.knowledge.Side;
import health.plumbline.knowledge.Truth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DerivedFindingsTest {

  private static final DerivedFindings DERIVED = TRIAGE.derived();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          age-65-or-over | TRUE | age=65
          age-65-or-over | FALSE | age=64
          age-65-or-over | UNKNOWN | fever
          age-over-70 | FALSE | age=70
          age-9-to-16 | TRUE | age=16
          age-under-16 | FALSE | age=16
          sex-female | FALSE | sex=male
          pain-severe | TRUE | pain-intensity=7
          pain-severe | FALSE | pain-intensity=6
          pain-severe | TRUE | pain-severe=yes
          pain-severe | TRUE | pain-severe=yes pain-intensity=3
          duration-over-4-weeks | FALSE | duration-weeks=4
          duration-over-4-weeks | TRUE | duration-over-3-months=yes
          duration-over-3-months | FALSE | duration-over-4-weeks=no
          duration-over-3-months | FALSE | duration-over-3-months=yes duration-weeks=2
          morning-stiffness-any | FALSE | morning-stiffness-minutes=0
          morning-stiffness-present | TRUE | morning-stiffness-minutes=20
          morning-stiffness-over-30-min | FALSE | morning-stiffness-present=no
          pain-back-any | TRUE | pain-lumbar-central
          pain-back-any | TRUE | pain-back-place-unsaid
          pain-back-any | UNKNOWN | pain-lumbar-central=no
          pain-back-any | FALSE | pain-lumbar-central=no pain-lumbar=no pain-thoracic-back=no pain-sacrum-central=no pain-sacroiliac=no
          pain-back-any | TRUE | pain-back-any=no pain-lumbar
          pain-hip-any | TRUE | pain-hip-place-unsaid
          pain-hip-any | UNKNOWN | pain-upper-buttock
          pain-groin-or-hip-unsaid | TRUE | pain-hip-any
          pain-groin-or-hip-unsaid | UNKNOWN | pain-lateral-hip
          pain-thigh-any | TRUE | pain-posterior-thigh
          pain-below-knee | TRUE | pain-calf
          pain-below-knee | FALSE | pain-below-knee=no
          pain-below-knee | UNKNOWN | pain-calf=no
          leg-weakness | TRUE | weakness-ankle-dorsiflexion leg-weakness=no
          leg-weakness | UNKNOWN | weakness-hip-abduction
          vomiting | TRUE | vomiting-dehydrated
          nausea | TRUE | vomiting-dehydrated
          thoughts-of-self-harm | TRUE | self-harm-intent
          no-change-within-4-weeks | TRUE | new-or-worse-within-4-weeks=no
          no-change-within-4-weeks | FALSE | new-or-worse-within-4-weeks=yes
          no-change-within-4-weeks | UNKNOWN | fever
          no-change-within-4-weeks | FALSE | new-or-worse-within-4-weeks=no duration-weeks=3
          no-change-within-4-weeks | TRUE | new-or-worse-within-4-weeks=no duration-weeks=30
          both-legs-without-nerve-signs | UNKNOWN | bilateral-sciatica=no tingling-numbness-leg=no
          both-legs-without-nerve-signs | TRUE | bilateral-sciatica=no tingling-numbness-leg=no leg-weakness=no
          both-legs-without-nerve-signs | FALSE | tingling-numbness-leg
          sij-cluster-3-of-5 | TRUE | distraction-positive thigh-thrust-positive compression-positive
          sij-cluster-3-of-5 | UNKNOWN | distraction-positive thigh-thrust-positive
          sij-cluster-3-of-5 | UNKNOWN | distraction-positive=no thigh-thrust-positive=no
          sij-cluster-3-of-5 | FALSE | distraction-positive=no thigh-thrust-positive=no compression-positive=no
          sij-cluster-2-of-4 | TRUE | sacral-thrust-positive thigh-thrust-positive
          neurological-deficit-any | TRUE | sensory-loss-l5
          fracture-rule-2-or-more | TRUE | age=71 sex=female
          fracture-rule-3-or-more | TRUE | age=71 sex=female onset-trauma-minor
          fracture-rule-3-or-more | FALSE | age=30 sex=male
          fracture-rule-1-or-more | FALSE | age=30 sex=male onset-trauma-major=no onset-trauma-minor=no corticosteroid-use=no
          inflammatory-back-pain | TRUE | age=28 onset-insidious pain-improves-with-exercise pain-not-improved-by-rest
          inflammatory-back-pain | UNKNOWN | age=44 onset-insidious pain-improves-with-exercise pain-not-improved-by-rest
          inflammatory-back-pain | FALSE | onset-insidious=no night-pain=no pain-wakes-second-half-night=no
          axspa-nice-4-or-more | TRUE | age=30 psoriasis nsaid-response-good pain-improves-with-exercise
          axspa-nice-exactly-3 | UNKNOWN | psoriasis nsaid-response-good pain-improves-with-exercise
          axspa-nice-exactly-3 | FALSE | psoriasis nsaid-response-good pain-improves-with-exercise peripheral-arthritis
          joint-prosthesis-with-skin-infection | FALSE | joint-prosthesis=no
          dermatomal-pain-l5 | TRUE | pain-lateral-leg pain-big-toe
          dermatomal-pain | TRUE | pain-calf pain-heel
          pain-lateral-hip-only | FALSE | pain-lateral-hip pain-groin
          pain-lateral-hip-only | UNKNOWN | pain-lateral-hip
          """)
  void followsFromItsParts(String finding, Truth expected, String words) {
    assertThat(DERIVED.truth(finding, Presentations.of(words))).isEqualTo(expected);
  }

  @Test
  void tellsOneSideFromBoth() {
    var left = Presentations.builder().painRegion(new PainRegion("calf", Side.LEFT));
    assertThat(DERIVED.truth("unilateral-leg-pain", left.build())).isEqualTo(Truth.TRUE);
    assertThat(DERIVED.truth("pain-both-legs", left.build())).isEqualTo(Truth.FALSE);
    left.painRegion(new PainRegion("shin", Side.RIGHT));
    assertThat(DERIVED.truth("unilateral-leg-pain", left.build())).isEqualTo(Truth.FALSE);
    assertThat(DERIVED.truth("pain-both-legs", left.build())).isEqualTo(Truth.TRUE);
    var unstated = Presentations.builder().painRegion(new PainRegion("calf", Side.UNSTATED));
    assertThat(DERIVED.truth("unilateral-leg-pain", unstated.build())).isEqualTo(Truth.UNKNOWN);
    var groin = Presentations.builder().painRegion(new PainRegion("groin", Side.BOTH));
    assertThat(DERIVED.truth("pain-both-legs", groin.build()))
        .as("the groin is no leg region")
        .isEqualTo(Truth.UNKNOWN);
  }

  @Test
  void countsTheSacroiliacTests() {
    var tests =
        Presentations.builder()
            .finding("distraction-positive", FindingValue.YES)
            .finding("thigh-thrust-positive", FindingValue.YES)
            .finding("compression-positive", FindingValue.NO)
            .finding("sacral-thrust-positive", FindingValue.NO)
            .finding("gaenslen-positive", FindingValue.NO);
    assertThat(DERIVED.value("sij-provocation-count", tests.build())).isEmpty();
    tests.finding("faber-positive", FindingValue.YES);
    assertThat(DERIVED.value("sij-provocation-count", tests.build()))
        .contains(new FindingValue.Category("3"));
  }

  /** Whatever is computed must lead down to something that a person or clinician can tell. */
  @Test
  void everyDerivedFindingFollowsFromSomethingThatCanBeFoundOut() {
    List<String> without = new ArrayList<>();
    for (Finding finding : KNOWLEDGE.vocabulary().findings()) {
      if (finding.role() == Finding.Role.DERIVED || finding.role() == Finding.Role.COARSE_REGION) {
        boolean leadsDown =
            DERIVED.basis(finding.id()).stream()
                .flatMap(id -> KNOWLEDGE.vocabulary().find(id).stream())
                .anyMatch(
                    part ->
                        switch (part.role()) {
                          case DEMOGRAPHIC, ASKED, REGION, EXAMINED, INVESTIGATED -> true;
                          case COARSE_REGION, DERIVED -> false;
                        });
        if (!leadsDown) {
          without.add(finding.id());
        }
      }
    }
    assertThat(without).as("known by triage alone").containsExactly("no-red-flag");
  }

  @Test
  void aPresentMemberProvesItsRegion() {
    for (Finding finding : KNOWLEDGE.vocabulary().findings()) {
      for (String member : finding.members()) {
        assertThat(DERIVED.truth(finding.id(), Presentations.of(member)))
            .as("%s from %s", finding.id(), member)
            .isEqualTo(Truth.TRUE);
      }
    }
  }
}

package health.plumbline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import health.plumbline.knowledge.Finding.Role;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What the vocabulary and the conditions say to people. */
final class WordingTest {

  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.load();

  private static List<Finding> findings(Role role) {
    return KNOWLEDGE.vocabulary().findings().stream().filter(f -> f.role() == role).toList();
  }

  @Test
  void everyAskedFindingAndEveryRegionHasAQuestion() {
    for (Role role : List.of(Role.ASKED, Role.REGION, Role.DEMOGRAPHIC)) {
      assertThat(findings(role)).as(role.name()).isNotEmpty();
      assertThat(findings(role)).allSatisfy(f -> assertThat(f.question()).as(f.id()).isNotEmpty());
    }
  }

  @Test
  void everyExaminedFindingHasAProcedure() {
    assertThat(findings(Role.EXAMINED))
        .isNotEmpty()
        .allSatisfy(f -> assertThat(f.procedure()).as(f.id()).hasSizeGreaterThan(10));
  }

  @Test
  void everyCoarseRegionIsMadeOfRegions() {
    assertThat(findings(Role.COARSE_REGION))
        .isNotEmpty()
        .allSatisfy(
            f -> {
              assertThat(f.members()).as(f.id()).isNotEmpty().doesNotHaveDuplicates();
              for (String member : f.members()) {
                assertThat(KNOWLEDGE.vocabulary().require(member).role())
                    .as(f.id() + " " + member)
                    .isIn(Role.REGION, Role.COARSE_REGION);
              }
            });
  }

  @Test
  void everyQuestionIsAQuestionAndTellsNobodyWhatTheyHave() {
    for (Finding finding : KNOWLEDGE.vocabulary().findings()) {
      if (finding.question().isEmpty()) {
        continue;
      }
      assertThat(finding.question()).as(finding.id()).endsWith("?").matches("(?s)[A-Z].*");
      for (String sentence : finding.question().split("(?<=[.?!])\\s+")) {
        if (!sentence.endsWith("?")) {
          assertThat(sentence.toLowerCase(Locale.ROOT))
              .as(finding.id())
              .doesNotContain("you have", "you've", "you suffer");
        }
      }
    }
  }

  @Test
  void layNamesFitIntoASentence() {
    assertThat(KNOWLEDGE.conditions())
        .extracting(Condition::layName)
        .doesNotHaveDuplicates()
        .allSatisfy(
            name -> assertThat(name).matches("[a-z].*[a-z)]").doesNotContain("(s)", "/", ";"));
  }

  @Test
  void everyAliasLeadsToAFinding() {
    assertThat(KNOWLEDGE.vocabulary().aliases()).isNotEmpty();
    KNOWLEDGE
        .vocabulary()
        .aliases()
        .forEach(
            (alias, id) ->
                assertThat(KNOWLEDGE.vocabulary().require(alias).id()).as(alias).isEqualTo(id));
  }
}

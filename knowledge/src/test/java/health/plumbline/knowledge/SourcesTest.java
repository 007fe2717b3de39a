package health.plumbline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SourcesTest {

  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.load();
  private static final Sources SOURCES = KNOWLEDGE.sources();

  @Test
  void everySourceOfAConditionOrFindingResolves() {
    List<String> missing = new ArrayList<>();
    for (String file : List.of("conditions.csv", "findings.csv")) {
      for (DataFile.Row row : DataFile.read(file).rows()) {
        for (String id : row.list("source_ids")) {
          if (SOURCES.find(id).isEmpty()) {
            missing.add(row.place("source_ids") + ": " + id);
          }
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void aPaperNotedUnderTwoIdsIsOneSource() {
    assertThat(SOURCES.require("parvizi2010-lbp")).isSameAs(SOURCES.require("parvizi2010-tha"));
  }

  @Test
  void noTwoSourcesShareADoiOrPubMedId() {
    assertThat(SOURCES.all().stream().map(Source::doi).filter(doi -> !doi.isEmpty()))
        .doesNotHaveDuplicates();
    assertThat(SOURCES.all().stream().map(Source::pmid).filter(pmid -> !pmid.isEmpty()))
        .doesNotHaveDuplicates();
  }

  @Test
  void machineWrittenTextsAreMarked() {
    assertThat(SOURCES.require("droracle2025-hernia").reliability())
        .isEqualTo(Source.Reliability.AI_WRITTEN);
  }

  @Test
  void citesAPaperInOneLine() {
    Source source = SOURCES.require("laslett2005-sij");
    assertThat(source.citation()).isEqualTo("Laslett M et al. 2005, Manual Therapy 10:207-218");
    assertThat(SOURCES.require("vanderwindt2010-cochrane").link())
        .isEqualTo("https://doi.org/10.1002/14651858.CD007431.pub2");
  }

  @Test
  void anUnknownSourceIsNamed() {
    assertThatThrownBy(() -> SOURCES.require("nobody1900-nothing"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("sources.csv: there is no source nobody1900-nothing");
  }
}

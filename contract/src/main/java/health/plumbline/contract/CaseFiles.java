package health.plumbline.contract;

import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Presentation;
import java.util.List;

/** Makes cases that come from no case file. */
public final class CaseFiles {

  private CaseFiles() {}

  /** A case that consists of a text only. */
  public static CaseFile ofText(KnowledgeBase knowledge, String text) {
    return new CaseFile(
        "", text, Presentation.builder(knowledge.vocabulary()).build(), false, List.of(), "", null);
  }
}

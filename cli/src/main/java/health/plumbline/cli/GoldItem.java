package health.plumbline.cli;

import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.Sex;
import health.plumbline.knowledge.Side;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text with what a careful clinician takes it to state, for measuring the reader.
 *
 * @param id id of the item
 * @param register how it is written, such as lay or gp-note
 * @param text the text
 * @param age age that the text states, or null
 * @param sex sex that the text states, or null
 * @param findings what it states, denials and doubts included
 * @param mustNot what it does not state though a careless reader would think so
 * @param may what two good readers would differ on: neither rewarded nor held against
 */
record GoldItem(
    String id,
    String register,
    String text,
    @Nullable Integer age,
    @Nullable Sex sex,
    List<Stated> findings,
    List<Value> mustNot,
    List<Value> may) {

  /** A finding with a value. */
  record Value(Finding finding, FindingValue value) {}

  /**
   * One statement.
   *
   * @param side side stated, or unstated
   * @param quote words of the text that state it; empty where the source gives none
   * @param doubt whether the text leaves it open, so that it is to be asked
   */
  record Stated(Finding finding, FindingValue value, Side side, String quote, boolean doubt) {}
}

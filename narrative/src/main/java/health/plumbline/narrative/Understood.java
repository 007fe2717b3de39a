package health.plumbline.narrative;

import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.Side;

/**
 * A finding that the text states, with the words that state it.
 *
 * @param findingId canonical id
 * @param value the value stated
 * @param side the side stated, or {@link Side#UNSTATED}
 * @param quote the words, exactly as in the text
 * @param start offset of the first character of the quote in the text
 * @param end offset after its last character
 */
public record Understood(
    String findingId, FindingValue value, Side side, String quote, int start, int end) {}

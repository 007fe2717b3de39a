package health.plumbline.narrative;

/**
 * Something that the text leaves open and that should be asked: it is neither set nor dropped.
 *
 * @param findingId canonical id
 * @param quote the words, exactly as in the text
 * @param start offset of the first character of the quote in the text
 * @param end offset after its last character
 * @param reason why it was not set, as a short phrase
 */
public record Doubt(String findingId, String quote, int start, int end, String reason) {}

package health.plumbline.knowledge.published;

import java.util.List;

/**
 * A finding of studies that is a count of others, such as three of five provocation tests.
 *
 * @param findingId finding or construct
 * @param value the value published, such as {@code yes} or {@code >=3}
 * @param members what is counted: finding ids, for an ordered finding with the bins that count, as
 *     {@code id<bin} (below the bin) or {@code id>=bin}
 * @param atLeast how many must be present
 */
public record Composite(String findingId, String value, List<String> members, int atLeast) {}

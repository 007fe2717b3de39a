package health.plumbline.reasoning;

import health.plumbline.knowledge.Bins;
import health.plumbline.knowledge.KnowledgeBase;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One yes-or-no statement about a finding of the network: present, or "at least this bin".
 *
 * @param findingId finding
 * @param atLeast index of the lowest value that counts, 1 for a binary finding
 * @param negated whether the opposite is meant
 */
public record Term(String findingId, int atLeast, boolean negated) {

  private static final Pattern COMPARISON = Pattern.compile("(>=|<=|<|>)\\s*([0-9.]+)");

  /** The finding and threshold without the negation. */
  public Term positive() {
    return negated ? new Term(findingId, atLeast, false) : this;
  }

  /**
   * The statement that a published value makes, empty if the model has no such value.
   *
   * @param value {@code yes}, {@code no}, a bin, or a threshold such as {@code >=3} or {@code <15}
   */
  static Optional<Term> of(KnowledgeBase knowledge, String findingId, String value) {
    Bins bins = knowledge.bins().get(findingId);
    if (bins == null) {
      return switch (value) {
        case "yes" -> Optional.of(new Term(findingId, 1, false));
        case "no" -> Optional.of(new Term(findingId, 1, true));
        default -> Optional.empty();
      };
    }
    if (!bins.ordered()) {
      return Optional.empty();
    }
    Matcher matcher = COMPARISON.matcher(value);
    if (matcher.matches()) {
      return threshold(bins, matcher.group(1), Double.parseDouble(matcher.group(2)));
    }
    int last = bins.values().size() - 1;
    int index = bins.values().indexOf(value);
    if (index == last) {
      return Optional.of(new Term(findingId, last, false));
    }
    return index == 0 ? Optional.of(new Term(findingId, 1, true)) : Optional.empty();
  }

  /** The member of a composite: an id, {@code id>=bin} or {@code id<bin}. */
  static Optional<Term> member(KnowledgeBase knowledge, String member) {
    boolean below = member.contains("<");
    String[] parts = member.split("<|>=", 2);
    if (parts.length == 1) {
      return of(knowledge, member, "yes");
    }
    Bins bins = knowledge.bins().get(parts[0]);
    int index = bins == null ? -1 : bins.values().indexOf(parts[1]);
    return index < 1 ? Optional.empty() : Optional.of(new Term(parts[0], index, below));
  }

  private static Optional<Term> threshold(Bins bins, String comparison, double number) {
    boolean below = comparison.startsWith("<");
    // "< 15" and ">= 15" part at an excluded limit, "<= 15" and "> 15" at an included one.
    boolean included = comparison.equals("<=") || comparison.equals(">");
    for (int bin = 0; bin < bins.values().size() - 1; bin++) {
      double upper = bins.upper().get(bin);
      boolean same =
          Double.isNaN(upper)
              ? isNumber(bins.values().get(bin + 1), number) && !included
              : upper == number && bins.upperInclusive().get(bin) == included;
      if (same) {
        return Optional.of(new Term(bins.findingId(), bin + 1, below));
      }
    }
    return Optional.empty();
  }

  private static boolean isNumber(String bin, double number) {
    return bin.matches("[0-9]+") && Double.parseDouble(bin) == number;
  }
}

package health.plumbline.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When a row of a data file holds, as a formula over findings: {@code and}, {@code or}, {@code not}
 * and brackets, evaluated in Kleene's three-valued logic ({@link Truth}). It serves red-flag rules,
 * derived findings, follow-up questions and the safety of care; for the last an atom may also be
 * more than a finding, such as {@code condition:ID}, which whoever evaluates it gives its truth.
 *
 * <p>What "not X" means while X is unanswered decides whether a rule is safe. A rule that sends
 * someone to hospital must not stay silent because a narrowing question was never put; a rule that
 * calms must not speak before everything that it presumes absent has been answered. Hence {@link
 * UnansweredNot}. A negation within a negation would turn the first policy into its opposite, so
 * the parser refuses it.
 */
public sealed interface RedFlagExpression {

  /** All of the terms. */
  record And(List<RedFlagExpression> terms) implements RedFlagExpression {
    /** Keeps an immutable copy. */
    public And {
      terms = List.copyOf(terms);
    }
  }

  /** At least one of the terms. */
  record Or(List<RedFlagExpression> terms) implements RedFlagExpression {
    /** Keeps an immutable copy. */
    public Or {
      terms = List.copyOf(terms);
    }
  }

  /** The term is absent. */
  record Not(RedFlagExpression term) implements RedFlagExpression {}

  /** A finding is present, or what else the evaluating module gives a name with a colon. */
  record Atom(String findingId) implements RedFlagExpression {}

  /** What a negation is worth while the finding that it negates is unanswered. */
  enum UnansweredNot {
    /** {@code not unknown} is TRUE: the rule fires until someone answers. */
    FIRES,
    /** {@code not unknown} stays UNKNOWN: the rule waits for the answer. */
    WAITS
  }

  /**
   * Evaluates the formula.
   *
   * @param truth the truth of a finding, by canonical id
   * @param unansweredNot what {@code not} is worth over an unknown
   */
  default Truth evaluate(Function<String, Truth> truth, UnansweredNot unansweredNot) {
    return switch (this) {
      case Atom(String findingId) -> truth.apply(findingId);
      case Not(RedFlagExpression term) -> {
        Truth value = term.evaluate(truth, unansweredNot).not();
        yield value == Truth.UNKNOWN && unansweredNot == UnansweredNot.FIRES ? Truth.TRUE : value;
      }
      case And(List<RedFlagExpression> terms) -> {
        Truth value = Truth.TRUE;
        for (RedFlagExpression term : terms) {
          value = value.and(term.evaluate(truth, unansweredNot));
          if (value == Truth.FALSE) {
            break;
          }
        }
        yield value;
      }
      case Or(List<RedFlagExpression> terms) -> {
        Truth value = Truth.FALSE;
        for (RedFlagExpression term : terms) {
          value = value.or(term.evaluate(truth, unansweredNot));
          if (value == Truth.TRUE) {
            break;
          }
        }
        yield value;
      }
    };
  }

  /** All findings of the formula, in the order in which they stand. */
  default Set<String> findings() {
    Set<String> ids = new LinkedHashSet<>();
    collect(this, false, ids, ids);
    return ids;
  }

  /** The findings that stand under a {@code not}. */
  default Set<String> negatedFindings() {
    Set<String> negated = new LinkedHashSet<>();
    collect(this, false, new LinkedHashSet<>(), negated);
    return negated;
  }

  private static void collect(
      RedFlagExpression expression, boolean under, Set<String> plain, Set<String> negated) {
    switch (expression) {
      case Atom(String findingId) -> (under ? negated : plain).add(findingId);
      case Not(RedFlagExpression term) -> collect(term, true, plain, negated);
      case And(List<RedFlagExpression> terms) ->
          terms.forEach(term -> collect(term, under, plain, negated));
      case Or(List<RedFlagExpression> terms) ->
          terms.forEach(term -> collect(term, under, plain, negated));
    }
  }

  /**
   * Reads a formula. {@code not} binds closest, then {@code and}, then {@code or}.
   *
   * @param ruleId id of the rule or place in the file, for messages
   * @param text the formula
   * @throws IllegalArgumentException naming the rule, the position (1 is the first character) and
   *     what is wrong
   */
  static RedFlagExpression parse(String ruleId, String text) {
    return new Parser(ruleId, text).parse();
  }

  /** A recursive descent parser: one method a level of precedence. */
  final class Parser {

    private static final Pattern TOKEN = Pattern.compile("\\s*(\\(|\\)|[a-z0-9][a-z0-9:-]*)");

    private final String ruleId;
    private final String text;
    private final List<String> tokens = new ArrayList<>();
    private final List<Integer> positions = new ArrayList<>();
    private int next;

    private Parser(String ruleId, String text) {
      this.ruleId = ruleId;
      this.text = text;
      Matcher matcher = TOKEN.matcher(text);
      int end = 0;
      while (matcher.find(end) && matcher.start() == end) {
        tokens.add(matcher.group(1));
        positions.add(matcher.start(1));
        end = matcher.end();
      }
      if (!text.substring(end).isBlank()) {
        throw fault(end, "\"" + text.substring(end).strip() + "\" is no finding, bracket or word");
      }
    }

    private RedFlagExpression parse() {
      RedFlagExpression expression = or(false);
      if (next < tokens.size()) {
        throw fault(position(), "\"" + tokens.get(next) + "\" is not expected here");
      }
      return expression;
    }

    private RedFlagExpression or(boolean underNot) {
      List<RedFlagExpression> terms = new ArrayList<>();
      do {
        terms.add(and(underNot));
      } while (take("or"));
      return terms.size() == 1 ? terms.getFirst() : new Or(terms);
    }

    private RedFlagExpression and(boolean underNot) {
      List<RedFlagExpression> terms = new ArrayList<>();
      do {
        terms.add(not(underNot));
      } while (take("and"));
      return terms.size() == 1 ? terms.getFirst() : new And(terms);
    }

    private RedFlagExpression not(boolean underNot) {
      int at = position();
      if (take("not")) {
        if (underNot) {
          throw fault(at, "a not within a not; write it without");
        }
        return new Not(not(true));
      }
      if (take("(")) {
        RedFlagExpression inner = or(underNot);
        if (!take(")")) {
          throw fault(position(), "a closing bracket is missing");
        }
        return inner;
      }
      String token = peek();
      if (token == null || token.equals(")") || token.equals("and") || token.equals("or")) {
        throw fault(at, "a finding is missing");
      }
      next++;
      return new Atom(token);
    }

    private @Nullable String peek() {
      return next < tokens.size() ? tokens.get(next) : null;
    }

    private boolean take(String token) {
      if (token.equals(peek())) {
        next++;
        return true;
      }
      return false;
    }

    private int position() {
      return next < positions.size() ? positions.get(next) : text.length();
    }

    private IllegalArgumentException fault(int at, String problem) {
      return new IllegalArgumentException(ruleId + ", position " + (at + 1) + ": " + problem);
    }
  }
}

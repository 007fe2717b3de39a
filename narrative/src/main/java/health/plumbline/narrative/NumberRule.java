package health.plumbline.narrative;

import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.FindingValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the number in a phrase means: {@code value = n * 4.35}, or {@code yes if n > 10; no if n <=
 * 5}. {@code n} is the first number of the phrase, {@code m} the second. The first clause that
 * holds decides; if none holds the number says nothing.
 */
final class NumberRule {

  private record Test(boolean second, String relation, double bound) {
    boolean holds(double n, double m) {
      double number = second ? m : n;
      return switch (relation) {
        case "<" -> number < bound;
        case "<=" -> number <= bound;
        case ">" -> number > bound;
        case ">=" -> number >= bound;
        default -> number == bound;
      };
    }
  }

  private record Clause(
      @Nullable FindingValue answer, char operator, double operand, List<Test> tests) {}

  private final List<Clause> clauses = new ArrayList<>();

  private NumberRule() {}

  /**
   * Reads a rule.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  static NumberRule parse(String text) {
    NumberRule rule = new NumberRule();
    for (String clause : text.split(";")) {
      rule.clauses.add(clause(List.of(clause.strip().split(" +"))));
    }
    return rule;
  }

  private static Clause clause(List<String> words) {
    String head = words.getFirst();
    if (head.equals("value")) {
      if (words.size() == 3 && words.get(2).equals("n")) {
        return new Clause(null, '*', 1, List.of());
      }
      if (words.size() == 5 && words.get(2).equals("n") && "*/+-".contains(words.get(3))) {
        return new Clause(
            null, words.get(3).charAt(0), Double.parseDouble(words.get(4)), List.of());
      }
      throw new IllegalArgumentException("a value is n, or n, one of * / + -, and a number");
    }
    FindingValue answer =
        switch (head) {
          case "yes" -> FindingValue.YES;
          case "no" -> FindingValue.NO;
          default -> throw new IllegalArgumentException(head + " is not value, yes or no");
        };
    List<Test> tests = new ArrayList<>();
    for (int i = 1; i < words.size(); i += 4) {
      String joint = words.get(i);
      if ((!joint.equals("if") && !joint.equals("and")) || i + 3 >= words.size()) {
        throw new IllegalArgumentException("a test is: if n, a relation, and a number");
      }
      String name = words.get(i + 1);
      if (!name.equals("n") && !name.equals("m")) {
        throw new IllegalArgumentException(name + " is not n or m");
      }
      if (!List.of("<", "<=", ">", ">=", "=").contains(words.get(i + 2))) {
        throw new IllegalArgumentException(words.get(i + 2) + " is not a relation");
      }
      tests.add(new Test(name.equals("m"), words.get(i + 2), Double.parseDouble(words.get(i + 3))));
    }
    return new Clause(answer, ' ', 0, tests);
  }

  /**
   * The value of the finding, or null if the number says nothing or lies outside what the finding
   * can take.
   */
  @Nullable FindingValue value(Finding finding, double n, double m) {
    for (Clause clause : clauses) {
      boolean holds = true;
      for (Test test : clause.tests) {
        holds &= test.holds(n, m);
      }
      if (holds) {
        FindingValue answer = clause.answer;
        return answer != null ? answer : quantity(finding, result(clause, n));
      }
    }
    return null;
  }

  private static double result(Clause clause, double n) {
    double result =
        switch (clause.operator) {
          case '/' -> n / clause.operand;
          case '+' -> n + clause.operand;
          case '-' -> n - clause.operand;
          default -> n * clause.operand;
        };
    return Math.round(result * 100) / 100.0;
  }

  private static @Nullable FindingValue quantity(Finding finding, double amount) {
    if (finding.values() instanceof Finding.Values.Numeric numeric
        && amount >= numeric.least()
        && amount <= numeric.most()) {
      return new FindingValue.Quantity(amount);
    }
    return null;
  }

  /** Whether it gives a number rather than yes or no. */
  boolean givesNumber() {
    return clauses.getFirst().answer == null;
  }
}

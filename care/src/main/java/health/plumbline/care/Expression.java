package health.plumbline.care;

import health.plumbline.knowledge.Truth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A condition on a person as data files write it: finding ids, {@code condition:ID} and {@code
 * question:ID} joined by {@code and}, {@code or}, {@code not} and brackets; {@code not} binds
 * tightest, {@code or} loosest. Evaluated in Kleene's three-valued logic, because most of what a
 * contraindication asks is unknown at first, and unknown must lead to a caution, neither to a ban
 * nor to silence.
 */
sealed interface Expression {

  /** Value under the given values of the atoms. */
  Truth evaluate(Function<String, Truth> atoms);

  /** Adds all atoms to {@code into}. */
  void collectAtoms(Set<String> into);

  /** All atoms in order of appearance. */
  default Set<String> atoms() {
    Set<String> atoms = new LinkedHashSet<>();
    collectAtoms(atoms);
    return atoms;
  }

  /** A finding, a suspected condition or an open question. */
  record Atom(String id) implements Expression {
    @Override
    public Truth evaluate(Function<String, Truth> atoms) {
      return atoms.apply(id);
    }

    @Override
    public void collectAtoms(Set<String> into) {
      into.add(id);
    }
  }

  /** Negation. */
  record Not(Expression operand) implements Expression {
    @Override
    public Truth evaluate(Function<String, Truth> atoms) {
      return operand.evaluate(atoms).not();
    }

    @Override
    public void collectAtoms(Set<String> into) {
      operand.collectAtoms(into);
    }
  }

  /** Both. */
  record And(Expression left, Expression right) implements Expression {
    @Override
    public Truth evaluate(Function<String, Truth> atoms) {
      return left.evaluate(atoms).and(right.evaluate(atoms));
    }

    @Override
    public void collectAtoms(Set<String> into) {
      left.collectAtoms(into);
      right.collectAtoms(into);
    }
  }

  /** At least one. */
  record Or(Expression left, Expression right) implements Expression {
    @Override
    public Truth evaluate(Function<String, Truth> atoms) {
      return left.evaluate(atoms).or(right.evaluate(atoms));
    }

    @Override
    public void collectAtoms(Set<String> into) {
      left.collectAtoms(into);
      right.collectAtoms(into);
    }
  }

  /**
   * Reads an expression.
   *
   * @throws IllegalArgumentException saying what is wrong and where
   */
  static Expression parse(String text) {
    return new Parser(text).parse();
  }

  /** Recursive descent over tokens. */
  final class Parser {

    private final List<String> tokens = new ArrayList<>();
    private int at;

    private Parser(String text) {
      for (String word : text.replace("(", " ( ").replace(")", " ) ").strip().split("\\s+")) {
        if (!word.isEmpty()) {
          tokens.add(word);
        }
      }
    }

    private Expression parse() {
      Expression whole = or();
      if (at < tokens.size()) {
        throw new IllegalArgumentException(
            "\"" + tokens.get(at) + "\" is not expected after " + tokens.subList(0, at));
      }
      return whole;
    }

    private Expression or() {
      Expression left = and();
      while (accept("or")) {
        left = new Or(left, and());
      }
      return left;
    }

    private Expression and() {
      Expression left = not();
      while (accept("and")) {
        left = new And(left, not());
      }
      return left;
    }

    private Expression not() {
      return accept("not") ? new Not(not()) : primary();
    }

    private Expression primary() {
      if (accept("(")) {
        Expression inner = or();
        if (!accept(")")) {
          throw new IllegalArgumentException("a closing bracket is missing");
        }
        return inner;
      }
      if (at >= tokens.size()) {
        throw new IllegalArgumentException("it ends where an id is expected");
      }
      String id = tokens.get(at);
      if (!id.matches("[a-z0-9]+([-:][a-z0-9]+)*") || id.equals("and") || id.equals("or")) {
        throw new IllegalArgumentException("\"" + id + "\" stands where an id is expected");
      }
      at++;
      return new Atom(id);
    }

    private boolean accept(String token) {
      if (at < tokens.size() && tokens.get(at).equals(token)) {
        at++;
        return true;
      }
      return false;
    }
  }
}

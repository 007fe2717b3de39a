package health.plumbline.care;

import health.plumbline.knowledge.DataFile;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.RedFlagExpression;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks the rows of the data folder {@code care}: every id in them is one of the knowledge base or
 * was made known by an earlier file. A fault names file, line and column.
 */
final class CareRows {

  /** The data folder. */
  static final String DATA = "care/";

  private final KnowledgeBase knowledge;
  private final Set<String> atoms = new HashSet<>();
  private final Set<String> subjects = new HashSet<>();

  CareRows(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
  }

  /** The rows of a file of the folder. */
  static List<DataFile.Row> of(String file) {
    return DataFile.read(DATA + file).rows();
  }

  /** Makes a question or a class of medicines known, as an expression spells it. */
  void knowAtom(String atom) {
    atoms.add(atom);
  }

  /** Makes a treatment known, {@code kind:id}. */
  void knowSubject(String key) {
    subjects.add(key);
  }

  void requireSubject(DataFile.Row row, String column, String key) {
    if (!subjects.contains(key)) {
      throw row.fault(column, key + " is not among the subjects");
    }
  }

  /** The treatments that a row uses. */
  List<Use> uses(DataFile.Row row) {
    List<Use> uses = new ArrayList<>();
    for (String text : row.list("uses")) {
      Use use = row.parsed("uses", text, Use::parse);
      requireSubject(row, "uses", use.key());
      uses.add(use);
    }
    return List.copyOf(uses);
  }

  /** The expression in a cell, null if it is empty. */
  @Nullable RedFlagExpression expression(DataFile.Row row, String column) {
    if (!row.has(column)) {
      return null;
    }
    RedFlagExpression expression =
        row.parsed(column, row.text(column), text -> RedFlagExpression.parse(column, text));
    expression.findings().forEach(atom -> requireAtom(row, column, atom));
    return expression;
  }

  void requireAtom(DataFile.Row row, String column, String atom) {
    if (atom.startsWith(Facts.CONDITION)) {
      requireCondition(row, column, atom.substring(Facts.CONDITION.length()));
    } else if (atom.startsWith(Facts.QUESTION)) {
      if (!atoms.contains(atom)) {
        throw row.fault(column, atom + " is not among the questions");
      }
    } else if (atom.startsWith(Facts.TAKES)) {
      if (!atoms.contains(atom)) {
        throw row.fault(column, atom + " is not among the classes of medicines");
      }
    } else if (!atom.equals(Facts.SERIOUS_SUSPECTED)) {
      requireFinding(row, column, atom);
    }
  }

  void requireCondition(DataFile.Row row, String column, String id) {
    if (knowledge.condition(id).isEmpty()) {
      throw row.fault(column, id + " is not a condition");
    }
  }

  void requireFinding(DataFile.Row row, String column, String id) {
    boolean canonical =
        knowledge.vocabulary().find(id).filter(found -> found.id().equals(id)).isPresent();
    if (!canonical) {
      throw row.fault(column, id + " is not the canonical id of a finding");
    }
  }
}

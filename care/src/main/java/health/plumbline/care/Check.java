package health.plumbline.care;

import health.plumbline.knowledge.Truth;

/**
 * A contraindication held against one person.
 *
 * @param rowId id of the contraindication
 * @param when for whom, as the data spell it
 * @param never whether it forbids, rather than asks for advice
 * @param truth whether it applies to this person
 * @param known what of it is known, as {@code atom = truth} joined by commas
 * @param sourceId source
 */
public record Check(
    String rowId, String when, boolean never, Truth truth, String known, String sourceId) {

  static Check of(Contraindication row, Facts facts) {
    StringBuilder known = new StringBuilder();
    for (String atom : row.when().findings()) {
      known.append(known.isEmpty() ? "" : ", ").append(atom).append(" = ");
      known.append(
          switch (facts.apply(atom)) {
            case TRUE -> "yes";
            case FALSE -> "no";
            case UNKNOWN -> "not known";
          });
    }
    return new Check(
        row.id(),
        row.spelled(),
        row.never(),
        facts.of(row.when()),
        known.toString(),
        row.sourceId());
  }
}

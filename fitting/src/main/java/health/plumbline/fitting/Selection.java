package health.plumbline.fitting;

/**
 * The factor by which a study's people were selected for a sign, cases and comparison group alike.
 *
 * @param sourceId study
 * @param conditionId its target
 * @param findingId the sign
 * @param logOdds log of the odds ratio of selection
 * @param standardDeviation its uncertainty
 */
record Selection(
    String sourceId,
    String conditionId,
    String findingId,
    double logOdds,
    double standardDeviation) {

  static String key(String sourceId, String conditionId, String findingId) {
    return sourceId + " " + conditionId + " " + findingId;
  }

  static Selection of(String key, double logOdds, double standardDeviation) {
    String[] parts = key.split(" ", 3);
    return new Selection(parts[0], parts[1], parts[2], logOdds, standardDeviation);
  }
}

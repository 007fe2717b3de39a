package health.plumbline.fitting;

import health.plumbline.knowledge.KnowledgeBase;

/**
 * The standard deviations of the fit, from {@code model-settings.csv}, where each has its reason.
 *
 * @param overconfidence factor by which elicited intervals are widened, above 0
 * @param bystander most that a parameter of a condition nobody looked at may move, log-odds
 * @param selection of selection factors, log-odds
 * @param betweenStudies added to every figure about signs, log-odds
 * @param beyondFirstContact added to frequencies from clinics and hospitals, log-odds
 * @param betweenShares added to shares of presenters, log-odds
 * @param loading of the logarithm of a loading
 */
record FitSettings(
    double overconfidence,
    double bystander,
    double selection,
    double betweenStudies,
    double beyondFirstContact,
    double betweenShares,
    double loading) {

  static FitSettings of(KnowledgeBase knowledge) {
    return new FitSettings(
        knowledge.settings().get("fit-overconfidence"),
        knowledge.settings().get("fit-bystander-sd"),
        knowledge.settings().get("fit-selection-sd"),
        knowledge.settings().get("fit-between-studies-sd"),
        knowledge.settings().get("fit-beyond-first-contact-sd"),
        knowledge.settings().get("fit-between-shares-sd"),
        knowledge.settings().get("fit-loading-sd"));
  }
}

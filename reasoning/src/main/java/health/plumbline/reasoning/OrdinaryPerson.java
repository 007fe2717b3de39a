package health.plumbline.reasoning;

import health.plumbline.knowledge.AgeBand;
import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Sex;
import health.plumbline.knowledge.Vocabulary;

/**
 * A simulated adult with back or hip pain whose answers are drawn when they are asked for, each by
 * itself, so that the order of the questions changes none of them.
 *
 * @param answers how ordinary people answer
 * @param sex sex
 * @param age age in years
 * @param ageGroup number of the age group by which the baselines differ
 * @param frailty factor of the probability of every rare answer
 * @param place id of the main place of pain, empty if there is none
 * @param seed seed of the person's answers
 */
record OrdinaryPerson(
    OrdinaryAnswers answers,
    Sex sex,
    int age,
    int ageGroup,
    double frailty,
    String place,
    long seed) {

  /** Whom the network takes for the same kind of person. */
  String kind() {
    return AgeBand.of(age) + " " + sex;
  }

  /** Age, sex and every place that hurts. */
  Presentation.Builder opening(Vocabulary vocabulary) {
    Presentation.Builder builder = Presentation.builder(vocabulary).age(age).sex(sex);
    for (Finding finding : vocabulary.findings()) {
      if (finding.role() == Finding.Role.REGION && answer(finding.id()).equals(FindingValue.YES)) {
        builder.finding(finding.id(), FindingValue.YES);
      }
    }
    return builder;
  }

  /** The answer to a question, the same however often it is asked. */
  FindingValue answer(String findingId) {
    return answers.draw(this, findingId);
  }
}

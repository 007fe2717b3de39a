package health.plumbline.fitting.simulation;

import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.NestedFinding;
import health.plumbline.knowledge.Presentation;
import health.plumbline.reasoning.Assessor;
import health.plumbline.reasoning.SampledPatient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * How much of the truth about a patient becomes known, and how much of it is wrong.
 *
 * @param name in words
 * @param examined whether the examination is known besides the answers
 * @param missing share of answers that stay unknown, each by itself, 0 to 1
 * @param wrong share of the answers given that are wrong, each by itself, 0 to 1
 */
record Telling(String name, boolean examined, double missing, double wrong) {

  static final Telling ANSWERS = new Telling("every question answered", false, 0, 0);
  static final Telling EXAMINED = new Telling("and every test of the examination", true, 0, 0);

  /** From nothing wrong to much wrong. */
  static final List<Telling> ALL =
      List.of(
          ANSWERS,
          new Telling("30% of the answers missing", false, 0.3, 0),
          new Telling("60% of the answers missing", false, 0.6, 0),
          new Telling("5% of the answers wrong", false, 0, 0.05),
          new Telling("10% of the answers wrong", false, 0, 0.1),
          EXAMINED);

  /** What is asked of a patient: ids in the order of the vocabulary. */
  record Questions(KnowledgeBase knowledge, Assessor assessor, Set<String> wider) {

    static Questions of(KnowledgeBase knowledge, Assessor assessor) {
      return new Questions(
          knowledge,
          assessor,
          knowledge.nestedFindings().stream()
              .map(NestedFinding::container)
              .collect(Collectors.toUnmodifiableSet()));
    }

    /** All that apply; of two nested findings the narrower, which settles the wider. */
    List<String> of(Presentation person, boolean examined) {
      List<String> ids = new ArrayList<>();
      for (Finding finding : knowledge.vocabulary().findings()) {
        boolean obtained =
            switch (finding.role()) {
              case ASKED, REGION -> true;
              case EXAMINED -> examined;
              case DEMOGRAPHIC, COARSE_REGION, INVESTIGATED, DERIVED -> false;
            };
        if (obtained && !wider.contains(finding.id()) && assessor.applies(finding.id(), person)) {
          ids.add(finding.id());
        }
      }
      return ids;
    }
  }

  /** What is known of the patient. A place of pain that goes unanswered may still be marked. */
  Presentation of(SampledPatient patient, Questions questions) {
    var vocabulary = questions.knowledge().vocabulary();
    Presentation.Builder builder = patient.opening(vocabulary);
    for (String id : questions.of(builder.build(), examined)) {
      // One generator a question: the same answers go missing whatever else is asked.
      SplittableRandom random = patient.random("tells " + id);
      if (random.nextDouble() < missing) {
        continue;
      }
      Optional<FindingValue> answer =
          random.nextDouble() < wrong ? patient.wrongAnswer(id) : patient.answer(id);
      answer.ifPresent(value -> builder.finding(id, value));
    }
    return confirmed(builder.build(), patient, questions);
  }

  /** Answers the confirming questions of the rules that fire, as an interview would ask them. */
  private static Presentation confirmed(
      Presentation told, SampledPatient patient, Questions questions) {
    Presentation known = told;
    boolean more = true;
    while (more) {
      more = false;
      Presentation.Builder builder = known.toBuilder(questions.knowledge().vocabulary());
      for (String id : questions.assessor().triage().assess(known).confirmWith()) {
        Optional<FindingValue> answer = patient.answer(id);
        if (answer.isPresent() && known.value(id).isEmpty()) {
          builder.finding(id, answer.get());
          more = true;
        }
      }
      known = builder.build();
    }
    return known;
  }
}

package health.plumbline.reasoning;

import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Sex;
import health.plumbline.knowledge.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** A patient drawn from the model: the true causes, and an answer to every question. */
public final class SampledPatient {

  private final int age;
  private final Sex sex;
  private final List<String> causes;
  private final byte[] values;
  private final long seed;
  private final AnswerKey key;

  SampledPatient(int age, Sex sex, List<String> causes, byte[] values, long seed, AnswerKey key) {
    this.age = age;
    this.sex = sex;
    this.causes = causes;
    this.values = values;
    this.seed = seed;
    this.key = key;
  }

  /** Age in years. */
  public int age() {
    return age;
  }

  /** Sex registered at birth. */
  public Sex sex() {
    return sex;
  }

  /** Ids of the one to three conditions that cause the pain. */
  public List<String> causes() {
    return causes;
  }

  /** Whether one of the causes is a serious condition, one with an action threshold. */
  public boolean isSerious() {
    return causes.stream().anyMatch(key::isSerious);
  }

  /** The true answer to a question; empty if this patient cannot say. */
  public Optional<FindingValue> answer(String findingId) {
    return key.answer(this, findingId);
  }

  /** A false answer to a question: another value than the true one, each other one as likely. */
  public Optional<FindingValue> wrongAnswer(String findingId) {
    return key.wrongAnswer(this, findingId);
  }

  /**
   * What is known when an interview opens: age, sex and the places that the patient marks. As the
   * model has it, each painful place is marked with the probability {@code pain-map-completeness}.
   */
  public Presentation.Builder opening(Vocabulary vocabulary) {
    Presentation.Builder builder = Presentation.builder(vocabulary).age(age).sex(sex);
    key.marked(this).forEach(id -> builder.finding(id, FindingValue.YES));
    return builder;
  }

  /** Pseudo-random numbers that depend on nothing but patient and purpose. */
  public SplittableRandom random(String purpose) {
    return new SplittableRandom(seed ^ (purpose.hashCode() * 0x9E3779B97F4A7C15L));
  }

  /** Number of the value of a variable of the network. */
  int value(int variable) {
    return values[variable];
  }
}

package health.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import health.plumbline.care.History;
import health.plumbline.care.MedicineQuestion;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Presentation;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The questions before a medicine, as they are asked in the terminal. */
final class HistoryQuestionsTest {

  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.load();
  private static final List<MedicineQuestion> QUESTIONS =
      List.of(
          new MedicineQuestion("age", "How old are you?", "", ""),
          new MedicineQuestion("anticoagulant-use", "A blood thinner?", "", ""),
          new MedicineQuestion("stomach-ulcer", "An ulcer?", "It can bleed.", "x"),
          new MedicineQuestion("interacting-medicines", "Which others?", "", "x"));

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private HistoryQuestions questions(String typed) {
    return new HistoryQuestions(
        KNOWLEDGE.vocabulary(),
        new BufferedReader(new StringReader(typed)),
        new PrintStream(said, true, StandardCharsets.UTF_8));
  }

  private static Presentation nobody() {
    return Presentation.builder(KNOWLEDGE.vocabulary()).build();
  }

  @Test
  void answersGoWhereTheyBelong() throws IOException {
    HistoryQuestions.Answered answered =
        questions("47\ny\nno\nramipril, metformin\n").ask(QUESTIONS, nobody(), History.UNKNOWN);
    assertThat(answered.presentation().age()).isEqualTo(47);
    assertThat(answered.presentation().isPresent("anticoagulant-use")).isTrue();
    assertThat(answered.history().answers()).containsEntry("stomach-ulcer", false).hasSize(1);
    assertThat(answered.history().medicines()).containsExactly("ramipril", "metformin");
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("Why: It can bleed.");
  }

  @Test
  void whatIsNotUnderstoodIsAskedAgainAndEnterLeavesItOpen() throws IOException {
    HistoryQuestions.Answered answered =
        questions("old\n\n\nperhaps\ny\nnone\n").ask(QUESTIONS, nobody(), History.UNKNOWN);
    assertThat(answered.presentation().age()).isNull();
    assertThat(answered.presentation().findings()).isEmpty();
    assertThat(answered.history().answers()).containsEntry("stomach-ulcer", true);
    assertThat(answered.history().medicines()).isEmpty();
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("age: \"old\" is not allowed")
        .contains("answer: \"perhaps\" is not allowed; allowed: y or n");
  }

  @Test
  void theEndOfTheInputEndsTheQuestions() throws IOException {
    HistoryQuestions.Answered answered =
        questions("47\n").ask(QUESTIONS, nobody(), History.UNKNOWN);
    assertThat(answered.more()).isFalse();
    assertThat(answered.presentation().age()).isEqualTo(47);
  }

  @Test
  void noQuestionIsAskedTwice() throws IOException {
    HistoryQuestions questions = questions("\n\n\n\n");
    assertThat(questions.ask(QUESTIONS, nobody(), History.UNKNOWN).more()).isTrue();
    assertThat(questions.ask(QUESTIONS, nobody(), History.UNKNOWN).more()).isFalse();
  }
}

package health.plumbline.cli;

import health.plumbline.care.History;
import health.plumbline.care.MedicineQuestion;
import health.plumbline.knowledge.InvalidInputException;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Vocabulary;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Asks in the terminal what must be known before a medicine is advised. */
final class HistoryQuestions {

  private static final String MEDICINES = "interacting-medicines";
  private static final String AGE = "age";

  private final Vocabulary vocabulary;
  private final BufferedReader in;
  private final PrintStream out;
  private final Paragraphs paragraphs;
  private final Set<String> asked = new LinkedHashSet<>();

  HistoryQuestions(Vocabulary vocabulary, BufferedReader in, PrintStream out) {
    this.vocabulary = vocabulary;
    this.in = in;
    this.out = out;
    this.paragraphs = new Paragraphs(out, Terminal.width());
  }

  /**
   * What is known after some questions.
   *
   * @param presentation findings
   * @param history answers about medicines
   * @param more whether there may be more to ask
   */
  record Answered(Presentation presentation, History history, boolean more) {}

  /** Asks those of the questions that were not asked before; an empty line leaves one open. */
  Answered ask(List<MedicineQuestion> questions, Presentation presentation, History history)
      throws IOException {
    Presentation known = presentation;
    History answers = history;
    boolean any = false;
    for (MedicineQuestion question : questions) {
      if (!asked.add(question.id())) {
        continue;
      }
      any = true;
      out.println();
      paragraphs.print("? ", question.question());
      if (!question.why().isEmpty()) {
        paragraphs.print("  ", "Why: " + question.why());
      }
      boolean understood = false;
      while (!understood) {
        out.print(
            question.id().equals(MEDICINES)
                ? "  names with commas between, none, Enter if not sure, q to stop > "
                : question.id().equals(AGE)
                    ? "  years, Enter if not sure, q to stop > "
                    : "  y, n, Enter if not sure, q to stop > ");
        out.flush();
        String line = in.readLine();
        if (line == null || line.strip().equalsIgnoreCase("q")) {
          return new Answered(known, answers, false);
        }
        String text = line.strip();
        understood = true;
        try {
          if (text.isEmpty()) {
            // Left open.
            understood = true;
          } else if (question.id().equals(MEDICINES)) {
            answers = answers.withMedicines(medicines(text));
          } else if (question.id().equals(AGE)) {
            known = known.toBuilder(vocabulary).age(age(text)).build();
          } else if (vocabulary.find(question.id()).isPresent()) {
            known =
                known.toBuilder(vocabulary)
                    .finding(question.id(), yes(text) ? "yes" : "no")
                    .build();
          } else {
            answers = answers.withAnswer(question.id(), yes(text));
          }
        } catch (InvalidInputException e) {
          out.println("  " + e.getMessage());
          understood = false;
        }
      }
    }
    return new Answered(known, answers, any);
  }

  private static List<String> medicines(String text) {
    return text.equalsIgnoreCase("none") || text.equalsIgnoreCase("no")
        ? List.of()
        : Arrays.stream(text.split("[,;]")).map(String::strip).filter(it -> !it.isEmpty()).toList();
  }

  private static int age(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new InvalidInputException("age", text, "a whole number of years");
    }
  }

  private static boolean yes(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "y", "yes" -> true;
      case "n", "no" -> false;
      default -> throw new InvalidInputException("answer", text, "y or n");
    };
  }
}

package health.plumbline.handover;

import health.plumbline.care.CarePlan;
import health.plumbline.care.Category;
import health.plumbline.care.MedicineLine;
import health.plumbline.care.MedicineLine.Status;
import health.plumbline.care.MedicineQuestion;
import health.plumbline.care.PlanLine;
import health.plumbline.handover.Block.Bullets;
import health.plumbline.handover.Block.Item;
import health.plumbline.handover.Block.Paragraph;
import health.plumbline.handover.Block.Subheading;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Pain relief on paper: what may be taken, what waits for an answer, and what must not be. */
final class MedicineSection {

  private final CarePlan plan;
  private final Cited cited;

  MedicineSection(CarePlan plan, Cited cited) {
    this.plan = plan;
    this.cited = cited;
  }

  /** The section as it is printed. */
  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    // What each medicine must not meet is said once, with its dose.
    blocks.add(
        new Bullets(
            plan.plan().lines(Category.PAIN_RELIEF).stream()
                .map(plan.medicines().isEmpty() ? cited::item : this::withoutCautions)
                .toList()));
    medicines(blocks, "What you may take or use", Status.SUITABLE);
    medicines(blocks, "With care, or only after asking", Status.ASK_FIRST);
    questionsFirst(blocks);
    medicines(blocks, "Do not take or use", Status.NOT_SAFE);
    return blocks;
  }

  private void medicines(List<Block> blocks, String title, Status status) {
    List<Item> items =
        plan.medicines().stream()
            .filter(line -> line.status() == status)
            .map(
                (MedicineLine line) ->
                    new Item("", line.text(), cited.support("", line.grade(), line.sourceIds())))
            .toList();
    if (!items.isEmpty()) {
      blocks.add(new Subheading(title));
      blocks.add(new Bullets(items));
    }
  }

  private Item withoutCautions(PlanLine line) {
    Item item = cited.item(line);
    String text = line.text();
    for (String caution : line.cautions()) {
      text = text.replace(" " + caution, "");
    }
    return new Item(item.lead(), text, item.support());
  }

  /** The medicines that wait for an answer, and each question once with the medicines it is for. */
  private void questionsFirst(List<Block> blocks) {
    List<MedicineLine> waiting =
        plan.medicines().stream().filter(line -> line.status() == Status.QUESTIONS_FIRST).toList();
    if (waiting.isEmpty()) {
      return;
    }
    blocks.add(new Subheading("Not yet: questions first"));
    blocks.add(
        new Paragraph(
            "Before you take or use "
                + waiting.stream().map(MedicineLine::name).collect(Collectors.joining(", "))
                + ", answer these questions, here or with a pharmacist. The dose comes after."));
    waiting.forEach(line -> cited.add(line.sourceIds()));
    List<Item> items = new ArrayList<>();
    for (MedicineQuestion question : plan.openQuestions()) {
      items.add(
          new Item(
              "",
              question.question() + (question.why().isEmpty() ? "" : " " + question.why()),
              waiting.stream()
                  .filter(line -> line.questions().contains(question))
                  .map(MedicineLine::name)
                  .collect(Collectors.joining(", ", "(for ", ")"))));
    }
    blocks.add(new Bullets(items));
  }
}

package health.plumbline.handover;

import health.plumbline.care.PainLight;
import health.plumbline.care.Programme;
import health.plumbline.handover.Block.Bullets;
import health.plumbline.handover.Block.Item;
import health.plumbline.handover.Block.Paragraph;
import health.plumbline.handover.Block.Picture;
import health.plumbline.handover.Block.Subheading;
import health.plumbline.handover.Block.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The exercise programme on paper: its weeks, what the pain means, and how each is done. */
final class ProgrammeSection {

  private final Handed handed;
  private final Cited cited;

  ProgrammeSection(Handed handed, Cited cited) {
    this.handed = handed;
    this.cited = cited;
  }

  /** The programme as it is printed. */
  List<Block> of(Programme programme) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Subheading("Your programme of " + programme.weeks() + " weeks"));
    programme.reasons().forEach(reason -> blocks.add(new Paragraph(reason)));
    List<String> small = new ArrayList<>();
    if (programme.minutes() > 0) {
      small.add("A session takes about " + programme.minutes() + " minutes at the start.");
    }
    small.add(programme.needs());
    small.add(programme.timeNote());
    blocks.add(
        new Paragraph(
            small.stream().filter(text -> !text.isEmpty()).collect(Collectors.joining(" "))));
    Map<String, Programme.Item> each = new LinkedHashMap<>();
    for (Programme.Phase phase : programme.phases()) {
      cited.add(List.of(phase.sourceId()));
      blocks.add(new Subheading("Weeks " + phase.weekFrom() + " to " + phase.weekTo()));
      blocks.add(new Paragraph(phase.text()));
      List<List<String>> rows = new ArrayList<>();
      for (Programme.Item item : phase.items()) {
        each.putIfAbsent(item.exercise().exerciseId(), item);
        rows.add(List.of(item.exercise().name(), item.dose(), item.change()));
      }
      blocks.add(new Table(List.of("Exercise", "How much", "New"), rows));
    }
    blocks.add(new Subheading("Let the pain steer you"));
    blocks.add(
        new Bullets(
            programme.lights().stream()
                .map(
                    light ->
                        new Item(
                            colour(light) + ".",
                            light.when() + " " + light.then(),
                            cited.support(light.grade(), light.sourceId())))
                .toList()));
    Set<String> stops = new LinkedHashSet<>();
    each.values().forEach(item -> stops.add(item.exercise().stop()));
    boolean sameStop = stops.size() == 1;
    if (sameStop) {
      blocks.add(new Paragraph(stops.iterator().next()));
    }
    blocks.add(new Subheading("How to do each exercise"));
    for (Programme.Item item : each.values()) {
      String id = item.exercise().exerciseId();
      List<String> text = new ArrayList<>();
      text.add(item.exercise().steps());
      text.add("Easier: " + item.exercise().easier() + ".");
      text.add("Harder: " + item.exercise().harder() + ".");
      if (!sameStop) {
        text.add(item.exercise().stop());
      }
      text.addAll(item.cautions());
      blocks.add(
          new Bullets(
              List.of(
                  new Item(
                      item.exercise().name() + ".",
                      String.join(" ", text),
                      cited.support(item.grade(), item.sourceId())))));
      handed
          .pictures()
          .apply(id)
          .ifPresent(svg -> blocks.add(new Picture(svg, handed.descriptions().apply(id))));
    }
    return blocks;
  }

  private static String colour(PainLight light) {
    return Character.toUpperCase(light.id().charAt(0)) + light.id().substring(1);
  }
}

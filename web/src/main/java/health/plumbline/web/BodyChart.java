package health.plumbline.web;

import health.plumbline.knowledge.Side;
import health.plumbline.knowledge.anatomy.Anatomy;
import health.plumbline.knowledge.anatomy.Area;
import health.plumbline.knowledge.anatomy.Structure;
import health.plumbline.web.view.Fault;
import health.plumbline.web.view.Option;
import health.plumbline.web.view.OtherPages;
import health.plumbline.web.view.OtherPages.ChartPage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The body chart: the page on which places are marked. */
final class BodyChart {

  private final Anatomy anatomy;
  private final Words words;
  private final Plain plain;
  private final Pages pages;
  private final Listener listener;
  private final BodyFigures figures;

  BodyChart(
      Anatomy anatomy,
      Words words,
      Plain plain,
      Pages pages,
      Listener listener,
      BodyFigures figures) {
    this.figures = figures;
    this.anatomy = anatomy;
    this.words = words;
    this.plain = plain;
    this.pages = pages;
    this.listener = listener;
  }

  /** The page; before the first visit the places that the words named are marked. */
  String page(Answers answers, String seal, @Nullable Form form, List<Fault> faults) {
    Set<Mark> marks = answers.marks();
    String worst = answers.worst();
    if (form != null) {
      marks = sent(form);
      worst = form.value("worst");
    } else if (marks.isEmpty() && !answers.has(Course.CHART)) {
      marks = listener.marksIn(answers);
    }
    return pages.render(
        "chart",
        new ChartPage(
            pages.frame(words.text("chart.title"), seal),
            figures.marked(marks, worst),
            areas(marks),
            worstOptions(worst),
            marks.stream().anyMatch(mark -> mark.kind() == Mark.Kind.NUMB),
            answers.has(Course.CHART) && marks.isEmpty(),
            faults));
  }

  private Set<Mark> sent(Form form) {
    Set<Mark> marks = new LinkedHashSet<>();
    for (Mark.Kind kind : Mark.Kind.values()) {
      for (String place : form.values(kind.id())) {
        Mark.parse(place, kind, anatomy.regions()).ifPresent(marks::add);
      }
    }
    return marks;
  }

  private List<OtherPages.Area> areas(Set<Mark> marks) {
    List<OtherPages.Area> areas = new ArrayList<>();
    for (Area area : Area.values()) {
      areas.add(
          new OtherPages.Area(
              words.text("area." + area.name().toLowerCase(Locale.ROOT).replace('_', '-')),
              rows(area, Mark.Kind.PAIN, marks),
              rows(area, Mark.Kind.NUMB, marks)));
    }
    return areas;
  }

  private List<OtherPages.Row> rows(Area area, Mark.Kind kind, Set<Mark> marks) {
    List<OtherPages.Row> rows = new ArrayList<>();
    for (Structure.Region region : anatomy.regions()) {
      if (region.area() == area) {
        rows.add(
            new OtherPages.Row(
                region.id(),
                Plain.upperFirst(region.layName()),
                sides(region).stream()
                    .map(side -> new Mark(region.id(), side, kind))
                    .map(mark -> new OtherPages.Box(mark.place(), side(mark), marks.contains(mark)))
                    .toList()));
      }
    }
    return rows;
  }

  private String side(Mark mark) {
    return words.text(mark.side() == Side.UNSTATED ? "chart.here" : "side." + mark.side().id());
  }

  private List<Option> worstOptions(String worst) {
    List<Option> options = new ArrayList<>();
    options.add(new Option("", words.text("chart.worst.none"), worst.isEmpty()));
    for (Structure.Region region : anatomy.regions()) {
      for (Side side : sides(region)) {
        String place = new Mark(region.id(), side, Mark.Kind.PAIN).place();
        options.add(
            new Option(
                place, Plain.upperFirst(plain.place(region.id(), side)), place.equals(worst)));
      }
    }
    return options;
  }

  private static List<Side> sides(Structure.Region region) {
    return region.hasSide() ? List.of(Side.LEFT, Side.RIGHT) : List.of(Side.UNSTATED);
  }
}

package health.plumbline.care;

import health.plumbline.care.LineMerger.Ranked;
import java.util.LinkedHashSet;
import java.util.Set;

/** A category of a plan being filled up to its limits. */
final class CategorySelection {

  private final PlanSettings settings;
  private final Category category;
  private final Set<Ranked> chosen = new LinkedHashSet<>();
  private int against;
  private int later;
  private int visits;

  CategorySelection(PlanSettings settings, Category category) {
    this.settings = settings;
    this.category = category;
  }

  /** Takes a line if there is still room for one of its kind. */
  void offer(Ranked ranked) {
    boolean isAgainst = ranked.line().direction() == Direction.AGAINST;
    boolean isLater = ranked.stage() == Stage.LATER;
    boolean isOrdinaryVisit = ranked.visit() && ranked.stage() == Stage.CARE;
    if (chosen.contains(ranked)
        || chosen.size() >= settings.linesMost(category)
        || (isAgainst && against >= settings.count("against-most"))
        || (isLater && later >= settings.count("later-most"))
        || (isOrdinaryVisit && visits >= settings.count("visits-most"))) {
      return;
    }
    chosen.add(ranked);
    against += isAgainst ? 1 : 0;
    later += isLater ? 1 : 0;
    visits += isOrdinaryVisit ? 1 : 0;
  }

  Set<Ranked> chosen() {
    return chosen;
  }
}

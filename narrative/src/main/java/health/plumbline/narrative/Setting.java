package health.plumbline.narrative;

import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.FindingValue;
import java.util.ArrayList;
import java.util.List;

/** A finding and the value that a phrase gives it. */
record Setting(Finding finding, FindingValue value) {

  boolean isYes() {
    return value.equals(FindingValue.YES);
  }

  boolean isNo() {
    return value.equals(FindingValue.NO);
  }

  boolean isPlace() {
    return finding.role() == Finding.Role.REGION || finding.role() == Finding.Role.COARSE_REGION;
  }

  /** The same findings with yes for no and no for yes; other values have no opposite. */
  static List<Setting> opposites(List<Setting> settings) {
    List<Setting> opposite = new ArrayList<>();
    for (Setting setting : settings) {
      if (setting.isYes()) {
        opposite.add(new Setting(setting.finding(), FindingValue.NO));
      } else if (setting.isNo()) {
        opposite.add(new Setting(setting.finding(), FindingValue.YES));
      }
    }
    return List.copyOf(opposite);
  }
}

package health.plumbline.narrative;

import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.FindingValue;

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
}

package health.plumbline.reasoning;

import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.NestedFinding;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns what is known of a person into evidence, each fact once.
 *
 * <p>Facts that contain each other are counted by the narrower one. A vague place ("hip") is
 * evidence for the union of its regions, and none once one of them is known to hurt. Where some
 * place is marked, a region that is not marked is weak evidence against pain there: people leave
 * places out, with the probability that the data file states, so silence is never a denial.
 */
final class EvidenceCollector {

  private final Vocabulary vocabulary;
  private final Networks networks;
  private final Collection<NestedFinding> nested;
  private final List<Finding> regions;
  private final double completeness;

  EvidenceCollector(KnowledgeBase knowledge, Networks networks) {
    this.vocabulary = knowledge.vocabulary();
    this.networks = networks;
    this.nested = knowledge.nestedFindings();
    this.regions =
        vocabulary.findings().stream()
            .filter(finding -> finding.role() == Finding.Role.REGION)
            .filter(finding -> networks.variable(finding.id()).isPresent())
            .toList();
    this.completeness = knowledge.settings().get("pain-map-completeness");
  }

  /** The evidence of a presentation, in the order in which the findings became known. */
  List<Evidence> collect(Presentation presentation) {
    Map<String, FindingValue> known = presentation.findings();
    Set<String> counted = countedElsewhere(known);
    List<Evidence> evidence = new ArrayList<>();
    Set<String> covered = new HashSet<>();
    boolean somewhere = false;
    for (Map.Entry<String, FindingValue> entry : known.entrySet()) {
      Finding finding = vocabulary.require(entry.getKey());
      boolean present = entry.getValue().equals(FindingValue.YES);
      if (finding.role() == Finding.Role.COARSE_REGION) {
        somewhere |= present;
        collectCoarse(finding, present, known, covered, evidence);
      } else if (!counted.contains(finding.id())) {
        somewhere |= present && finding.role() == Finding.Role.REGION;
        networks
            .variable(finding.id())
            .ifPresent(
                variable ->
                    evidence.add(
                        new Evidence.Known(
                            finding.id(), variable, value(finding.id(), entry.getValue()))));
      }
    }
    if (somewhere) {
      for (Finding region : regions) {
        if (!known.containsKey(region.id()) && covered.add(region.id())) {
          evidence.add(
              new Evidence.Unmarked(
                  region.id(), networks.variable(region.id()).orElseThrow(), completeness));
        }
      }
    }
    return evidence;
  }

  /** Number of the value of a finding in the network. */
  int value(String findingId, FindingValue value) {
    return switch (value) {
      case FindingValue.Answer(boolean present) -> present ? 1 : 0;
      case FindingValue.Category category ->
          networks.bins(findingId).orElseThrow().indexOf(category);
      case FindingValue.Quantity quantity ->
          networks.bins(findingId).orElseThrow().indexOf(quantity);
    };
  }

  private void collectCoarse(
      Finding coarse,
      boolean present,
      Map<String, FindingValue> known,
      Set<String> covered,
      List<Evidence> evidence) {
    List<Integer> open = new ArrayList<>();
    boolean settled = false;
    for (String member : coarse.members()) {
      FindingValue value = known.get(member);
      settled |= FindingValue.YES.equals(value);
      if (value == null && !covered.contains(member)) {
        open.add(networks.variable(member).orElseThrow());
      }
    }
    if (present) {
      // A wider place said beside a narrower one ("leg", "calf") adds nothing of its own.
      if (!settled) {
        if (!open.isEmpty()) {
          evidence.add(new Evidence.AnyOf(coarse.id(), List.copyOf(open)));
        }
        covered.addAll(coarse.members());
      }
    } else {
      for (int variable : open) {
        evidence.add(new Evidence.Known(coarse.id(), variable, 0));
      }
      covered.addAll(coarse.members());
    }
  }

  /** The findings whose fact another known finding already carries. */
  private Set<String> countedElsewhere(Map<String, FindingValue> known) {
    Set<String> counted = new HashSet<>();
    for (NestedFinding pair : nested) {
      FindingValue container = known.get(pair.container());
      FindingValue contained = known.get(pair.contained());
      if (container == null || contained == null) {
        continue;
      }
      boolean containedAbsent = contained.equals(FindingValue.NO);
      if (!containedAbsent) {
        counted.add(pair.container());
      } else if (container.equals(FindingValue.NO)) {
        counted.add(pair.contained());
      }
    }
    return counted;
  }
}

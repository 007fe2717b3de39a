package health.plumbline.knowledge.anatomy;

import health.plumbline.knowledge.DataFile;
import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.anatomy.Structure.Joint;
import health.plumbline.knowledge.anatomy.Structure.Ligament;
import health.plumbline.knowledge.anatomy.Structure.Muscle;
import health.plumbline.knowledge.anatomy.Structure.Nerve;
import health.plumbline.knowledge.anatomy.Structure.Organ;
import health.plumbline.knowledge.anatomy.Structure.Region;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads the anatomy in two passes: first what there is, then what is said of how it hangs together,
 * so that a row may name a structure of a later file. The relations come from the columns of the
 * structures themselves (a nerve's roots, branches, muscles, skin and joints, a joint's neighbours)
 * and from {@code links.csv} for what no column states.
 */
final class AnatomyLoader {

  private static final String FOLDER = "anatomy/";

  /** Joints that a muscle acts on when its row says that it crosses this part. */
  private static final Map<String, List<String>> CROSSED =
      Map.of(
          "lumbar", List.of("lumbosacral-junction", "lumbar-facet-joint", "lumbar-disc"),
          "sacroiliac", List.of("sacroiliac-joint"),
          "hip", List.of("hip-joint"),
          "knee", List.of("knee-joint"));

  private final KnowledgeBase knowledge;
  private final String mechanismFile;
  private final Map<String, Structure> structures = new LinkedHashMap<>();
  private final Relations relations = new Relations();
  private final Set<String> mechanismIds = new HashSet<>();

  AnatomyLoader(KnowledgeBase knowledge) {
    this(knowledge, "mechanisms");
  }

  /** Reads the mechanisms from another file, so that the checks can be seen to fail. */
  AnatomyLoader(KnowledgeBase knowledge, String mechanismFile) {
    this.knowledge = knowledge;
    this.mechanismFile = mechanismFile;
  }

  Anatomy load() {
    DataFile regions = read("regions");
    DataFile nerves = read("nerves");
    DataFile muscles = read("muscles");
    DataFile joints = read("joints");
    DataFile ligaments = read("ligaments");
    DataFile organs = read("organs");
    regions.rows().forEach(this::region);
    nerves.rows().forEach(this::nerve);
    muscles.rows().forEach(this::muscle);
    joints.rows().forEach(this::joint);
    ligaments.rows().forEach(this::ligament);
    organs.rows().forEach(this::organ);
    checkRegionsAreThoseOfTheVocabulary(regions);

    nerves.rows().forEach(this::relateNerve);
    muscles.rows().forEach(this::relateMuscle);
    joints
        .rows()
        .forEach(
            row -> {
              relate(row, "nerve_supply", "is supplied by");
              relate(row, "linked_joints", "moves with");
            });
    ligaments
        .rows()
        .forEach(
            row -> {
              relate(row, "nerve_supply", "is supplied by");
              relate(row, "linked_structures", "is bound to");
            });
    organs.rows().forEach(row -> relate(row, "nerve_supply", "is supplied by"));
    read("dermatomes").rows().forEach(this::relateDermatome);
    read("myotomes").rows().forEach(this::relateMyotome);
    read("links").rows().forEach(this::link);
    List<Mechanism> mechanisms = read(mechanismFile).rows().stream().map(this::mechanism).toList();
    return new Anatomy(structures, relations, mechanisms);
  }

  private static DataFile read(String name) {
    return DataFile.read(FOLDER + name + ".csv");
  }

  private void put(DataFile.Row row, Structure structure) {
    if (structures.put(structure.id(), structure) != null) {
      throw row.fault("id", structure.id() + " occurs twice among the structures");
    }
  }

  private void region(DataFile.Row row) {
    put(
        row,
        new Region(
            row.required("id"),
            row.required("name"),
            row.required("lay_name"),
            row.flag("has_side"),
            row.oneOf("area", Area.values())));
  }

  private void checkRegionsAreThoseOfTheVocabulary(DataFile file) {
    for (DataFile.Row row : file.rows()) {
      String findingId = "pain-" + row.text("id");
      if (knowledge
          .vocabulary()
          .find(findingId)
          .filter(finding -> finding.role() == Finding.Role.REGION)
          .isEmpty()) {
        throw row.fault("id", "the vocabulary has no region " + findingId);
      }
    }
    for (Finding finding : knowledge.vocabulary().findings()) {
      if (finding.role() == Finding.Role.REGION
          && !structures.containsKey(finding.id().substring("pain-".length()))) {
        throw new IllegalStateException(
            file.path() + ": the region of " + finding.id() + " is missing");
      }
    }
  }

  private void nerve(DataFile.Row row) {
    put(
        row,
        new Nerve(
            row.required("id"),
            row.required("name"),
            row.required("lay_name"),
            row.required("kind"),
            row.list("roots"),
            row.required("course"),
            row.list("entrapment_sites"),
            row.required("source_id")));
  }

  private void muscle(DataFile.Row row) {
    put(
        row,
        new Muscle(
            row.required("id"),
            row.required("name"),
            row.required("lay_name"),
            row.required("origin"),
            row.required("insertion"),
            row.list("actions"),
            row.text("tight_when"),
            row.text("weak_when"),
            row.text("role_in_back_hip_link"),
            row.required("source_id")));
  }

  private void joint(DataFile.Row row) {
    put(
        row,
        new Joint(
            row.required("id"),
            row.required("name"),
            row.required("lay_name"),
            row.required("kind"),
            row.list("normal_rom"),
            row.required("load_path"),
            row.required("source_id")));
  }

  private void ligament(DataFile.Row row) {
    put(
        row,
        new Ligament(
            row.required("id"),
            row.required("name"),
            row.required("lay_name"),
            row.required("kind"),
            row.list("restrains"),
            row.required("load_path"),
            row.required("source_id")));
  }

  private void organ(DataFile.Row row) {
    put(
        row,
        new Organ(
            row.required("id"),
            row.required("name"),
            row.required("lay_name"),
            row.required("source_id")));
  }

  private void relateNerve(DataFile.Row row) {
    String id = row.text("id");
    relate(row, "parent_ids", "branches from");
    for (String root : row.list("roots")) {
      String rootId = rootId(row, "roots", root);
      if (!rootId.equals(id)) {
        relations.add(id, rootId, "carries", row, "roots");
      }
    }
    relate(row, "supplies_muscles", "moves");
    relate(row, "supplies_skin_regions", "feels");
    relate(row, "supplies_joints", "feels");
    for (String site : row.list("entrapment_sites")) {
      String siteId = withoutRemark(site);
      if (structures.containsKey(siteId)) {
        relations.add(id, siteId, "can be caught at", row, "entrapment_sites");
      }
    }
  }

  private void relateMuscle(DataFile.Row row) {
    relate(row, "nerve_id", "is supplied by");
    relate(row, "referral_regions", "is felt in");
    for (String part : row.list("crosses")) {
      List<String> joints = CROSSED.get(part);
      if (joints == null) {
        throw row.fault("crosses", part + " is not one of " + CROSSED.keySet());
      }
      for (String joint : joints) {
        relations.add(row.text("id"), require(row, "crosses", joint), "acts on", row, "crosses");
      }
    }
  }

  /** Relates the structure of this row with each one in a list column. */
  private void relate(DataFile.Row row, String column, String how) {
    for (String item : row.list(column)) {
      relations.add(row.text("id"), require(row, column, withoutRemark(item)), how, row, column);
    }
  }

  /** The skin of a root. Its weight says how well the published maps agree, by judgement. */
  private void relateDermatome(DataFile.Row row) {
    row.proportion("weight");
    row.required("source_id");
    String regionId = requireRegion(row, "region_id", row.required("region_id"));
    relations.add(rootId(row, "root", row.required("root")), regionId, "feels", row, "region_id");
  }

  /** A movement by which a root is tested. */
  private void relateMyotome(DataFile.Row row) {
    row.required("movement");
    row.required("source_id");
    String rootId = rootId(row, "root", row.required("root"));
    for (String muscle : row.list("muscle_ids")) {
      relations.add(rootId, require(row, "muscle_ids", muscle), "moves", row, "muscle_ids");
    }
  }

  private void link(DataFile.Row row) {
    relations.add(
        require(row, "from_id", row.required("from_id")),
        require(row, "to_id", row.required("to_id")),
        row.required("kind").replace('-', ' '),
        row,
        "kind");
  }

  private Mechanism mechanism(DataFile.Row row) {
    String id = row.required("id");
    if (!mechanismIds.add(id)) {
      throw row.fault("id", id + " occurs twice");
    }
    List<String> path = List.of(row.required("path").split(">"));
    if (path.size() < 2) {
      throw row.fault("path", "a path needs at least two steps");
    }
    for (String step : path) {
      require(row, "path", step);
    }
    for (int i = 1; i < path.size(); i++) {
      if (relations.between(path.get(i - 1), path.get(i)).isEmpty()) {
        throw row.fault(
            "path",
            "the step from "
                + path.get(i - 1)
                + " to "
                + path.get(i)
                + " is stated nowhere. Maybe add it to "
                + FOLDER
                + "links.csv with its source");
      }
    }
    for (String conditionId : row.list("condition_ids")) {
      if (knowledge.condition(conditionId).isEmpty()) {
        throw row.fault("condition_ids", conditionId + " is not a condition");
      }
    }
    row.required("source_condition_ids");
    return new Mechanism(
        id,
        row.required("name"),
        row.oneOf("mechanism", Mechanism.Kind.values(), Mechanism.Kind::id),
        require(row, "from_structure", row.required("from_structure")),
        require(row, "to_region_or_structure", row.required("to_region_or_structure")),
        path,
        row.oneOf("source_area", Area.values()),
        feltIn(row, path),
        row.required("explanation_lay"),
        row.required("explanation_clinical"),
        row.list("condition_ids"),
        conditionsAmong(row, "source_condition_ids", "condition_ids"),
        conditionsAmong(row, "typical_of", "source_condition_ids"),
        row.required("source_id"),
        row.grade("grade"));
  }

  /** Conditions, each of which must also stand in a wider column. */
  private static List<String> conditionsAmong(DataFile.Row row, String column, String widerColumn) {
    List<String> wider = row.list(widerColumn);
    for (String conditionId : row.list(column)) {
      if (!wider.contains(conditionId)) {
        throw row.fault(column, conditionId + " is not among " + widerColumn);
      }
    }
    return row.list(column);
  }

  /** Regions, each of which must be a step of the path or felt by one, or by a root it carries. */
  private List<String> feltIn(DataFile.Row row, List<String> path) {
    List<String> regions = new ArrayList<>();
    for (String regionId : row.list("felt_in")) {
      requireRegion(row, "felt_in", regionId);
      if (path.stream().noneMatch(step -> reaches(step, regionId))) {
        throw row.fault("felt_in", "no step of the path is felt in " + regionId);
      }
      regions.add(regionId);
    }
    if (regions.isEmpty()) {
      throw row.fault("felt_in", "a region is required");
    }
    return List.copyOf(regions);
  }

  private boolean reaches(String step, String regionId) {
    if (step.equals(regionId) || relations.between(step, regionId).isPresent()) {
      return true;
    }
    return structures.get(step) instanceof Nerve nerve
        && nerve.roots().stream()
            .anyMatch(root -> relations.between(rootId(root), regionId).isPresent());
  }

  private String require(DataFile.Row row, String column, String id) {
    if (!structures.containsKey(id)) {
      throw row.fault(column, id + " is not a structure");
    }
    return id;
  }

  private String requireRegion(DataFile.Row row, String column, String id) {
    if (!(structures.get(id) instanceof Region)) {
      throw row.fault(column, id + " is not a region of the body chart");
    }
    return id;
  }

  private String rootId(DataFile.Row row, String column, String root) {
    return require(row, column, rootId(root));
  }

  private static String rootId(String root) {
    return "root-" + root.toLowerCase(Locale.ROOT);
  }

  /** The id in an item such as {@code lumbar-disc (L4-5)}. */
  private static String withoutRemark(String item) {
    int at = item.indexOf('(');
    return (at < 0 ? item : item.substring(0, at)).strip();
  }
}

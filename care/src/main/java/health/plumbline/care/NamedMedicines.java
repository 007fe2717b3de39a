package health.plumbline.care;

import health.plumbline.knowledge.DataFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Knows the names of medicines, from {@code care/named-medicines.csv}.
 *
 * <p>A name is looked for as whole words in what the person wrote, so that "ramipril 5 mg in the
 * morning" is known. Whatever holds no known name belongs to the class of the unrecognised, which
 * asks for a pharmacist: a name that nobody knows must never count as harmless.
 */
public final class NamedMedicines {

  private static final String FILE = "care/named-medicines.csv";
  private static final int LONGEST_NAME = 3;
  private static final int DENIAL_REACH = 4;

  private final Map<String, List<String>> classesByName;
  private final MedicineDenials denials;

  private NamedMedicines(Map<String, List<String>> classesByName, MedicineDenials denials) {
    this.classesByName = classesByName;
    this.denials = denials;
  }

  /**
   * Reads the names and the words that deny them.
   *
   * @throws IllegalStateException naming file, line and column if a file is malformed
   */
  public static NamedMedicines load() {
    Map<String, List<String>> classes = new LinkedHashMap<>();
    for (DataFile.Row row : DataFile.read(FILE).rows()) {
      row.putOnce("name", classes, row.required("name"), row.list("classes"));
    }
    return new NamedMedicines(classes, MedicineDenials.load());
  }

  /** All classes that the names use. */
  Set<String> classes() {
    Set<String> all = new LinkedHashSet<>();
    classesByName.values().forEach(all::addAll);
    return all;
  }

  /** The classes of what a person takes. */
  Set<String> classesOf(List<String> medicines) {
    Set<String> classes = new LinkedHashSet<>();
    for (String medicine : medicines) {
      if (denials.takesNothing(medicine)) {
        continue;
      }
      List<String> names = namesIn(medicine);
      if (names.isEmpty()) {
        classes.add(MedicineClass.UNRECOGNISED);
      }
      for (String name : names) {
        classes.addAll(classesByName.getOrDefault(name, List.of()));
      }
    }
    return classes;
  }

  /**
   * The known names in a text that speaks of other things as well, without those right after a word
   * of denial ("not on warfarin", "allergic to aspirin"). Such a name stays unknown, since a short
   * look cannot tell what is denied.
   */
  public List<String> mentionedIn(String text) {
    String[] words = text.toLowerCase(Locale.ROOT).replace('’', '\'').split("[^a-z'-]+");
    StringBuilder affirmed = new StringBuilder();
    for (int i = 0; i < words.length; i++) {
      boolean denied = false;
      for (int before = Math.max(0, i - DENIAL_REACH); before < i; before++) {
        denied |= denials.denies(words[before]);
      }
      affirmed.append(denied ? "-" : words[i]).append(' ');
    }
    return namesIn(affirmed.toString());
  }

  /** The known names in a text, in order, each once. */
  private List<String> namesIn(String text) {
    String[] words = text.toLowerCase(Locale.ROOT).split("[^a-z-]+");
    List<String> found = new ArrayList<>();
    for (int from = 0; from < words.length; from++) {
      StringBuilder name = new StringBuilder();
      for (int to = from; to < Math.min(words.length, from + LONGEST_NAME); to++) {
        name.append(to == from ? "" : " ").append(words[to]);
        if (classesByName.containsKey(name.toString()) && !found.contains(name.toString())) {
          found.add(name.toString());
        }
      }
    }
    return found;
  }
}

package health.plumbline.care;

import java.util.List;

/**
 * A class of medicines that a contraindication can speak of as {@code takes:ID}.
 *
 * @param id id
 * @param layName name in plain words, with its article
 * @param implies findings and {@code question:ID} that are true for whoever takes one
 * @param denies findings that are not present in whoever has named all medicines and takes none of
 *     these
 */
record MedicineClass(String id, String layName, List<String> implies, List<String> denies) {

  /** What a name belongs to that is not in the list. */
  static final String UNRECOGNISED = "unrecognised";
}

package health.plumbline.web.view;

/** The words of the pages. */
public interface Wording {

  /**
   * A text.
   *
   * @param key its key in the message file
   * @param placesAndValues the places in it, each followed by what goes there
   */
  String text(String key, String... placesAndValues);
}

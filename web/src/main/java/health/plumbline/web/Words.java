package health.plumbline.web;

import health.plumbline.web.view.Wording;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every word of the pages, from a message file.
 *
 * <p>A text may hold places such as {@code {name}}; whoever asks for it fills all of them. A key or
 * a place that is missing is a fault of the program and stops it at once, in tests first.
 */
final class Words implements Wording {

  private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

  private final Properties texts;
  private final String file;

  private Words(Properties texts, String file) {
    this.texts = texts;
    this.file = file;
  }

  /** British English. */
  static Words british() {
    return load("messages.properties");
  }

  private static Words load(String file) {
    Properties texts = new Properties();
    try (InputStream in = Words.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not there");
      }
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(file + " cannot be read", e);
    }
    return new Words(texts, file);
  }

  /** All keys, in order. */
  Set<String> keys() {
    return new TreeSet<>(texts.stringPropertyNames());
  }

  /** Whether there is such a text. */
  boolean has(String key) {
    return texts.containsKey(key);
  }

  /** A text with its places open. */
  String template(String key) {
    String text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalStateException(file + ": there is no text " + key);
    }
    return text;
  }

  @Override
  public String text(String key, String... placesAndValues) {
    String text = template(key);
    // In one pass, so that a value that itself holds braces stays as it is.
    StringBuilder filled = new StringBuilder(text.length());
    int from = 0;
    for (Matcher place = PLACE.matcher(text); place.find(); from = place.end()) {
      filled.append(text, from, place.start()).append(value(key, place.group(1), placesAndValues));
    }
    return filled.append(text, from, text.length()).toString();
  }

  private String value(String key, String place, String... placesAndValues) {
    for (int i = 0; i + 1 < placesAndValues.length; i += 2) {
      if (placesAndValues[i].equals(place)) {
        return placesAndValues[i + 1];
      }
    }
    throw new IllegalStateException(file + ": nothing was given for {" + place + "} in " + key);
  }
}

package health.plumbline.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** All data files of the knowledge base, so that a check reaches files that are added later. */
final class DataFolder {

  static final Path ROOT = Path.of("src/main/resources/health/plumbline/knowledge/data");

  private DataFolder() {}

  /** Paths below the data folder with {@code /} between their parts, sorted. */
  static List<String> paths() {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".csv"))
          .map(file -> ROOT.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All data files but those of the lexicon, which hold phrases and no figures. */
  static List<DataFile> files() {
    return paths().stream()
        .filter(path -> !path.startsWith("lexicon/"))
        .map(DataFile::read)
        .toList();
  }

  static boolean hasColumn(DataFile file, String column) {
    return file.columns().contains(column);
  }
}

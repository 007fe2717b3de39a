package health.plumbline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/**
 * The version names the content: it holds the first digits of the SHA-256 over path and bytes of
 * every other data file, so that two assessments with the same version rest on the same knowledge.
 */
final class KnowledgeVersionTest {

  private static final String RELEASE = "0.1.0+";
  private static final int DIGITS = 12;
  private static final Path FILE = DataFolder.ROOT.resolve("version.csv");

  @Test
  void theVersionIsThatOfTheContent() throws IOException, NoSuchAlgorithmException {
    if (Boolean.getBoolean("plumbline.regenerate")) {
      // Its content counts, and the order of the tests is not ours to choose.
      ElicitedPoolingTest.regenerate();
    }
    String fresh = RELEASE + contentHash().substring(0, DIGITS);
    if (Boolean.getBoolean("plumbline.regenerate")) {
      Files.writeString(FILE, "version\n" + fresh + "\n");
    }
    assertThat(Files.readString(FILE))
        .as(
            "The data files changed. Maybe run"
                + " ./mvnw -q test -pl knowledge -Dplumbline.regenerate=true")
        .isEqualTo("version\n" + fresh + "\n");
  }

  private static String contentHash() throws IOException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (String path : DataFolder.paths()) {
      if (!path.equals("version.csv")) {
        digest.update((path + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(DataFolder.ROOT.resolve(path)));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}

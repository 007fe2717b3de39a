package health.plumbline.cli;

import health.plumbline.contract.CaseFileReader;
import health.plumbline.contract.Engine;
import health.plumbline.knowledge.InvalidInputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads UTF-8 files that a user names; a fault is one line that names option and file. */
final class TextFiles {

  /** The largest file that is read whole, in bytes: a text of the longest length in any script. */
  private static final long LARGEST = 4L * Engine.LONGEST_TEXT;

  private TextFiles() {}

  /**
   * The content of a file, or of standard input for {@code -}.
   *
   * @throws InvalidInputException if it cannot be read, is too large, or is not UTF-8 text
   */
  static String read(String option, @Nullable Path file) {
    if (file == null) {
      throw InvalidInputException.of(option, "needs a file");
    }
    try {
      byte[] bytes;
      if (file.toString().equals("-")) {
        bytes = System.in.readNBytes((int) LARGEST + 1);
      } else {
        checkReadable(option, file);
        long size = Files.size(file);
        if (size > LARGEST) {
          throw tooLarge(option, file, size);
        }
        bytes = Files.readAllBytes(file);
      }
      if (bytes.length > LARGEST) {
        throw tooLarge(option, file, bytes.length);
      }
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      return withoutMark(text);
    } catch (CharacterCodingException e) {
      throw InvalidInputException.of(option, file + " is not UTF-8 text");
    } catch (IOException e) {
      throw unreadable(option, file, e);
    }
  }

  /**
   * Opens a file for reading line by line, or standard input for {@code -}. Bytes that are no UTF-8
   * are read as {@link CaseFileReader#NOT_UTF_8}, so that one bad line does not take the others
   * with it.
   */
  static BufferedReader open(String option, Path file) {
    if (file.toString().equals("-")) {
      return new BufferedReader(new InputStreamReader(System.in, marking()));
    }
    checkReadable(option, file);
    try {
      return new BufferedReader(new InputStreamReader(Files.newInputStream(file), marking()));
    } catch (IOException e) {
      throw unreadable(option, file, e);
    }
  }

  private static CharsetDecoder marking() {
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .onUnmappableCharacter(CodingErrorAction.REPLACE)
        .replaceWith(String.valueOf(CaseFileReader.NOT_UTF_8));
  }

  /** The text without the byte order mark that some editors put first. */
  static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static void checkReadable(String option, Path file) {
    if (!Files.exists(file)) {
      throw InvalidInputException.of(option, file + " does not exist");
    }
    if (Files.isDirectory(file)) {
      throw InvalidInputException.of(option, file + " is a folder, not a file");
    }
  }

  private static InvalidInputException tooLarge(String option, Path file, long bytes) {
    return InvalidInputException.of(
        option, file + " has " + bytes + " bytes; allowed: up to " + LARGEST);
  }

  private static InvalidInputException unreadable(String option, Path file, IOException e) {
    String reason = e instanceof NoSuchFileException ? "does not exist" : "cannot be read";
    return InvalidInputException.of(option, file + " " + reason);
  }
}

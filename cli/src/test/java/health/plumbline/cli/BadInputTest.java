package health.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import health.plumbline.cli.Command.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input is one clear line that names field, value and what is allowed; never a stack trace. */
final class BadInputTest {

  @TempDir private Path folder;

  private static void refused(Outcome outcome, String... words) {
    assertThat(outcome.errorLines()).as(outcome.err()).hasSize(1);
    assertThat(outcome.err())
        .contains(words)
        .doesNotContain("Exception", "\tat ", "internal error");
    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
  }

  private Outcome assessCase(String json) throws IOException {
    return Command.run(
        "assess", "--case", Files.writeString(folder.resolve("case.json"), json).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"findings":{"no-such":"yes"}} | findings: "no-such" is not allowed; allowed: a finding id
          {"findings":{"fever":"maybe"}} | fever: "maybe" is not allowed; allowed: yes or no
          {"findings":{"fever":1}} | fever: "1" is not allowed; allowed: yes or no
          {"findings":{"fever":["yes"]}} | findings.fever: must be a string or a number, not an array
          {"findings":{"pain-intensity":13}} | pain-intensity: "13" is not allowed; allowed: a number from 0 to 10
          {"findings":{"pain-intensity":"NaN"}} | pain-intensity: "NaN" is not allowed; allowed: a number from 0 to 10
          {"findings":{"faber-site":"knee"}} | faber-site: "knee" is not allowed; allowed: groin, lateral, posterior
          {"findings":["fever"]} | findings: must be an object of finding ids and values, not an array
          {"findings":{"fever":"yes"} | case: not valid JSON at line 1
          {"findings":{"fever":"yes"}} {} | case: not valid JSON
          {"age":58,"age":59} | case: not valid JSON at line 1, column 16: Duplicate Object property "age"
          [{"age":58}] | case: must be a JSON object, not an array
          "my back hurts" | case: must be a JSON object, not a string
          null | case: must be a JSON object, not null
          {} | case: has neither text nor findings to assess
          {"text":"   "} | case: has neither text nor findings to assess
          {"text":7} | text: must be a string, not a number
          {"age":150} | age: "150" is not allowed; allowed: a whole number of years from 0 to 120
          {"age":-3} | age: "-3" is not allowed; allowed: a whole number of years from 0 to 120
          {"age":1e300} | age: "1000000" is not allowed; allowed: a whole number of years from 0 to 120
          {"age":58.5} | age: "58.5" is not allowed; allowed: a whole number of years from 0 to 120
          {"age":"58"} | age: ""58"" is not allowed; allowed: a whole number of years from 0 to 120
          {"findings":{"age":150}} | age: "150" is not allowed; allowed: a number from 0 to 120
          {"sex":"other"} | sex: "other" is not allowed; allowed: female or male
          {"pain_regions":["nose:left"]} | pain_regions: "nose:left" is not allowed; allowed: a region of the body chart
          {"pain_regions":["groin:up"]} | pain_regions: "groin:up" is not allowed; allowed: a region id
          {"pain_regions":"groin"} | pain_regions: must be an array of regions, not a string
          {"findings":{"pain-groin":"no"},"pain_regions":["groin:left"]} | pain_regions: groin:left contradicts findings.pain-groin = no
          {"findings":{"pain-low-back-any":"no","pain-lumbar":"yes"}} | findings.pain-lumbar: pain-lumbar = yes contradicts pain-low-back-any = no
          {"findings":{"pain-low-back-any":"no"},"pain_regions":["lumbar:left"]} | findings.pain-lumbar: pain-lumbar = yes contradicts pain-low-back-any = no
          {"findings":{"nausea":"no","vomiting":"yes"}} | findings.vomiting: vomiting = yes contradicts nausea = no
          {"sex":"male","findings":{"pregnancy":"yes"}} | findings.pregnancy: pregnancy = yes contradicts sex = male
          {"findings":{"diabetes":"no","history-diabetes":"yes"}} | findings.history-diabetes: contradicts an alias of the same finding diabetes
          {"sex":"male","text":"I am a 40-year-old woman with back pain"} | sex: the text says female, the case says male
          {"age":50,"text":"I am a 40-year-old woman with back pain"} | age: the text says 40, the case says 50
          {"urgency":"soon","age":50} | urgency: "soon" is not allowed; allowed: emergency-now, same-day
          {"diagnosis_match":"some","age":50} | diagnosis_match: "some" is not allowed; allowed: single, any, all or none
          {"age":50,"findigs":{"saddle-numbness":"yes"}} | case: "findigs" is not allowed; allowed: the field findings
          {"age":50,"Findings":{"saddle-numbness":"yes"}} | case: "Findings" is not allowed; allowed: the field findings
          {"age":50,"painRegions":["groin"]} | case: "painRegions" is not allowed; allowed: the field pain_regions
          """)
  void inACase(String json, String message) throws IOException {
    refused(assessCase(json), message);
  }

  @Test
  void anEmptyCaseFile() throws IOException {
    refused(assessCase(""), "case: must be a JSON object");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\n\t\n"})
  void emptyWords(String words) {
    refused(
        Command.run("assess", words),
        "text: is empty; say in your own words where it hurts and since when");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          72 year old man, she is a woman, back pain | sex: the text states it more than once and differently
          I am 150 years old and my back hurts | age: "150" is not allowed; allowed: a whole number of years from 0 to 120
          I am -3 years old and my back hurts | age: "-3" is not allowed; allowed: a whole number of years from 0 to 120
          back pain in a 150-year-old man | age: "150" is not allowed; allowed: a whole number of years from 0 to 120
          my back hurts, aged 999 | age: "999" is not allowed; allowed: a whole number of years from 0 to 120
          """)
  void wordsThatContradictThemselvesOrNature(String words, String message) {
    refused(Command.run("assess", words), message);
  }

  @Test
  void aBinaryFile() throws IOException {
    byte[] bytes = new byte[20_000];
    new Random(1).nextBytes(bytes);
    String file = Files.write(folder.resolve("photo.jpg"), bytes).toString();
    refused(
        Command.run("assess", "--text-file", file), "--text-file: " + file, "is not UTF-8 text");
    refused(Command.run("assess", "--case", file), "--case: " + file, "is not UTF-8 text");
    String zeros = Files.write(folder.resolve("zeros"), new byte[2000]).toString();
    refused(Command.run("assess", "--text-file", zeros), "text: is binary data, not text");
  }

  @Test
  void aTextOfTenMegabytes() throws IOException {
    String file =
        Files.writeString(folder.resolve("big.txt"), "my back hurts ".repeat(750_000)).toString();
    refused(
        Command.run("assess", "--text-file", file),
        "--text-file: " + file + " has 10500000 bytes; allowed: up to 4000000");
    refused(
        Command.run("assess", "my back hurts ".repeat(100_000)),
        "text: has 1400000 characters; allowed: up to 1000000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--text-file", "--case", "--cases"})
  void aMissingFileAndAFolder(String option) {
    String missing = folder.resolve("missing").toString();
    refused(Command.run("assess", option, missing), option + ": " + missing + " does not exist");
    refused(
        Command.run("assess", option, folder.toString()),
        option + ": " + folder + " is a folder, not a file");
  }

  @Test
  void aBatchWithoutCases() throws IOException {
    String file = Files.writeString(folder.resolve("none.jsonl"), "\n\n").toString();
    refused(Command.run("assess", "--cases", file), "--cases: " + file + " holds no case");
    refused(Command.run("evaluate", "--cases", file), "--cases: " + file + " holds no case");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          assess --no-such x | Unknown option: '--no-such'
          assess pain --setting moon | Invalid value for option '--setting': "moon" is not allowed; allowed: primary, osteopathy-physio
          assess pain --format fhir | --format: "fhir" is not allowed; allowed: text or json
          assess pain --format xml | Invalid value for option '--format': expected one of [text, json, fhir] (case-sensitive) but was 'xml'
          assess pain --input all | Invalid value for option '--input': expected one of [text, findings, both] (case-sensitive) but was 'all'
          assess pain --case | Missing required parameter for option '--case'
          assess pain ache | Unmatched argument at index 2: 'ache'
          assess pain --case x.json | assess: takes only one of words, --text-file, --case and --cases
          assess | assess: needs words, --text-file, --case or --cases
          evaluate | evaluate: needs --cases, --reader or --simulate-ordinary
          evidence no-such | ID: "no-such" is not allowed; allowed: an id of a condition, finding or rule
          interview --case a --cases b | interview: takes only one of words, --case and --cases
          diagnose | Unmatched argument at index 0: 'diagnose'
          """)
  void onTheCommandLine(String line, String message) {
    refused(Command.run(line.split(" ")), message);
  }

  @Test
  void noArguments() {
    refused(Command.run(), "plumbline: needs a command; allowed: assess, plan, interview");
  }

  @Test
  void helpAndVersionAreNoFaults() {
    for (String option : new String[] {"--help", "--version"}) {
      Outcome outcome = Command.run(option);
      assertThat(outcome.exit()).isZero();
      assertThat(outcome.err()).isEmpty();
      assertThat(outcome.out()).contains("plumbline");
    }
  }

  @Test
  void aFaultOfTheProgramIsOneLineAndExitCodeOne() {
    for (Throwable fault :
        new Throwable[] {
          new IllegalStateException("two\nlines"), new StackOverflowError(), new AssertionError("x")
        }) {
      InputStream before = System.in;
      System.setIn(failing(fault));
      try {
        Outcome outcome = Command.run("assess", "--text-file", "-");
        assertThat(outcome.errorLines()).hasSize(1);
        assertThat(outcome.err())
            .startsWith("internal error: " + fault.getClass().getSimpleName())
            .contains("Please report this line");
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
      } finally {
        System.setIn(before);
      }
    }
  }

  private static InputStream failing(Throwable fault) {
    return new InputStream() {
      @Override
      public int read(byte[] bytes, int offset, int length) {
        return read();
      }

      @Override
      public int read() {
        if (fault instanceof Error error) {
          throw error;
        }
        throw (RuntimeException) fault;
      }
    };
  }

  @Test
  void whatIsWrongNeverBreaksTheLine() throws IOException {
    refused(assessCase("{\"findings\":{\"fever\\nx\":\"yes\"}}"), "findings: \"fever x\"");
    refused(assessCase("{\"sex\":\"a\\r\\nb\"}"), "sex: \"a  b\"");
    Outcome outcome = assessCase("{\"sex\":\"" + "x".repeat(5000) + "\"}");
    refused(outcome, "sex: \"xxx");
    assertThat(outcome.err()).hasSizeLessThan(300);
  }
}

package health.plumbline.knowledge;

import health.plumbline.knowledge.RedFlagRule.Support;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which red-flag rules a clinician has signed off.
 *
 * <p>A signature is for a rule as it stood, so it names the digest of the rule's row. The digest
 * covers every cell but the note, and the questions that the rule and its confirming questions put
 * to a person: change one and the signature lapses by itself. It does not cover how derived
 * findings are computed, nor the baseline of the simulation.
 */
public final class RuleSignOffs {

  private static final String FILE = "rule-sign-off.csv";
  private static final String RULES = "red-flags.csv";
  private static final int DIGITS = 12;

  /** Whether a rule is signed off. */
  public enum State {
    /** Nobody has signed it. */
    UNSIGNED,
    /** It stands as it was signed. */
    SIGNED,
    /** It was signed, and has changed since. */
    LAPSED
  }

  /**
   * One signature.
   *
   * @param ruleId id of the rule
   * @param digest the digest of the rule that was signed
   * @param signedOn the day
   * @param role who signed, by role and qualification, for example "consultant spinal surgeon"
   * @param reference where the signed record is kept; no name needs to stand here
   */
  public record SignOff(
      String ruleId, String digest, LocalDate signedOn, String role, String reference) {}

  private final RedFlagRules rules;
  private final Map<String, String> digests;
  private final Map<String, SignOff> signOffs;

  private RuleSignOffs(
      RedFlagRules rules, Map<String, String> digests, Map<String, SignOff> signOffs) {
    this.rules = rules;
    this.digests = digests;
    this.signOffs = signOffs;
  }

  /**
   * Reads the signatures.
   *
   * @throws IllegalStateException naming file, line, column and what is wrong
   */
  public static RuleSignOffs load(RedFlagRules rules, Vocabulary vocabulary) {
    return load(rules, vocabulary, FILE);
  }

  static RuleSignOffs load(RedFlagRules rules, Vocabulary vocabulary, String path) {
    Map<String, String> digests = new HashMap<>();
    DataFile file = DataFile.read(RULES);
    for (DataFile.Row row : file.rows()) {
      rules
          .rule(row.required("id"))
          .ifPresent(rule -> digests.put(rule.id(), digest(file.columns(), row, rule, vocabulary)));
    }
    Map<String, SignOff> signOffs = new HashMap<>();
    for (DataFile.Row row : DataFile.read(path).rows()) {
      SignOff signOff = signOff(row);
      if (!digests.containsKey(signOff.ruleId())) {
        throw row.fault("rule_id", signOff.ruleId() + " is not a rule of " + RULES);
      }
      // The last one counts: the rows of a rule are its history.
      signOffs.put(signOff.ruleId(), signOff);
    }
    return new RuleSignOffs(rules, digests, signOffs);
  }

  private static SignOff signOff(DataFile.Row row) {
    String digest = row.required("rule_digest");
    if (!digest.matches("[0-9a-f]{" + DIGITS + "}")) {
      throw row.fault(
          "rule_digest",
          digest + " is not " + DIGITS + " hexadecimal digits as plumbline evidence RULE shows");
    }
    LocalDate signedOn;
    try {
      signedOn = LocalDate.parse(row.required("signed_on"));
    } catch (DateTimeParseException e) {
      throw row.fault("signed_on", row.text("signed_on") + " is not a date such as 2026-11-25");
    }
    return new SignOff(
        row.required("rule_id"), digest, signedOn, row.required("role"), row.required("reference"));
  }

  private static String digest(
      List<String> columns, DataFile.Row row, RedFlagRule rule, Vocabulary vocabulary) {
    Fingerprint fingerprint = new Fingerprint();
    for (String column : columns) {
      if (!column.equals("note")) {
        fingerprint.add(column, row.text(column));
      }
    }
    rule.when().findings().forEach(id -> fingerprint.add(id, vocabulary.require(id).question()));
    rule.confirm().forEach(id -> fingerprint.add(id, vocabulary.require(id).question()));
    return fingerprint.digest();
  }

  /** A digest of named texts, each set off from the next. */
  static final class Fingerprint {

    private final StringBuilder content = new StringBuilder();

    Fingerprint add(String name, String text) {
      content.append(name).append('\u001f').append(text).append('\u001e');
      return this;
    }

    String digest() {
      try {
        byte[] hash =
            MessageDigest.getInstance("SHA-256")
                .digest(content.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash).substring(0, DIGITS);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
    }
  }

  /** These signatures and one more. */
  RuleSignOffs with(SignOff signOff) {
    Map<String, SignOff> more = new HashMap<>(signOffs);
    more.put(signOff.ruleId(), signOff);
    return new RuleSignOffs(rules, digests, more);
  }

  /**
   * What a signature for the rule as it stands has to name.
   *
   * @throws IllegalArgumentException if there is no such rule
   */
  public String digest(String ruleId) {
    String digest = digests.get(ruleId);
    if (digest == null) {
      throw new IllegalArgumentException("there is no rule " + ruleId);
    }
    return digest;
  }

  /** The latest signature of a rule, also one that has lapsed. */
  public Optional<SignOff> signOff(String ruleId) {
    return Optional.ofNullable(signOffs.get(ruleId));
  }

  /** Whether a rule is signed off as it stands. */
  public State state(String ruleId) {
    SignOff signOff = signOffs.get(ruleId);
    if (signOff == null) {
      return State.UNSIGNED;
    }
    return signOff.digest().equals(digest(ruleId)) ? State.SIGNED : State.LAPSED;
  }

  /**
   * The emergency rules whose picture or level is our reading of their source and that no clinician
   * has signed off as they stand.
   */
  List<RedFlagRule> emergenciesAwaitingSignOff() {
    return rules.rules().stream()
        .filter(rule -> rule.urgency() == Urgency.EMERGENCY_NOW)
        .filter(rule -> rule.support() == Support.CLINICAL_JUDGEMENT)
        .filter(rule -> state(rule.id()) != State.SIGNED)
        .toList();
  }
}

package health.plumbline.knowledge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one person now: the sole input, beside the knowledge version and the setting, of
 * an assessment. A finding that is not in {@link #findings()} is unknown, which is no evidence.
 *
 * <p>Ids are canonical (aliases resolved) and values are checked against the vocabulary: both are
 * the duty of {@link Builder}, so every presentation that exists is valid.
 */
public final class Presentation {

  /** The oldest age in years that is taken for real. */
  public static final int OLDEST = 120;

  private final @Nullable Integer age;
  private final @Nullable Sex sex;
  private final Map<String, FindingValue> findings;
  private final Set<PainRegion> painRegions;

  private Presentation(Builder builder) {
    this.age = builder.age;
    this.sex = builder.sex;
    this.findings = Collections.unmodifiableMap(new LinkedHashMap<>(builder.findings));
    this.painRegions = Collections.unmodifiableSet(new LinkedHashSet<>(builder.painRegions));
  }

  /** Age in years, 0 to {@value #OLDEST}, or null if unknown. */
  public @Nullable Integer age() {
    return age;
  }

  /** Sex registered at birth, or null if unknown. */
  public @Nullable Sex sex() {
    return sex;
  }

  /** Canonical finding id to value, in the order in which they became known. */
  public Map<String, FindingValue> findings() {
    return findings;
  }

  /** Regions with their sides; each is also in {@link #findings()} as {@code pain-R = yes}. */
  public Set<PainRegion> painRegions() {
    return painRegions;
  }

  /** The value of a finding, empty if unknown. */
  public Optional<FindingValue> value(String findingId) {
    return Optional.ofNullable(findings.get(findingId));
  }

  /** Whether the finding is known to be present (a yes-or-no finding answered yes). */
  public boolean isPresent(String findingId) {
    return FindingValue.YES.equals(findings.get(findingId));
  }

  /** A builder that starts with all that is known here. */
  public Builder toBuilder(Vocabulary vocabulary) {
    Builder builder = new Builder(vocabulary);
    builder.age = age;
    builder.sex = sex;
    builder.findings.putAll(findings);
    builder.painRegions.addAll(painRegions);
    return builder;
  }

  /** An empty builder. */
  public static Builder builder(Vocabulary vocabulary) {
    return new Builder(vocabulary);
  }

  /** Collects what is known and checks each piece as it arrives. */
  public static final class Builder {

    private final Vocabulary vocabulary;
    private @Nullable Integer age;
    private @Nullable Sex sex;
    private final Map<String, FindingValue> findings = new LinkedHashMap<>();
    private final Set<PainRegion> painRegions = new LinkedHashSet<>();

    private Builder(Vocabulary vocabulary) {
      this.vocabulary = vocabulary;
    }

    /**
     * Sets the age in years.
     *
     * @throws InvalidInputException if it lies outside 0 to {@value #OLDEST}
     */
    public Builder age(int years) {
      if (years < 0 || years > OLDEST) {
        throw new InvalidInputException(
            "age", Integer.toString(years), "a whole number of years from 0 to " + OLDEST);
      }
      this.age = years;
      return this;
    }

    /** Sets the sex. */
    public Builder sex(Sex value) {
      this.sex = value;
      return this;
    }

    /**
     * Sets a finding from its id or alias and the spelling of its value.
     *
     * @throws InvalidInputException if the id or the value is unknown
     */
    public Builder finding(String idOrAlias, String value) {
      Finding finding = vocabulary.require(idOrAlias);
      return finding(finding.id(), finding.parse(value));
    }

    /**
     * Sets a finding, replacing an earlier value.
     *
     * @throws InvalidInputException if the id is unknown or the value is not one of the finding's
     */
    public Builder finding(String idOrAlias, FindingValue value) {
      Finding finding = vocabulary.require(idOrAlias);
      FindingValue checked = finding.parse(value.toString());
      switch (finding.id()) {
        case "age" -> age((int) ((FindingValue.Quantity) checked).amount());
        case "sex" -> sex(Sex.parse(checked.toString()));
        default -> {
          findings.put(finding.id(), checked);
          if (checked.equals(FindingValue.NO)) {
            painRegions.removeIf(region -> region.findingId().equals(finding.id()));
          }
        }
      }
      return this;
    }

    /** Makes a finding unknown again. */
    public Builder withdraw(String idOrAlias) {
      String id = vocabulary.require(idOrAlias).id();
      findings.remove(id);
      painRegions.removeIf(region -> region.findingId().equals(id));
      return this;
    }

    /** Marks pain in a region, as {@code pain-R = yes} with its side. */
    public Builder painRegion(PainRegion region) {
      Finding finding = vocabulary.require(region.findingId());
      findings.put(finding.id(), FindingValue.YES);
      painRegions.add(region);
      return this;
    }

    /** Whether the finding has a value so far. */
    public boolean knows(String findingId) {
      return findings.containsKey(findingId);
    }

    /** The presentation as it stands. */
    public Presentation build() {
      return new Presentation(this);
    }
  }
}

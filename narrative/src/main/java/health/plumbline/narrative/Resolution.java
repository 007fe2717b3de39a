package health.plumbline.narrative;

import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.PainRegion;
import health.plumbline.knowledge.Sex;
import health.plumbline.knowledge.Side;
import health.plumbline.knowledge.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes one value a finding out of all that was said of it. */
final class Resolution {

  private static final double WEEKS_A_YEAR = 365.25 / 7;

  /** An age in whole years is half a year more on average. */
  private static final double HALF_YEAR = 0.5;

  /** How well a duration must be placed to be taken for that of the pain. */
  private static final int LEAST_FIT = 2;

  private static final int WEIGHT_OF_A_STATEMENT = 2;

  private final Vocabulary vocabulary;
  private final Lexicon lexicon;
  private final TokenStream tokens;
  private final Durations durations;
  private final Claims claims;
  private final Passage passage;
  private final Map<String, List<Claims.Claim>> byFinding = new LinkedHashMap<>();
  private final List<Understood> understood = new ArrayList<>();
  private final List<PainRegion> regions = new ArrayList<>();
  private final List<Doubt> doubts = new ArrayList<>();

  Resolution(Vocabulary vocabulary, Passage passage, Claims claims) {
    this.vocabulary = vocabulary;
    this.lexicon = passage.lexicon;
    this.tokens = passage.text;
    this.durations = new Durations(passage);
    this.claims = claims;
    this.passage = passage;
    for (Claims.Claim claim : claims.claims) {
      byFinding.computeIfAbsent(claim.finding().id(), id -> new ArrayList<>()).add(claim);
    }
  }

  Reading reading() {
    Integer age = null;
    Sex sex = null;
    keepAgeOfPatient();
    boolean patientWrites = Pronouns.isFirstPerson(passage) && !passage.scopes.proxy;
    for (List<Claims.Claim> claims : byFinding.values()) {
      if (claims.isEmpty()) {
        continue;
      }
      if (patientWrites && isOf("sex", claims)) {
        // "such a lovely girl" is somebody else
        claims.removeIf(claim -> claim.from() == claim.to() && isPerson(claim.from()));
      }
      if (claims.isEmpty()) {
        continue;
      }
      Claims.Claim chosen = choose(claims);
      if (chosen == null) {
        continue;
      }
      Finding finding = chosen.finding();
      Side side = chosen.side();
      for (Claims.Claim claim : claims) {
        if (claim.value().equals(chosen.value())) {
          side = side.and(claim.side());
        }
      }
      understood.add(understood(chosen, side));
      switch (chosen.value()) {
        case FindingValue.Quantity quantity when finding.id().equals("age") ->
            age = (int) quantity.amount();
        case FindingValue.Category category when finding.id().equals("sex") ->
            sex = Sex.parse(category.id());
        default -> {}
      }
      if (finding.role() == Finding.Role.REGION && chosen.value().equals(FindingValue.YES)) {
        regions.add(new PainRegion(finding.id().substring("pain-".length()), side));
      }
    }
    Pronouns.Pronoun pronoun = byFinding.containsKey("sex") ? null : Pronouns.find(passage);
    if (pronoun != null) {
      sex = pronoun.sex();
      understood.add(
          new Understood(
              "sex",
              new FindingValue.Category(sex.id()),
              Side.UNSTATED,
              tokens.text.substring(pronoun.start(), pronoun.end()),
              pronoun.start(),
              pronoun.end()));
    }
    dropVaguePlaces();
    derive();
    for (Claims.Open open : claims.open) {
      if (!isYes(open.finding().id())) {
        doubt(open.finding(), open.from(), open.to(), open.reason());
      }
    }
    understood.sort(Comparator.comparingInt(Understood::start));
    return new Reading(age, sex, understood, regions, doubts);
  }

  /**
   * Takes away the ages of all but the patient. "Our baby is 5 weeks old" says of a mother that she
   * has given birth, and of the baby, where it is the patient, nothing but its age.
   */
  private void keepAgeOfPatient() {
    List<Claims.Claim> ages = byFinding.getOrDefault("age", new ArrayList<>());
    new Ages(passage).keepPatients(ages);
    if (ages.stream().anyMatch(age -> age.value().equals(lexicon.infant.value()))) {
      byFinding.remove("postpartum");
    }
  }

  private static boolean isOf(String id, List<Claims.Claim> claims) {
    return claims.getFirst().finding().id().equals(id);
  }

  private boolean isPerson(int token) {
    return lexicon.kinds.is(WordKinds.Kind.PERSON, lexicon.wordAt(tokens, token));
  }

  /** A vague place says nothing more once a place within it is named. */
  private void dropVaguePlaces() {
    Map<String, Finding> places = new LinkedHashMap<>();
    for (Understood item : understood) {
      Finding finding = vocabulary.require(item.findingId());
      boolean place =
          finding.role() == Finding.Role.REGION || finding.role() == Finding.Role.COARSE_REGION;
      if (place
          && item.value().equals(FindingValue.YES)
          && claims.seats.contains(item.findingId())) {
        places.put(finding.id(), finding);
      }
    }
    understood.removeIf(
        item -> {
          Finding vague = places.get(item.findingId());
          return vague != null
              && places.values().stream().anyMatch(place -> liesWithin(place, vague));
        });
  }

  private static boolean liesWithin(Finding place, Finding vague) {
    return place.members().isEmpty()
        ? vague.members().contains(place.id())
        : vague.members().size() > place.members().size()
            && vague.members().containsAll(place.members());
  }

  /** Adds what the age at which the pain began decides. */
  private void derive() {
    Understood age = find("age");
    if (age == null || !(age.value() instanceof FindingValue.Quantity years)) {
      return;
    }
    Understood duration = find("duration-weeks");
    double since =
        duration != null && duration.value() instanceof FindingValue.Quantity(double weeks)
            ? weeks / WEEKS_A_YEAR
            : 0;
    for (Lexicon.ByOnsetAge derived : lexicon.byOnsetAge) {
      FindingValue value =
          derived.rule().value(derived.finding(), years.amount() + HALF_YEAR - since, Double.NaN);
      boolean certain = duration != null || (value != null && value.equals(FindingValue.YES));
      if (value != null
          && certain
          && !byFinding.containsKey(derived.finding().id())
          && derived.needs().stream().anyMatch(this::isYes)) {
        understood.add(
            new Understood(
                derived.finding().id(), value, Side.UNSTATED, age.quote(), age.start(), age.end()));
      }
    }
  }

  private @Nullable Understood find(String id) {
    for (Understood item : understood) {
      if (item.findingId().equals(id)) {
        return item;
      }
    }
    return null;
  }

  private boolean isYes(String id) {
    for (Understood item : understood) {
      if (item.findingId().equals(id) && item.value().equals(FindingValue.YES)) {
        return true;
      }
    }
    return false;
  }

  private Claims.@Nullable Claim choose(List<Claims.Claim> claims) {
    Claims.Claim first = claims.getFirst();
    if (first.finding().values() instanceof Finding.Values.YesNo) {
      return chooseAnswer(claims);
    }
    return switch (first.finding().id()) {
      case "duration-weeks" -> chooseDuration(claims);
      case "pain-intensity" -> chooseGreatest(claims);
      default -> chooseFirst(claims);
    };
  }

  private Claims.@Nullable Claim chooseAnswer(List<Claims.Claim> claims) {
    Claims.Claim yes = null;
    Claims.Claim no = null;
    for (Claims.Claim claim : claims) {
      if (claim.value().equals(FindingValue.YES)) {
        yes = yes == null || claim.weight() > yes.weight() ? claim : yes;
      } else {
        no = no == null || claim.weight() > no.weight() ? claim : no;
      }
    }
    if (yes == null || no == null) {
      return yes == null ? no : yes;
    }
    if (yes.weight() > no.weight() || otherSide(claims)) {
      return yes;
    }
    if (no.weight() > WEIGHT_OF_A_STATEMENT && no.weight() > yes.weight()) {
      return no;
    }
    Finding finding = yes.finding();
    doubt(finding, no.from(), no.to(), DoubtReason.ALSO_PRESENT);
    if (lexicon.alarming.contains(finding.id())) {
      return yes;
    }
    return null;
  }

  /** Whether what is denied is denied of one side and stated of the other. */
  private boolean otherSide(List<Claims.Claim> claims) {
    Side yes = Side.UNSTATED;
    Side no = Side.UNSTATED;
    for (Claims.Claim claim : claims) {
      if (claim.value().equals(FindingValue.YES)) {
        yes = yes.and(claim.side());
      } else {
        no = no.and(claim.side());
      }
    }
    return (yes == Side.LEFT && no == Side.RIGHT) || (yes == Side.RIGHT && no == Side.LEFT);
  }

  private Claims.Claim chooseFirst(List<Claims.Claim> claims) {
    Claims.Claim chosen = claims.getFirst();
    for (Claims.Claim claim : claims) {
      if (claim.weight() > chosen.weight()
          || (claim.from() == chosen.from() && claim.to() > chosen.to())) {
        chosen = claim;
      }
    }
    for (Claims.Claim claim : claims) {
      if (claim.weight() == chosen.weight() && !claim.value().equals(chosen.value())) {
        doubt(claim.finding(), claim.from(), claim.to(), DoubtReason.ANOTHER_VALUE);
        break;
      }
    }
    return chosen;
  }

  private Claims.Claim chooseGreatest(List<Claims.Claim> claims) {
    Claims.Claim chosen = claims.getFirst();
    for (Claims.Claim claim : claims) {
      if (amount(claim) > amount(chosen)) {
        chosen = claim;
      }
    }
    return chosen;
  }

  private static double amount(Claims.Claim claim) {
    return claim.value() instanceof FindingValue.Quantity(double amount) ? amount : 0;
  }

  private Claims.@Nullable Claim chooseDuration(List<Claims.Claim> claims) {
    Claims.Claim chosen = null;
    int best = LEAST_FIT - 1;
    for (Claims.Claim claim : claims) {
      int fit = durations.fit(claim);
      if (fit > best) {
        best = fit;
        chosen = claim;
      }
    }
    return chosen;
  }

  private Understood understood(Claims.Claim claim, Side side) {
    int start = tokens.start[claim.from()];
    int end = tokens.end[claim.to()];
    return new Understood(
        claim.finding().id(), claim.value(), side, tokens.text.substring(start, end), start, end);
  }

  private void doubt(Finding finding, int from, int to, DoubtReason reason) {
    int start = tokens.start[from];
    int end = tokens.end[to];
    String quote = tokens.text.substring(start, end);
    String why = Objects.requireNonNull(lexicon.doubtReasons.get(reason));
    doubts.add(new Doubt(finding.id(), quote, start, end, why));
  }
}

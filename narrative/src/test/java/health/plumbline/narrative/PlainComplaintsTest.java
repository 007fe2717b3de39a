package health.plumbline.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.KnowledgeBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The plainest sentences, in every combination of what hurts, how it is said and what is said next:
 * a complaint of the back or hip may never be lost on the words around it ("bad back since Monday",
 * "I've got back pain").
 */
final class PlainComplaintsTest {

  private static final Reader READER = Reader.load(KnowledgeBase.load());

  /** A place as it is said, and a part of the id of every finding that may stand for it. */
  private static final Map<String, List<String>> PLACES =
      Map.of(
          "back", List.of("back"),
          "lower back", List.of("back", "lumbar"),
          "low back", List.of("back", "lumbar"),
          "upper back", List.of("thoracic", "back"),
          "hip", List.of("hip"),
          "left hip", List.of("hip"),
          "groin", List.of("groin"),
          "buttock", List.of("buttock"),
          "thigh", List.of("thigh"),
          "tailbone", List.of("coccyx"));

  static final List<String> COMPLAINTS =
      List.of(
          "my %s hurts",
          "I've got %s pain",
          "I have got %s pain",
          "I have a sore %s",
          "my %s is sore",
          "pain in my %s",
          "my %s aches",
          "I get %s ache",
          "my %s is killing me",
          "%s pain",
          "my husband has %s pain",
          "she's got %s pain",
          "he's got new %s pain",
          "aching %s",
          "i've had %s pain",
          "suffering with my %s",
          "trouble with my %s",
          "problems with my %s",
          "twinge in my %s",
          "dull ache in the %s",
          "%s playing up",
          "my %s has been bad",
          "discomfort in my %s",
          "my %s is in agony");

  private static final List<String> TAILS =
      List.of(
          "",
          " since Monday",
          " again",
          " in the morning",
          " from gardening",
          " at night",
          " for six weeks",
          " when I sit",
          " on the right side",
          " and it is getting better",
          " after lifting a box",
          " today",
          " at work",
          " in bed",
          " on one side",
          " now",
          " for years",
          " all the time",
          " since I fell off a step",
          " and can't sleep",
          " but no numbness",
          ". What can I do?",
          " after a long drive",
          " and I am 45",
          " for no reason",
          " out of the blue");

  @ParameterizedTest
  @FieldSource("COMPLAINTS")
  void thePlaceIsRead(String complaint) {
    List<String> lost = new ArrayList<>();
    PLACES.forEach(
        (place, parts) -> {
          for (String tail : TAILS) {
            String text = complaint.formatted(place) + tail;
            if (READER.read(text).understood().stream()
                .noneMatch(
                    item ->
                        item.value().equals(FindingValue.YES)
                            && item.findingId().startsWith("pain-")
                            && parts.stream().anyMatch(item.findingId()::contains))) {
              lost.add(text);
            }
          }
        });
    assertThat(lost).isEmpty();
  }
}

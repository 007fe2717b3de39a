package health.plumbline.handover;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.util.DayOfWeek;
import biweekly.util.Duration;
import biweekly.util.Frequency;
import biweekly.util.ICalDate;
import biweekly.util.Recurrence;
import health.plumbline.care.Programme;
import health.plumbline.care.Review;
import health.plumbline.knowledge.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The programme as an iCalendar file (RFC 5545): one series for the exercises that fall on the same
 * days in a phase, and a day for each review.
 *
 * <p>Times are floating (six in the evening wherever the person is). Ids follow from case, phase
 * and days, so that importing a plan twice changes events instead of doubling them. The only class
 * that knows the calendar library.
 */
public final class PlanCalendar {

  private static final int HOUR = 18;

  private PlanCalendar() {}

  /**
   * The text of the file.
   *
   * @throws InvalidInputException if the plan holds nothing for a calendar, as while urgent care is
   *     awaited
   */
  public static String write(Handed handed) {
    ICalendar calendar = new ICalendar();
    calendar.setProductId("-//Plumbline//Plan//EN");
    calendar.getTimezoneInfo().setGlobalFloatingTime(true);
    Date stamp = Date.from(handed.start().atStartOfDay(ZoneOffset.UTC).toInstant());
    handed
        .plan()
        .programme()
        .ifPresent(
            programme -> programme.phases().forEach(phase -> add(calendar, phase, handed, stamp)));
    for (Review review : handed.plan().reviews()) {
      VEvent event = new VEvent();
      event.setUid(uid(handed.caseId(), "review " + review.id()));
      event.setDateTimeStamp(stamp);
      event.setSummary("Look back at your plan");
      event.setDescription(review.text());
      LocalDate day = handed.start().plusWeeks(review.weeks());
      event.setDateStart(new DateStart(date(day), false));
      event.setDateEnd(new DateEnd(date(day.plusDays(1)), false));
      calendar.addEvent(event);
    }
    if (calendar.getEvents().isEmpty()) {
      throw InvalidInputException.of(
          "--format",
          "ics has nothing to hold: no exercise is in place before somebody has looked");
    }
    return Biweekly.write(calendar).version(ICalVersion.V2_0).go();
  }

  private static void add(ICalendar calendar, Programme.Phase phase, Handed handed, Date stamp) {
    Map<Integer, List<Programme.Item>> byDays = new TreeMap<>();
    for (Programme.Item item : phase.items()) {
      byDays.computeIfAbsent(item.daysAWeek(), days -> new ArrayList<>()).add(item);
    }
    LocalDate from = handed.start().plusWeeks(phase.weekFrom() - 1L);
    LocalDate to = handed.start().plusWeeks(phase.weekTo()).minusDays(1);
    byDays.forEach(
        (days, items) -> {
          VEvent event = new VEvent();
          event.setUid(uid(handed.caseId(), phase.id() + " " + days));
          event.setDateTimeStamp(stamp);
          event.setSummary(
              "Exercises: "
                  + items.stream()
                      .map(item -> item.exercise().name())
                      .collect(Collectors.joining("; ")));
          event.setDescription(
              items.stream()
                  .map(
                      item ->
                          item.exercise().name()
                              + ": "
                              + item.dose()
                              + (item.change().isEmpty() ? "" : " " + item.change()))
                  .collect(Collectors.joining("\n")));
          List<DayOfWeek> week = week(days);
          LocalDate first = from;
          while (!week.isEmpty() && !week.contains(dayOf(first))) {
            first = first.plusDays(1);
          }
          event.setDateStart(new DateStart(time(first.atTime(HOUR, 0)), true));
          int minutes =
              (int) Math.max(5, Math.ceil(items.stream().mapToDouble(i -> i.minutes()).sum()));
          event.setDuration(Duration.builder().minutes(minutes).build());
          Recurrence.Builder rule =
              new Recurrence.Builder(days == 7 ? Frequency.DAILY : Frequency.WEEKLY)
                  .until(time(to.atTime(23, 59)), true);
          if (!week.isEmpty()) {
            rule.byDay(week);
          }
          event.setRecurrenceRule(rule.build());
          calendar.addEvent(event);
        });
  }

  /** Days spread over the week; empty for every day. */
  private static List<DayOfWeek> week(int days) {
    return switch (days) {
      case 1 -> List.of(DayOfWeek.MONDAY);
      case 2 -> List.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY);
      case 3 -> List.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY);
      case 4 ->
          List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.THURSDAY, DayOfWeek.SATURDAY);
      case 5 ->
          List.of(
              DayOfWeek.MONDAY,
              DayOfWeek.TUESDAY,
              DayOfWeek.WEDNESDAY,
              DayOfWeek.FRIDAY,
              DayOfWeek.SATURDAY);
      case 6 ->
          List.of(
              DayOfWeek.MONDAY,
              DayOfWeek.TUESDAY,
              DayOfWeek.WEDNESDAY,
              DayOfWeek.THURSDAY,
              DayOfWeek.FRIDAY,
              DayOfWeek.SATURDAY);
      default -> List.of();
    };
  }

  private static DayOfWeek dayOf(LocalDate date) {
    return DayOfWeek.valueOf(date.getDayOfWeek().name());
  }

  private static ICalDate date(LocalDate day) {
    return new ICalDate(
        new biweekly.util.DateTimeComponents(
            day.getYear(), day.getMonthValue(), day.getDayOfMonth()),
        false);
  }

  private static ICalDate time(LocalDateTime at) {
    return new ICalDate(
        new biweekly.util.DateTimeComponents(
            at.getYear(),
            at.getMonthValue(),
            at.getDayOfMonth(),
            at.getHour(),
            at.getMinute(),
            0,
            false),
        true);
  }

  private static String uid(String caseId, String what) {
    String key = "plumbline " + caseId + " " + what;
    return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)) + "@plumbline.health";
  }
}

package health.plumbline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people and browsers do to a form; nothing told is lost, and there is always a way on. */
final class RobustnessTest {

  /** At the second question after the screen. */
  private static Visit amidQuestions(Visit visit) {
    visit.start().age(66).sex("female").words("");
    visit.chart("pain=groin:left");
    for (int i = 0; i < 8 && !visit.key().startsWith("q-pain"); i++) {
      visit.answer(Map.of(), "no");
      visit.next();
    }
    assertThat(visit.key()).startsWith("q-");
    return visit;
  }

  @Test
  void theBrowsersBackShowsThePageBefore() {
    try (Visit visit = amidQuestions(Visit.desk())) {
      Page page = visit.page();
      String first = visit.key();
      visit.answer(Map.of(), "no");
      visit.next();
      String second = visit.key();
      assertThat(second).isNotEqualTo(first);
      page.goBack();
      assertThat(visit.key()).isEqualTo(first);
      visit.answer(Map.of(), "yes");
      visit.next();
      assertThat(visit.key()).isNotEqualTo(first);
      page.goBack();
      page.goBack();
      assertThat(visit.heading()).isNotEmpty();
      page.goForward();
      assertThat(visit.key()).isEqualTo(first);
      assertThat(visit.complaints()).isEmpty();
    }
  }

  @Test
  void backOnThePageKeepsTheAnswerAndAnotherAnswerChangesWhatFollows() {
    try (Visit visit = amidQuestions(Visit.desk())) {
      Page page = visit.page();
      String first = visit.key();
      visit.answer(Map.of(), "no");
      visit.next();
      String afterNo = visit.key();
      visit.back();
      assertThat(visit.key()).isEqualTo(first);
      assertThat(page.locator("input[type=radio]:checked").getAttribute("value")).isEqualTo("no");
      visit.next();
      assertThat(visit.key()).isEqualTo(afterNo);
      for (int i = 0; i < 30 && !visit.key().equals("age"); i++) {
        visit.back();
      }
      assertThat(visit.key()).isEqualTo("age");
      assertThat(page.inputValue("input[name=age]")).isEqualTo("66");
      visit.age(9);
      visit.sex("female").words("");
      visit.chart();
      visit.questions(Map.of(), "no");
      visit.check();
      assertThat(page.locator(".cause").count()).as("a child gets no verdict").isZero();
      assertThat(page.locator(".card").innerText()).contains("GP");
    }
  }

  @Test
  void reloadingShowsTheSamePage() {
    try (Visit visit = amidQuestions(Visit.desk())) {
      String key = visit.key();
      visit.page().reload();
      assertThat(visit.key()).isEqualTo(key);
    }
  }

  @Test
  void twoTabsDoNotDisturbEachOther() {
    try (Visit visit = amidQuestions(Visit.desk())) {
      Page first = visit.page();
      String key = visit.key();
      Page second = visit.newTab();
      visit.switchTo(second);
      visit.start().age(30).sex("male").words("my back");
      assertThat(visit.key()).isEqualTo("understood");
      visit.switchTo(first);
      visit.answer(Map.of(), "no");
      visit.next();
      assertThat(visit.key()).startsWith("q-").isNotEqualTo(key);
      visit.switchTo(second);
      visit.understood();
      assertThat(visit.key()).isEqualTo("chart");
    }
  }

  @Test
  void sendingTwiceIsSendingOnce() {
    try (Visit visit = amidQuestions(Visit.desk())) {
      String before = visit.key();
      visit.answer(Map.of(), "no");
      visit.page().locator("main .actions button.main").first().dblclick();
      visit
          .page()
          .waitForCondition(() -> visit.key().startsWith("q-") && !visit.key().equals(before));
      String after = visit.key();
      assertThat(visit.page().locator("input[type=radio]:checked").count()).isZero();
      visit.back();
      visit.next();
      assertThat(visit.key()).isEqualTo(after);
    }
  }

  @Test
  void aPageKeptTooLongSaysSoAndLeadsOn() {
    try (Visit visit = Visit.desk()) {
      visit.start();
      visit
          .page()
          .evaluate(
              "() => { document.querySelector('input[name=seal]').value = 'from-yesterday'; }");
      visit.page().fill("input[name=age]", "44");
      visit.next();
      assertThat(visit.heading()).isEqualTo("Your answers are gone");
      assertThat(visit.text()).contains("999");
      visit.page().click("main a.main");
      assertThat(visit.heading()).isEqualTo("Check your back or hip pain");
    }
  }

  @Test
  void longTextEmojiAndMarkupStayWhatTheyAre() {
    try (Visit visit = Visit.desk()) {
      Page page = visit.page();
      String markup = "<script>document.title='caught'</script><b>bold</b> & \"quotes\" 😖 \u202e";
      String text = markup + " my left hip hurts" + " and hurts".repeat(480);
      assertThat(text.length()).isBetween(4800, Intake.LONGEST_TEXT);
      visit.start().age(50).sex("male").words(text);
      assertThat(visit.key()).isEqualTo("understood");
      assertThat(page.title()).doesNotContain("caught");
      assertThat(page.locator(".own").innerText()).contains("<b>bold</b>").contains("😖");
      page.click("button[value='change:words']");
      assertThat(page.inputValue("textarea")).startsWith(markup.strip().substring(0, 40));
      page.fill("textarea", "x".repeat(Intake.LONGEST_TEXT + 7));
      visit.next();
      assertThat(page.locator(".faults").innerText()).contains("7 too many");
      assertThat(page.inputValue("textarea")).hasSize(Intake.LONGEST_TEXT + 7);
      page.fill("textarea", "x".repeat(300_000));
      visit.next();
      assertThat(visit.heading()).isEqualTo("That was too long");
      page.goBack();
      assertThat(visit.key()).isEqualTo("words");
    }
  }

  @Test
  void theEmergencyScreenCannotBeLeftOut() {
    try (Visit visit = Visit.desk()) {
      visit.start().age(66).sex("female").words("");
      visit.chart("pain=groin:left");
      Page page = visit.page();
      assertThat(visit.key()).isEqualTo("screen-1");
      visit.next();
      assertThat(visit.key()).isEqualTo("screen-1");
      assertThat(page.locator(".faults li").count()).isEqualTo(4);
      // A form that somebody made to jump over it.
      for (String jump : new String[] {"check", "result", "screen-3", "q-pain-stairs"}) {
        page.evaluate(
            "key => { document.querySelector('form:not(.back-form) input[name=page]').value = key;"
                + " }",
            jump);
        visit.next();
        assertThat(visit.key()).isEqualTo("screen-1");
      }
      page.evaluate("() => { document.querySelector('.actions button').value = 'result'; }");
      visit.next();
      assertThat(visit.key()).isEqualTo("screen-1");
      page.evaluate("() => { document.querySelector('.actions button').value = 'enough'; }");
      visit.next();
      assertThat(visit.key()).isEqualTo("screen-1");
    }
  }

  @Test
  void fieldsNobodyAskedForAreNotLookedAt() {
    try (Visit visit = Visit.desk()) {
      visit.start();
      visit
          .page()
          .evaluate(
              "() => { for (const name of ['a.fever', 'a.no-such', 'sex', 'x'.repeat(500)]) { const"
                  + " more = document.createElement('input'); more.name = name; more.value = 'yes';"
                  + " document.querySelector('form:not(.back-form)').append(more); } }");
      visit.age(40);
      assertThat(visit.key()).isEqualTo("sex");
      assertThat(visit.page().locator("input:checked").count()).isZero();
    }
  }

  @Test
  void anUnknownAddressLeadsBack() {
    try (Visit visit = Visit.desk()) {
      visit.page().navigate(Site.address() + "/no/such/page");
      assertThat(visit.heading()).isEqualTo("There is no such page");
      visit.page().click("main a.main");
      assertThat(visit.heading()).isEqualTo("Check your back or hip pain");
    }
  }
}

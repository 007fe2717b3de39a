package health.plumbline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** People who come through, from the start page to the result, in a real browser. */
final class StoriesTest {

  private static final String HIP =
      "Deep ache in my left groin and buttock for six months, stiff for ten minutes in the morning,"
          + " can't put my socks on, no pins and needles, bladder fine";

  private static final Map<String, String> HIP_ANSWERS =
      Map.of(
          "pain-putting-on-shoes", "yes",
          "pain-rising-from-sitting", "yes",
          "pain-getting-in-out-of-car", "yes",
          "pain-worse-walking", "yes",
          "onset-insidious", "yes",
          "pain-activity-related", "yes",
          "duration-weeks", "6 months",
          "morning-stiffness-minutes", "10",
          "pain-intensity", "5");

  private static final Map<String, String> SCIATICA_ANSWERS =
      Map.of(
          "pain-below-knee", "yes",
          "leg-pain-worse-than-back", "yes",
          "tingling-numbness-leg", "yes",
          "dermatomal-pain", "yes",
          "pain-worse-cough-sneeze", "yes",
          "pain-worse-sitting", "yes",
          "pain-worse-flexion", "yes",
          "pain-burning-electric", "yes",
          "duration-weeks", "3 weeks",
          "pain-intensity", "6");

  private static Visit hip(Visit visit) {
    return visit
        .start()
        .age(66)
        .sex("female")
        .words(HIP)
        .understood()
        .chart("pain=groin:left", "pain=anterior-thigh:left")
        .questions(HIP_ANSWERS, "no")
        .check();
  }

  private static void isHipArthritis(Visit visit) {
    assertThat(visit.page().locator(".cause h3").first().innerText())
        .isEqualTo("Wear-and-repair arthritis of the hip");
    assertThat(visit.page().locator(".card-label").innerText()).isEqualTo("Not urgent");
    assertThat(visit.text()).doesNotContainIgnoringCase("you have arthritis");
    assertThat(visit.complaints()).isEmpty();
  }

  @Test
  void hipArthritis() {
    try (Visit visit = hip(Visit.desk())) {
      visit.picture();
      isHipArthritis(visit);
      assertThat(visit.page().locator("h2").allInnerTexts())
          .startsWith("What to say")
          .contains("What it may be", "How your back and hip are linked", "Your plan");
      assertThat(visit.page().locator(".plan h3").allInnerTexts())
          .contains(
              "See someone",
              "Move and stretch",
              "How you sit, stand and work",
              "Ease the pain",
              "When to get help sooner");
      assertThat(visit.page().locator(".picture path.nerve").count()).isPositive();
      assertThat(visit.page().locator(".chance").first().innerText())
          .matches("About \\d+ of 100 have this\\. It could be \\d+ to \\d+\\.");
    }
  }

  @Test
  void anAnswerChangedOnTheResultPageChangesTheResultAtOnce() {
    try (Visit visit = hip(Visit.desk())) {
      Page page = visit.page();
      assertThat(page.locator(".card-label").innerText()).isEqualTo("Not urgent");
      page.locator(".answer-group summary")
          .filter(new Locator.FilterOptions().setHasText("Signs that cannot wait"))
          .click();
      // A click and no check: the page is replaced under the button.
      page.locator("input[name='a.saddle-numbness'][value=yes]").click();
      page.waitForSelector(".card.emergency");
      // With the card, the one question that could make it less urgent; unsure, the card stands.
      confirmed(visit);
      assertThat(visit.heading()).isEqualTo("Get help now");
    }
  }

  @Test
  void theClinicianEntersFindingsAndSeesWhatTheyMove() {
    try (Visit visit = hip(Visit.desk())) {
      Page page = visit.page();
      page.click("button[value=clinician]");
      page.waitForLoadState();
      visit.picture();
      assertThat(page.locator(".tests .test").count()).isGreaterThan(100);
      assertThat(page.locator("tbody tr").first().innerText()).startsWith("Hip osteoarthritis");
      String test = "select[name='a.hip-rom-reduced']";
      if (!page.locator(test).isVisible()) {
        page.locator("summary", new Page.LocatorOptions().setHasText("All other tests")).click();
      }
      page.selectOption(test, "yes");
      page.locator("button[value=examined].main").first().click();
      visit.picture();
      assertThat(page.locator("[role=status] li").first().innerText()).contains("→");
      assertThat(page.inputValue("#notes"))
          .contains("Age 66, sex female")
          .contains("Examination: ")
          .contains("Hip osteoarthritis")
          .doesNotContainIgnoringCase("you have");
      page.click("button[value=result]");
      assertThat(page.locator(".cause").count()).isPositive();
      assertThat(visit.complaints()).isEmpty();
    }
  }

  @Test
  void sciatica() {
    try (Visit visit = Visit.of("dark", 1280, 900, ColorScheme.DARK, true, 1)) {
      visit
          .start()
          .age(42)
          .sex("male")
          .words(
              "For three weeks a sharp pain from my right buttock down the back of the leg to the"
                  + " outside of my foot, worse when I cough or sit")
          .understood()
          .chart(
              "pain=lower-buttock:right",
              "pain=posterior-thigh:right",
              "pain=calf:right",
              "numb=foot-lateral:right")
          .questions(SCIATICA_ANSWERS, "no")
          .check();
      visit.picture();
      assertThat(visit.page().locator(".cause h3").first().innerText())
          .startsWith("Slipped disc with sciatica");
      assertThat(visit.page().locator(".picture path.nerve").count()).isPositive();
      assertThat(visit.page().locator(".steps").first().innerText()).contains("→");
      assertThat(visit.page().locator(".phone").innerText())
          .contains("It is numb or tingles here: outer edge of the foot, right");
      assertThat(visit.complaints()).isEmpty();
    }
  }

  @Test
  void caudaEquinaStopsAtOnceWithTheEmergencyCard() {
    try (Visit visit = Visit.phone()) {
      visit
          .start()
          .age(38)
          .sex("female")
          .questions(Map.of(), "no")
          .words("My back hurts since yesterday")
          .understood()
          .chart("pain=lumbar-central");
      assertThat(visit.key()).isEqualTo("screen-1");
      visit.answer(Map.of("saddle-numbness", "yes"), "no");
      visit.next();
      visit.picture();
      // The card stands at once; beneath it the one question that could make it less urgent.
      assertThat(visit.page().locator(".card.emergency h2").innerText()).isEqualTo("Get help now");
      assertThat(visit.key()).startsWith("q-");
      confirmed(visit);
      visit.picture();
      assertThat(visit.heading()).isEqualTo("Get help now");
      assertThat(visit.page().locator(".card.emergency").innerText())
          .contains("999")
          .contains("A&E");
      assertThat(visit.page().locator("main h1").boundingBox().y)
          .as("the card stands first, on a small phone too")
          .isLessThan(400);
      // The way to call stands before the reasons, and no calmer way beside it.
      assertThat(visit.page().locator(".call-button").boundingBox().y).isLessThan(300);
      assertThat(visit.page().locator(".card").innerText())
          .doesNotContain("Also")
          .doesNotContain("today")
          .doesNotContain("111");
      assertThat(visit.page().locator(".phone").innerText()).contains("numbness of the perineum");
      assertThat(visit.page().locator(".plan details.exercise").count()).isZero();
      assertThat(visit.complaints()).isEmpty();
    }
  }

  @Test
  void wordsThatAreAnEmergencyAreAnsweredWithTheCardBeforeAnythingElse() {
    try (Visit visit = Visit.desk()) {
      visit.start().age(50).sex("male").words("Back pain and I am numb between the legs");
      assertThat(visit.key()).isEqualTo("understood");
      visit.picture();
      assertThat(visit.page().locator(".card.emergency h2").innerText()).isEqualTo("Get help now");
      visit.next();
      confirmed(visit);
      assertThat(visit.heading()).isEqualTo("Get help now");
    }
  }

  @Test
  void aDoubtThatStaysOpenHoldsTheLevelUp() {
    try (Visit visit = Visit.desk()) {
      visit
          .start()
          .age(50)
          .sex("male")
          .words("my back hurts, maybe numb down below")
          .understood()
          .chart("pain=lumbar-central");
      assertThat(visit.key()).isEqualTo("q-saddle-numbness");
      visit.answer(Map.of(), "not-sure");
      visit.next();
      // The screen puts it once more.
      visit.questions(Map.of("saddle-numbness", "not-sure"), "no").check();
      assertThat(visit.heading()).isEqualTo("Get help now");
    }
  }

  /** Answers what may narrow an emergency so that it stands: new, and not there before. */
  private static void confirmed(Visit visit) {
    while (visit.key().startsWith("q-")) {
      assertThat(visit.page().locator(".card.emergency h2").innerText()).isEqualTo("Get help now");
      visit.answer(Map.of(), "not-sure");
      visit.next();
    }
  }

  @Test
  void thePlanIsTakenAlongAsFilesWithItsDrawings() throws IOException {
    try (Visit visit = hip(Visit.desk())) {
      Page page = visit.page();
      Locator drawing = page.locator("details.exercise .drawing svg").first();
      page.locator("details.exercise summary").first().click();
      assertThat(drawing.getAttribute("role")).isEqualTo("img");
      assertThat(drawing.boundingBox().width).isGreaterThan(200);
      visit.picture();
      assertThat(download(page, "plan-a4")).startsWith("%PDF");
      assertThat(download(page, "letter")).startsWith("%PDF");
      assertThat(download(page, "calendar")).startsWith("BEGIN:VCALENDAR").contains("BEGIN:VEVENT");
      assertThat(visit.complaints()).isEmpty();
    }
  }

  private static String download(Page page, String what) throws IOException {
    Download download =
        page.waitForDownload(() -> page.locator("button[value=" + what + "]").click());
    try (InputStream in = download.createReadStream()) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  @Test
  void onAPhone() {
    try (Visit visit = hip(Visit.phone())) {
      visit.picture();
      isHipArthritis(visit);
    }
  }

  @Test
  void withoutScripts() {
    try (Visit visit = hip(Visit.withoutScripts())) {
      visit.picture();
      isHipArthritis(visit);
      visit.page().locator("details.answer-group").first().locator("summary").click();
      visit.page().click("button[value=update].main");
      isHipArthritis(visit);
    }
  }

  /** Nothing but Tab, arrows, space and Enter. */
  @Test
  void keyboardOnly() {
    try (Visit visit = Visit.desk()) {
      Page page = visit.page();
      page.navigate(Site.address() + "/");
      tabTo(page, "main button.main");
      page.keyboard().press("Enter");
      page.waitForSelector("input[name=age]");
      tabTo(page, "input[name=age]");
      page.keyboard().type("66");
      page.keyboard().press("Enter");
      page.waitForSelector("input[name=sex]");
      tabTo(page, "input[name=sex]");
      page.keyboard().press("Space");
      page.keyboard().press("Enter");
      page.waitForSelector("textarea");
      tabTo(page, "textarea");
      page.keyboard().type("ache in my hip for six months");
      tabTo(page, "main .actions button.main");
      page.keyboard().press("Enter");
      page.waitForSelector(".chips");
      tabTo(page, "main .actions button.main");
      page.keyboard().press("Enter");
      page.waitForSelector(".painting");
      tabTo(page, "svg[data-view=front] path.region");
      page.keyboard().press("ArrowDown");
      page.keyboard().press("Space");
      assertThat(page.locator(".painting path.region[aria-checked=true]").count()).isPositive();
      assertThat(page.locator(".marked").innerText()).startsWith("Where it hurts: ");
      tabTo(page, "main .actions button.main");
      page.keyboard().press("Enter");
      page.waitForSelector("input[name=page][value=screen-1]", attached());
      for (int i = 0; i < 60 && !visit.key().equals("check"); i++) {
        String seal = page.inputValue("main form:not(.back-form) input[name=seal]");
        for (Locator field : page.locator("fieldset.field").all()) {
          tabTo(page, "fieldset[id='" + field.getAttribute("id") + "'] input");
          page.keyboard().press("ArrowDown");
        }
        for (Locator number : page.locator("main input[type=checkbox]").all()) {
          tabTo(page, "input[name='" + number.getAttribute("name") + "']");
          page.keyboard().press("Space");
        }
        tabTo(page, "main .actions button.main");
        page.keyboard().press("Enter");
        page.waitForCondition(
            () -> !seal.equals(page.inputValue("main form:not(.back-form) input[name=seal]")));
      }
      tabTo(page, "main .actions button.main");
      page.keyboard().press("Enter");
      page.waitForSelector(".card");
      assertThat(page.locator(".cause").count()).isPositive();
    }
  }

  private static Page.WaitForSelectorOptions attached() {
    return new Page.WaitForSelectorOptions()
        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED);
  }

  /** Presses Tab until an element that matches has the focus, and checks that it can be seen. */
  private static void tabTo(Page page, String selector) {
    for (int i = 0; i < 150; i++) {
      if (Boolean.TRUE.equals(page.evaluate("s => document.activeElement.matches(s)", selector))) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError(selector + " cannot be reached with the Tab key");
  }

  @Test
  void paintsWithMouseAndFinger() {
    try (Visit visit = Visit.desk()) {
      visit.start().age(66).sex("female").words("");
      Page page = visit.page();
      assertThat(visit.key()).isEqualTo("chart");
      BoundingBox thigh = box(page, "posterior-thigh:left");
      BoundingBox calf = box(page, "calf:left");
      page.mouse().move(middleX(thigh), thigh.y + thigh.height / 2);
      page.mouse().down();
      page.mouse().move(middleX(calf), calf.y + calf.height / 2, steps());
      page.mouse().up();
      assertThat(checked(page, "pain"))
          .contains("posterior-thigh:left", "posterior-knee:left", "calf:left");
      page.check(".tool.worst input");
      page.mouse().click(middleX(calf), calf.y + calf.height / 2);
      assertThat(page.inputValue("#worst")).isEqualTo("calf:left");
      page.check(".tool.numb input");
      page.mouse().click(middleX(calf), calf.y + calf.height / 2);
      page.check(".tool.erase input");
      page.mouse().click(middleX(thigh), thigh.y + thigh.height / 2);
      assertThat(checked(page, "pain")).doesNotContain("posterior-thigh:left");
      assertThat(checked(page, "numb")).containsExactly("calf:left");
      assertThat(page.locator(".marked").innerText())
          .contains("Calf, left")
          .contains("Worst place: Calf, left");
      visit.picture();
      assertThat(visit.complaints()).isEmpty();
    }
    try (Visit visit = Visit.phone()) {
      visit.start().age(66).sex("female").words("");
      Page page = visit.page();
      page.locator("svg[data-view=front] path[data-place='groin:left']").tap();
      assertThat(checked(page, "pain")).containsExactly("groin:left");
      page.locator("svg[data-view=front] path[data-place='groin:left']").tap();
      assertThat(checked(page, "pain")).isEmpty();
    }
  }

  private static com.microsoft.playwright.Mouse.MoveOptions steps() {
    return new com.microsoft.playwright.Mouse.MoveOptions().setSteps(30);
  }

  private static BoundingBox box(Page page, String place) {
    Locator region = page.locator("svg[data-view=back] path[data-place='" + place + "']");
    region.scrollIntoViewIfNeeded();
    page.locator("svg[data-view=back] path[data-place='posterior-knee:left']")
        .scrollIntoViewIfNeeded();
    return region.boundingBox();
  }

  private static double middleX(BoundingBox box) {
    return box.x + box.width / 2;
  }

  @SuppressWarnings("unchecked")
  private static List<String> checked(Page page, String kind) {
    return (List<String>)
        page.evaluate(
            "kind => [...document.querySelectorAll(`input[name=${kind}]:checked`)].map(it =>"
                + " it.value)",
            kind);
  }
}

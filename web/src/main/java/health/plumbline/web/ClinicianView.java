package health.plumbline.web;

/** The same assessment as a clinician looks at it. */
final class ClinicianView {

  String page(Answers before, Answers answers) {
    return "";
  }

  String examined(Form form, Answers answers) {
    return "";
  }
}

package health.plumbline.knowledge;

/**
 * A publication that a figure, rule or sentence rests on.
 *
 * @param id stable public id: first author, year and a short word, for example {@code
 *     laslett2005-sij}
 * @param authors authors as published, may be empty
 * @param year year of publication, may be empty
 * @param title title, may be empty
 * @param journal journal, publisher or site, may be empty
 * @param volumePages volume and pages, may be empty
 * @param doi digital object identifier without resolver, may be empty
 * @param pmid PubMed id, may be empty
 * @param url address at which it was seen, may be empty
 * @param studyType design as the compiler noted it, may be empty
 * @param size number of people or studies as the compiler noted it, may be empty
 * @param licence licence of the text, may be empty
 * @param reliability what kind of source it is
 * @param note reservations about the entry itself, may be empty
 */
public record Source(
    String id,
    String authors,
    String year,
    String title,
    String journal,
    String volumePages,
    String doi,
    String pmid,
    String url,
    String studyType,
    String size,
    String licence,
    Reliability reliability,
    String note) {

  /** What kind of source it is, which bounds the grade of what rests on it. */
  public enum Reliability {
    /** A paper in a scholarly journal. */
    SCHOLARLY,
    /** A guideline, consensus or official health service text. */
    GUIDELINE,
    /** A textbook. */
    TEXTBOOK,
    /** A web page of any other kind. */
    WEB,
    /** A text written by a machine. */
    AI_WRITTEN,
    /** An entry that could not be traced to a publication. */
    UNRESOLVED
  }

  /**
   * A short citation in one line, for example {@code Laslett M et al. 2005, Manual Therapy
   * 10:207-218}.
   */
  public String citation() {
    StringBuilder line = new StringBuilder(firstAuthor());
    if (!year.isEmpty()) {
      line.append(line.isEmpty() ? "" : " ").append(year);
    }
    if (!journal.isEmpty()) {
      line.append(line.isEmpty() ? "" : ", ").append(journal);
      if (!volumePages.isEmpty()) {
        line.append(' ').append(volumePages);
      }
    } else if (!title.isEmpty()) {
      line.append(line.isEmpty() ? "" : ", ").append(title);
    }
    return line.toString();
  }

  /** Where it can be read: the DOI as an address, else the URL, else PubMed; may be empty. */
  public String link() {
    if (!doi.isEmpty()) {
      return "https://doi.org/" + doi;
    }
    if (!url.isEmpty()) {
      return url;
    }
    return pmid.isEmpty() ? "" : "https://pubmed.ncbi.nlm.nih.gov/" + pmid + "/";
  }

  private String firstAuthor() {
    int end = authors.length();
    for (String separator : new String[] {",", ";"}) {
      int at = authors.indexOf(separator);
      if (at > 0) {
        end = Math.min(end, at);
      }
    }
    return end == authors.length() ? authors : authors.substring(0, end) + " et al.";
  }
}

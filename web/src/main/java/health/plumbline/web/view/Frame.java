package health.plumbline.web.view;

/**
 * What every page has.
 *
 * @param words the words
 * @param title title of the page, without the name of the program
 * @param seal the answers so far, sealed; empty on pages that carry none
 * @param assets version of scripts and styles, for their addresses
 */
public record Frame(Wording words, String title, String seal, String assets) {}

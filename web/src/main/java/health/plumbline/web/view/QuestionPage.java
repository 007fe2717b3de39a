package health.plumbline.web.view;

import health.plumbline.web.view.ResultPage.Care;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page that asks.
 *
 * @param frame what every page has
 * @param key key of the page
 * @param title the heading; for a single question the question itself
 * @param care what to do meanwhile, if what was said so far may be an emergency; null if not
 * @param lead text below the heading, may be empty
 * @param fields what is asked
 * @param faults what has to be put right first
 * @param why why it is asked, may be empty
 * @param progress how far it is, may be empty
 * @param mayGoBack whether there is a page before
 * @param mayStop whether the person may have the result now
 */
public record QuestionPage(
    Frame frame,
    String key,
    String title,
    @Nullable Care care,
    String lead,
    List<Field> fields,
    List<Fault> faults,
    String why,
    String progress,
    boolean mayGoBack,
    boolean mayStop) {}

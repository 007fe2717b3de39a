/** What the pages show, ready for the templates: text and numbers, no reasoning. */
@NullMarked
package health.plumbline.web.view;

import org.jspecify.annotations.NullMarked;

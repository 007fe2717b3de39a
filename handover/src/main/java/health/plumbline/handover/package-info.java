/** A plan as it is handed over: one content, shown as a page, a PDF, a letter or a calendar. */
@NullMarked
package health.plumbline.handover;

import org.jspecify.annotations.NullMarked;

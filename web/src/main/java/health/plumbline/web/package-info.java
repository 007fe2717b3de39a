/** The server: the self-check, the clinician's view and the interface for programs. */
@NullMarked
package health.plumbline.web;

import org.jspecify.annotations.NullMarked;

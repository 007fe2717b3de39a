/**
 * The contract with the outside: cases in, assessments out, as JSON; and the parts of the program
 * put together, for the command and the server alike.
 */
@NullMarked
package health.plumbline.contract;

import org.jspecify.annotations.NullMarked;

/** What somebody should be able to look up later: who was refused, and who changed something. */
@NullMarked
package io.loanflow.web.audit;

import org.jspecify.annotations.NullMarked;

/** The servlet container's part: errors below the framework, standard settings. */
@NullMarked
package io.loanflow.web.server;

import org.jspecify.annotations.NullMarked;

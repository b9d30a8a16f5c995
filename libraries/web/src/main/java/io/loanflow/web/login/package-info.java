/** Who asks, and whether that one may: keys, tokens of a provider, and the roles that each address takes. */
@NullMarked
package io.loanflow.web.login;

import org.jspecify.annotations.NullMarked;

/** Who may do what: roles, and the keys that client applications log in with. */
@NullMarked
package io.loanflow.contracts.login;

import org.jspecify.annotations.NullMarked;

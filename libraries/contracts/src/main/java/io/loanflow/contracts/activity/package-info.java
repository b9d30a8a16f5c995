@NullMarked
package io.loanflow.contracts.activity;

import org.jspecify.annotations.NullMarked;

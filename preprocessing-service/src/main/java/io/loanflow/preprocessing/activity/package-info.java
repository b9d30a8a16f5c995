@NullMarked
package io.loanflow.preprocessing.activity;

import org.jspecify.annotations.NullMarked;

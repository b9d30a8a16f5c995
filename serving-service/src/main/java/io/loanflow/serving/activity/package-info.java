@NullMarked
package io.loanflow.serving.activity;

import org.jspecify.annotations.NullMarked;

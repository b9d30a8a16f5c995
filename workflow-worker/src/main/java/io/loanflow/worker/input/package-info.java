/** What a workflow is started with, read strictly: people type it in Temporal's UI. */
@NullMarked
package io.loanflow.worker.input;

import org.jspecify.annotations.NullMarked;

package io.loanflow.contracts.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * @param summary one line with the stage's numbers; empty while it waits
 * @param link page with more; null where there is none
 * @param seconds since the stage began, or that it took; 0 while it waits
 */
public record StageProgress(
        Stage stage,
        StageState state,
        String summary,
        @Nullable String link,
        double seconds) {}

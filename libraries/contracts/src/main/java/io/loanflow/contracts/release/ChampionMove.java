package io.loanflow.contracts.release;

import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.training.ModelVersionRef;
import org.jspecify.annotations.Nullable;

/**
 * Moves alias {@code champion} from one version to another, provided that it is where it is taken to be.
 *
 * @param from the champion that is left; null where there is none
 * @param withdrawal why the version that is left never comes into service again; null where it may
 * @param run who moves it: its own moves are taken back, nobody else's
 */
public record ChampionMove(
        @Nullable ModelVersionRef from,
        ModelVersionRef to,
        @Nullable String withdrawal,
        PipelineRun run) {}

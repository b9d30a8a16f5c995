package io.loanflow.contracts.release;

import org.jspecify.annotations.Nullable;

/**
 * How a version that passed the gate is put to the test by what clients ask, as {@code release} of its data set's {@code training.yaml}
 * says.
 *
 * @param shadow what it must be like beside the champion before it comes into service; null where it need not
 * @param canary what it must be like that answers a share of requests before it comes into service; null where it need not
 * @param firstWindow what its first decisions must be like; null where nobody looks
 */
public record RolloutPolicy(
        @Nullable ShadowPolicy shadow,
        @Nullable CanaryPolicy canary,
        @Nullable FirstWindowPolicy firstWindow) {

    /** Nobody looks. */
    public static final RolloutPolicy NONE = new RolloutPolicy(null, null, null);
}

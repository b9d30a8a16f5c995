package io.loanflow.contracts.release;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the ledger of releases remembers. */
public enum ReleaseEventKind {
    /** A version came into service: it passed the gate and all that came after it. */
    PROMOTED(true),
    /** A version did not come into service: the gate was against it, or what came after it was. */
    REFUSED(false),
    /** The gate could not see whether a version is better. */
    HELD(false),
    /** Serving tried a version, and could not use it or was too slow with it. */
    REHEARSAL_FAILED(false),
    /** In the shadow of the champion a version was not as the policy wants it. */
    SHADOW_FAILED(false),
    /** While it answered a share of requests a version was not as the policy wants it. */
    CANARY_FAILED(false),
    /** A person was against a version, or nobody was for it in time. */
    REJECTED(false),
    /** A version that had come into service left it again, since not all could answer with it. */
    TAKEN_BACK(true),
    /** The version in service was withdrawn, and another came into service. */
    ROLLED_BACK(true),
    /** The first decisions of a version that came into service were looked at, and it stays. */
    WATCHED(false),
    /** The alias was elsewhere than where Loanflow had put it: somebody moved it, such as in MLflow's UI. */
    MOVED_OUTSIDE(true);

    private static final String PREFIX = "release.";

    private final boolean champion;

    ReleaseEventKind(boolean champion) {
        this.champion = champion;
    }

    /** Of a version that the gate did not let pass. */
    public static ReleaseEventKind of(Verdict verdict) {
        return verdict == Verdict.HELD ? HELD : REFUSED;
    }

    /** The types of the ledger's entries after which another version may be in service. */
    public static List<String> championTypes() {
        return Arrays.stream(values())
                .filter(kind -> kind.champion)
                .map(ReleaseEventKind::type)
                .toList();
    }

    /** The type of its entries in the ledger, such as {@code release.rolled-back}. */
    public String type() {
        return PREFIX + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package io.loanflow.contracts.login;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What somebody may do. Each role is for itself: who operates does not see decisions. */
public enum Role {
    /** Ask for predictions. */
    PREDICT,
    /** Say what became of what was decided. */
    OUTCOME,
    /** Bring rows. */
    LOAD,
    /** Look at loads, decisions and reports. */
    INSPECT,
    /** Start what changes what is in service or what is known about it. */
    OPERATE,
    /** Look at everything. */
    AUDIT;

    /** As settings, keys and tokens say it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException naming all roles, where the word is none */
    public static Role of(String word) {
        return Arrays.stream(values())
                .filter(role -> role.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + word + "\" is no role; the roles are "
                        + Arrays.stream(values()).map(Role::word).collect(Collectors.joining(", "))));
    }
}

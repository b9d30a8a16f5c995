package io.loanflow.model.family;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One parameter of a family.
 *
 * @param name wherever it is named: requests, {@code training.yaml}, MLflow
 * @param kind what it may be
 * @param fallback its value where nothing else says one
 * @param meaning for people
 * @param search where a tuning looks if the data set names nothing; null for its own value only
 */
public record Parameter(
        String name,
        ParameterKind kind,
        String fallback,
        String meaning,
        @Nullable Dimension search) {

    public Parameter {
        if (kind.canonical(fallback).isEmpty()) {
            throw new IllegalArgumentException(name + " must be " + kind.allowed() + ", and not " + fallback);
        }
    }

    /** The same, looked for by a tuning of a data set that names nothing. */
    Parameter searched(Dimension where) {
        return new Parameter(name, kind, fallback, meaning, where);
    }

    /** Why this is no value of the parameter, as the end of a sentence that begins with its name; null where it is one. */
    public @Nullable String problem(String text) {
        return kind.canonical(text).isPresent() ? null : "is \"" + text + "\"; must be " + kind.allowed();
    }

    /** The name without what spellings differ in. */
    static String plain(String name) {
        return name.replaceAll("[-_ ]", "").toLowerCase(Locale.ROOT);
    }
}

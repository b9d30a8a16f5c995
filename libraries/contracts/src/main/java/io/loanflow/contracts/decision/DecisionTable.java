package io.loanflow.contracts.decision;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names that whoever writes and whoever reads a data set's table of decisions must agree on. Beside these columns the table has every
 * column of the definition but the target, typed as in the big table and named by {@link #columnFor}; NULL where the record left it
 * out. Definitions change: the table has the columns of all definitions that ever decided, and a column is NULL in decisions of a
 * definition that did not have it. A row is there once and never changes.
 */
public final class DecisionTable {

    /** UUID of version 7, whose first 48 bits are the time in milliseconds. */
    public static final String ID = "decision_id";
    /** When it was answered, UTC, to the microsecond. */
    public static final String DECIDED_AT = "decided_at";
    /** Number of the registered version that decided. */
    public static final String MODEL_VERSION = "model_version";
    /** MLflow run that made the version. */
    public static final String RUN_ID = "run_id";
    /** SHA-256 of the model's trees. */
    public static final String MODEL_DIGEST = "model_digest";
    /** SHA-256 of the text of the definition in the model's folder. */
    public static final String DEFINITION_DIGEST = "definition_digest";
    /** What the trees say, before calibration. */
    public static final String SCORE = "score";
    /** Of the positive label, as answered. */
    public static final String PROBABILITY = "probability";
    /** Smallest probability that was decided as the positive label. */
    public static final String THRESHOLD = "threshold";
    /** The target's category that was decided. */
    public static final String LABEL = "label";
    /** 1 where the model answered nobody, beside the one that did. */
    public static final String SHADOW = "shadow";
    /** What was answered of why, as JSON; NULL where nothing was. */
    public static final String REASONS = "reasons";
    /** The record as it came, as JSON. */
    public static final String RECORD = "record";
    /** Which transport of decisions brought the row, a key of {@link #LEDGER}. */
    public static final String SHIPMENT = "shipment";

    /** Table of the transports of decisions into all data sets' tables. */
    public static final String LEDGER = "decision_shipment";

    private static final String SUFFIX = "_decisions";
    private static final String PREFIX = "input_";
    private static final Pattern PREFIXED = Pattern.compile("(?:" + PREFIX + ")*(.*)");
    private static final Set<String> OWN = Set.of(
            ID,
            DECIDED_AT,
            MODEL_VERSION,
            RUN_ID,
            MODEL_DIGEST,
            DEFINITION_DIGEST,
            SCORE,
            PROBABILITY,
            THRESHOLD,
            LABEL,
            SHADOW,
            REASONS,
            RECORD,
            SHIPMENT);

    private DecisionTable() {}

    /** Name of the table that holds the decisions about a data set's rows. */
    public static String nameFor(String dataset) {
        return dataset + SUFFIX;
    }

    /** The data set whose table has a name. */
    public static String datasetOf(String table) {
        return table.substring(0, table.length() - SUFFIX.length());
    }

    /** The table's name for a column of the definition: its own, but {@code input_score} for a column called score. */
    public static String columnFor(String column) {
        Matcher prefixed = PREFIXED.matcher(column.toLowerCase(Locale.ROOT));
        return prefixed.matches() && OWN.contains(prefixed.group(1)) ? PREFIX + column : column;
    }
}

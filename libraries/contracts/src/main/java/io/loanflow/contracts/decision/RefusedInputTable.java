package io.loanflow.contracts.decision;

/**
 * Names that whoever writes and whoever reads the table of refused inputs must agree on. A line says how many rows a process refused in a
 * minute for a reason; one of {@link #ANY} how many it refused at all, since a row may have several reasons. It holds no value of any row.
 */
public final class RefusedInputTable {

    public static final String NAME = "refused_input";

    public static final String DATASET = "dataset";
    /** Number of the version that was asked. */
    public static final String MODEL_VERSION = "model_version";
    /** Its beginning, UTC. */
    public static final String MINUTE = "refused_in";
    /** Name of a {@link RefusalReason}, or {@link #ANY}. */
    public static final String REASON = "reason";
    /** Of the definition; empty where it is no column's. */
    public static final String COLUMN = "column_name";
    /** File of a process's journal that brought the line. */
    public static final String SEGMENT = "segment";

    public static final String ROWS = "refused_rows";

    /** In place of a reason, in the line of all refused rows. */
    public static final String ANY = "ANY";

    private RefusedInputTable() {}
}

package io.loanflow.contracts.dataset;

/**
 * Names that whoever writes and whoever reads a data set's one big table must agree on. Beside these columns the table has
 * every column of the definition under its own name: real as DOUBLE, integer as BIGINT, categories as VARCHAR or TEXT; a missing
 * value is NULL. A row may be read only once the ledger says that its load is complete.
 */
public final class BigTable {

    /** Key of the load in {@link #LEDGER}. */
    public static final String LOAD_ID = "load_id";
    /** Number of the data row in its file, from 1. */
    public static final String ROW_NUMBER = "row_no";
    /** Of the view that has the data set's name: where the row's load comes from. */
    public static final String LOAD_ORIGIN = "load_origin";
    /** Table of all loads. */
    public static final String LEDGER = "dataset_load";
    /** The ledger's key column. */
    public static final String LEDGER_ID = "id";
    /** The ledger's column with the name of the data set. */
    public static final String LEDGER_DATASET = "dataset";
    /** The ledger's column with the state of the load. */
    public static final String LEDGER_STATE = "state";
    /** The ledger's column with the digest of the definition that the load was made with. */
    public static final String LEDGER_DEFINITION = "definition_digest";
    /** The ledger's column with the load's {@link TestRows}; null where its files do not say what their rows are for. */
    public static final String LEDGER_TEST_ROWS = "test_rows";
    /** Table of the definitions that loads were made with. */
    public static final String DEFINITIONS = "dataset_definition";
    /** Its key column. */
    public static final String DEFINITION_DIGEST = "digest";
    /** Its column with the text of the {@code dataset.yaml}. */
    public static final String DEFINITION_TEXT = "definition";
    /** The state in which a load's rows may be read. */
    public static final String COMPLETE = "COMPLETE";

    private BigTable() {}

    /** Name of the table that holds the rows of a data set. */
    public static String nameFor(DatasetDefinition definition) {
        return definition.name() + "_rows";
    }
}

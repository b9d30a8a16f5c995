package io.loanflow.training.run;

import io.loanflow.contracts.release.VersionTagNames;

/** Tags of runs and versions that are read again. */
public final class RunTags {

    /** Of a run: what its model depends on. */
    public static final String TRAINING_KEY = "training_key";
    /** Of a run: how its load was split, so that models of different splits are not compared unawares. */
    public static final String SPLIT = "split";
    /** Of a run and a version: SHA-256 of the trees. */
    public static final String MODEL_DIGEST = "model_digest";
    /** Of a run and a version: where the rows come from. */
    public static final String DATA_ORIGIN = VersionTagNames.DATA_ORIGIN;

    /** Of a run: SHA-256 of the prepared rows. */
    public static final String BATCHES = "batches_sha256";
    /** Of a run: the commit that the service was built from. */
    public static final String REVISION = "mlflow.source.git.commit";

    /** Of a run: what somebody should look at before believing its model. */
    public static final String NOTE = "note";

    /** Of a run: which workflow had it made. */
    public static final String WORKFLOW_ID = "workflow_id";

    public static final String WORKFLOW_RUN_ID = "workflow_run_id";

    /** Of a version: what the gate said of it last, a {@code Verdict}. */
    public static final String GATE_VERDICT = VersionTagNames.GATE_VERDICT;
    /** Of a version: why. */
    public static final String GATE_REASON = VersionTagNames.GATE_REASON;
    /** Of a version: the criteria behind it, a Markdown table. */
    public static final String GATE_TABLE = "gate_table";
    /** Of a version: address of the page with all of it. */
    public static final String GATE_PAGE = VersionTagNames.GATE_PAGE;
    /** Of a version: name of the person who let it into service, where the data set asks for one. */
    public static final String APPROVED_BY = VersionTagNames.APPROVED_BY;

    /** Of a version: what that person said. */
    public static final String APPROVAL_REASON = VersionTagNames.APPROVAL_REASON;
    /** Of a version: when, in ISO 8601, UTC. */
    public static final String APPROVED_AT = VersionTagNames.APPROVED_AT;

    /** Of a version: when it was taken out of service for good, in ISO 8601. No gate lets it in again. */
    public static final String WITHDRAWN = VersionTagNames.WITHDRAWN;
    /** Of a version: why. */
    public static final String WITHDRAWN_REASON = VersionTagNames.WITHDRAWN_REASON;

    /** Of a version: address of its model card. */
    public static final String MODEL_CARD = VersionTagNames.MODEL_CARD;

    /** Of a version: the rows it was trained and tested on, as JSON of a {@code PreprocessingRequest}. */
    public static final String ROWS = "rows";
    /** Of a version that is or was champion: the version that was champion before, empty if there was none. */
    public static final String FORMER_CHAMPION = VersionTagNames.FORMER_CHAMPION;

    private RunTags() {}
}

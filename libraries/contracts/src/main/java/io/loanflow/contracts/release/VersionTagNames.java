package io.loanflow.contracts.release;

/** Tags of a registered version that tell what became of it. */
public final class VersionTagNames {

    /** What the gate said of it last, a {@link Verdict}, or that a person is waited for. */
    public static final String GATE_VERDICT = "gate_verdict";
    /** Why. */
    public static final String GATE_REASON = "gate_reason";
    /** Address of the page with all that the gate looked at. */
    public static final String GATE_PAGE = "gate_page";
    /** Name of the person who let it into service, where the data set asks for one. */
    public static final String APPROVED_BY = "approved_by";
    /** What that person said. */
    public static final String APPROVAL_REASON = "approval_reason";
    /** When, in ISO 8601, UTC. */
    public static final String APPROVED_AT = "approved_at";
    /** When it was taken out of service for good, in ISO 8601. No gate lets it in again. */
    public static final String WITHDRAWN = "withdrawn";
    /** Why. */
    public static final String WITHDRAWN_REASON = "withdrawn_reason";
    /** Address of its model card. */
    public static final String MODEL_CARD = "model_card";
    /** Where the rows come from that it was trained on. */
    public static final String DATA_ORIGIN = "data_origin";
    /** Of a version that is or was champion: the version that was champion before, empty if there was none. */
    public static final String FORMER_CHAMPION = "former_champion";

    private VersionTagNames() {}
}

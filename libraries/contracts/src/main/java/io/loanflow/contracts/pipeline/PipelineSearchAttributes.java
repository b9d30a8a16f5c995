package io.loanflow.contracts.pipeline;

import io.temporal.common.SearchAttributeKey;
import java.util.List;

/** Keyword attributes by which runs are found in Temporal's UI; the server must know them. */
public final class PipelineSearchAttributes {

    public static final SearchAttributeKey<String> DATASET = SearchAttributeKey.forKeyword("LoanflowDataset");
    public static final SearchAttributeKey<String> MODEL_VERSION =
            SearchAttributeKey.forKeyword("LoanflowModelVersion");
    public static final SearchAttributeKey<String> VERDICT = SearchAttributeKey.forKeyword("LoanflowVerdict");

    public static final List<SearchAttributeKey<String>> ALL = List.of(DATASET, MODEL_VERSION, VERDICT);

    private PipelineSearchAttributes() {}
}

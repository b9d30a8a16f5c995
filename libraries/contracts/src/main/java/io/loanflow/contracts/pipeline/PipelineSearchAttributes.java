package io.loanflow.contracts.pipeline;

import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.common.SearchAttributeKey;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Attributes by which workflows are found in Temporal's UI; the server must know them. */
public final class PipelineSearchAttributes {

    public static final SearchAttributeKey<String> DATASET = SearchAttributeKey.forKeyword("LoanflowDataset");
    public static final SearchAttributeKey<String> MODEL_VERSION =
            SearchAttributeKey.forKeyword("LoanflowModelVersion");
    public static final SearchAttributeKey<String> VERDICT = SearchAttributeKey.forKeyword("LoanflowVerdict");
    /** Of the version, on its test part. */
    public static final SearchAttributeKey<Double> AUC = SearchAttributeKey.forDouble("LoanflowAuc");
    /** Number of the load that is learnt from; of several, of the newest. */
    public static final SearchAttributeKey<Long> LOAD = SearchAttributeKey.forLong("LoanflowLoad");

    public static final SearchAttributeKey<Long> ROWS = SearchAttributeKey.forLong("LoanflowRows");
    /** Names of each {@code DataOrigin} that the rows have. */
    public static final SearchAttributeKey<List<String>> ORIGIN = SearchAttributeKey.forKeywordList("LoanflowOrigin");

    public static final List<SearchAttributeKey<?>> ALL =
            List.of(DATASET, MODEL_VERSION, VERDICT, AUC, LOAD, ROWS, ORIGIN);

    private PipelineSearchAttributes() {}

    /** All of them as {@code temporal server start-dev --search-attribute} takes them, such as {@code LoanflowAuc=Double}. */
    public static List<String> declarations() {
        return ALL.stream()
                .map(key -> key.getName() + "=" + word(key.getValueType()))
                .toList();
    }

    private static String word(IndexedValueType type) {
        String name = type.name().substring("INDEXED_VALUE_TYPE_".length());
        return Arrays.stream(name.split("_", -1))
                .map(part -> part.charAt(0) + part.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}

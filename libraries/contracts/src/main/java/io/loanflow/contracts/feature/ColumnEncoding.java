package io.loanflow.contracts.feature;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** How one column, fitted on the training part, becomes one or more features. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = NumericEncoding.class, name = "numeric"),
    @JsonSubTypes.Type(value = OneHotEncoding.class, name = "one-hot"),
    @JsonSubTypes.Type(value = OrdinalEncoding.class, name = "ordinal"),
    @JsonSubTypes.Type(value = FrequencyEncoding.class, name = "frequency")
})
public sealed interface ColumnEncoding permits NumericEncoding, OneHotEncoding, OrdinalEncoding, FrequencyEncoding {

    /** What follows a column's name in that of the feature which says whether its value is missing. */
    String MISSING = "=missing";

    /** What follows a column's name in that of the feature which stands for its rare and unmet categories. */
    String OTHER = "=other";

    /** The column it reads. */
    String column();

    /** Names of the features it makes, in order; their number is the encoding's width. */
    List<String> featureNames();

    /** Whether the training part had no row of this category, so that it is scored as the rare ones are; false where that is not known. */
    default boolean isUnseen(String category) {
        return false;
    }
}

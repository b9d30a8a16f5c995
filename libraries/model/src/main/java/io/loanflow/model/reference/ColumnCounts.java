package io.loanflow.model.reference;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** How many rows lie in each cell of a column. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = NumberCounts.class, name = "numbers"),
    @JsonSubTypes.Type(value = CategoryCounts.class, name = "categories")
})
public sealed interface ColumnCounts permits NumberCounts, CategoryCounts {

    String column();

    /** Of each cell, in its order. */
    List<Long> counts();

    default long rows() {
        return counts().stream().mapToLong(Long::longValue).sum();
    }
}

package io.loanflow.synthetic;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** How the values of one column are made. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = NumberModel.class, name = "number"),
    @JsonSubTypes.Type(value = DifferenceModel.class, name = "difference"),
    @JsonSubTypes.Type(value = CategoryModel.class, name = "category"),
    @JsonSubTypes.Type(value = RatioModel.class, name = "ratio")
})
sealed interface ColumnModel permits NumberModel, DifferenceModel, CategoryModel, RatioModel {

    String name();

    /** Whether the column has a share of its own, drawn from the copula; else it follows from other columns alone. */
    boolean drawn();

    /** Columns whose values must be made before. */
    List<String> needs();

    /**
     * Puts a value into the row.
     *
     * @param share of all values that are smaller, from 0 to 1; ignored unless {@link #drawn()}
     */
    void fill(SyntheticRow row, double share);
}

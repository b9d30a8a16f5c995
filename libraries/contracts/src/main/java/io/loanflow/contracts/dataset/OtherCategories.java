package io.loanflow.contracts.dataset;

import org.jspecify.annotations.Nullable;

/**
 * Which categories of a column share one feature, together with those that the training part never met.
 *
 * @param below share of the training part's rows; categories of fewer share it. Null for those of fewer than {@link #FEW} rows
 * @param most categories that have a feature of their own: the most frequent
 */
public record OtherCategories(@Nullable Double below, int most) {

    /** Fewer rows of a category than this say nothing of it. */
    public static final int FEW = 10;

    /** More features than this are never made of one column's categories. */
    public static final int MOST = 64;

    /** Where a definition leaves the categories to the training part and says no more. */
    public static final OtherCategories STANDARD = new OtherCategories(null, MOST);

    /**
     * Whether a category has too few rows for a feature of its own.
     *
     * @param rows of the category in the training part
     * @param all rows of the training part that have a category
     */
    public boolean isRare(long rows, long all) {
        return below == null ? rows < FEW : rows == 0 || rows < below * all;
    }
}

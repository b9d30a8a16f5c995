package io.loanflow.contracts.dataset;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a data set is. Everything else (reader, table, expectations, feature schema, request validation, API schema) derives from this.
 *
 * @param name lower-case, also the name of the registered model and the MLflow experiment
 * @param version of the definition; raised whenever its meaning changes
 * @param source where the file comes from
 * @param use what it is for, and what must be known of it
 * @param quarantineLimit largest share of rows, from 0 to 1, that may be set aside before a load is refused
 * @param columns in the order of the table
 * @param positiveLabel the target's category whose probability is the score
 * @param positiveName what people call a decision for it, such as "approved"
 * @param negativeName the same of the other category
 * @param decisionCosts null where both kinds of wrong decision weigh so that F1 is to be best
 * @param slices parts of the rows on which the model is measured besides all rows and each protected group
 * @param filter which rows of the files belong to the data set; null where all do
 * @param split how rows are put into the training or the test part; null where each is by what it is like
 */
public record DatasetDefinition(
        String name,
        int version,
        String title,
        String description,
        DatasetSource source,
        DatasetUse use,
        double quarantineLimit,
        List<Column> columns,
        String positiveLabel,
        String positiveName,
        String negativeName,
        @Nullable DecisionCosts decisionCosts,
        List<Slice> slices,
        @Nullable RowFilter filter,
        @Nullable SplitRule split) {

    public DatasetDefinition {
        columns = List.copyOf(columns);
        slices = List.copyOf(slices);
    }

    /** A data set of all rows of its files, each split by what it is like. */
    public DatasetDefinition(
            String name,
            int version,
            String title,
            String description,
            DatasetSource source,
            DatasetUse use,
            double quarantineLimit,
            List<Column> columns,
            String positiveLabel,
            String positiveName,
            String negativeName,
            @Nullable DecisionCosts decisionCosts,
            List<Slice> slices) {
        this(
                name,
                version,
                title,
                description,
                source,
                use,
                quarantineLimit,
                columns,
                positiveLabel,
                positiveName,
                negativeName,
                decisionCosts,
                slices,
                null,
                null);
    }

    /** The same data set in a file that is written as the table is: {@link TableFormat#STANDARD}, own names and own categories. */
    public DatasetDefinition writtenPlainly() {
        return with(
                new DatasetSource(source.file(), null, null, source.license()),
                columns.stream().map(Column::writtenPlainly).toList(),
                filter);
    }

    /** The same data set in records that were decided about: they have what a model sees, and may lack all else, which a filter may be about. */
    public DatasetDefinition ofDecisions() {
        DatasetDefinition plain = writtenPlainly();
        return with(
                plain.source(),
                plain.columns().stream()
                        .map(column -> column.role().isLearnt() ? column : column.thatMayBeMissing())
                        .toList(),
                null);
    }

    /**
     * The same data set with the categories that its open columns were found to have.
     *
     * @param categories of an open column
     */
    public DatasetDefinition withCategories(Function<Column, List<String>> categories) {
        return with(
                source,
                columns.stream()
                        .map(column -> column.isOpen() ? column.with(categories.apply(column)) : column)
                        .toList(),
                filter);
    }

    private DatasetDefinition with(DatasetSource newSource, List<Column> newColumns, @Nullable RowFilter newFilter) {
        return new DatasetDefinition(
                name,
                version,
                title,
                description,
                newSource,
                use,
                quarantineLimit,
                newColumns,
                positiveLabel,
                positiveName,
                negativeName,
                decisionCosts,
                slices,
                newFilter,
                split);
    }

    public Column target() {
        return withRole(ColumnRole.TARGET).get(0);
    }

    /** The target's other category than the positive one. */
    public String negativeLabel() {
        return target().categories().stream()
                .filter(category -> !category.equals(positiveLabel))
                .findFirst()
                .orElseThrow();
    }

    /** The columns a model may see, in table order. */
    public List<Column> features() {
        return withRole(ColumnRole.FEATURE);
    }

    /** The columns used to measure fairness only. */
    public List<Column> protectedColumns() {
        return withRole(ColumnRole.PROTECTED);
    }

    public List<Column> withRole(ColumnRole role) {
        return columns.stream().filter(column -> column.role() == role).toList();
    }

    /** @throws NoSuchElementException if there is no such column */
    public Column column(String columnName) {
        return columns.stream()
                .filter(column -> column.name().equals(columnName))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("data set " + name + " has no column " + columnName));
    }
}

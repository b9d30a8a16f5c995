package io.loanflow.serving.file;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.ColumnType;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.decision.RefusalReason;
import io.loanflow.model.row.Refusal;
import io.loanflow.model.row.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks cells as the definition says, and puts rows together. What it says of a wrong one is what a request's row is told. */
final class FeatureCells {

    private final List<Column> features;
    private final List<Map<String, String>> categories;

    FeatureCells(DatasetDefinition definition) {
        features = definition.features();
        categories = features.stream().map(FeatureCells::categories).toList();
    }

    private static Map<String, String> categories(Column column) {
        Map<String, String> categories = new HashMap<>();
        column.categories().forEach(category -> categories.put(category, category));
        return categories;
    }

    List<Column> features() {
        return features;
    }

    /**
     * Where each feature stands among a file's columns; -1 where it need not and does not.
     *
     * @param answered columns that the answers will have
     * @throws FileUnreadableException if one is missing, there twice, or has the name of an answer
     */
    int[] places(List<String> names, List<AnswerColumn> answered) {
        if (names.stream().distinct().count() < names.size()) {
            throw new FileUnreadableException("two columns of the file have the same name");
        }
        answered.stream()
                .map(AnswerColumn::label)
                .filter(names::contains)
                .findFirst()
                .ifPresent(name -> {
                    throw new FileUnreadableException("the file has a column " + name + " already; rename it");
                });
        List<String> missing = features.stream()
                .filter(column -> !column.missingAllowed() && !names.contains(column.name()))
                .map(Column::name)
                .toList();
        if (!missing.isEmpty()) {
            throw new FileUnreadableException("the file has no column " + String.join(", ", missing));
        }
        return features.stream()
                .mapToInt(column -> names.indexOf(column.name()))
                .toArray();
    }

    /** Rows while their columns are read. */
    final class Draft {

        private final Row[] rows;
        private final @Nullable StringBuilder[] errors;
        private final Map<Integer, Set<Refusal>> refusals = new HashMap<>();

        Draft(int size) {
            rows = Stream.generate(this::empty).limit(size).toArray(Row[]::new);
            errors = new @Nullable StringBuilder[size];
        }

        private Row empty() {
            double[] numbers = new double[features.size()];
            Arrays.fill(numbers, Double.NaN);
            return new Row(numbers, new @Nullable String[features.size()]);
        }

        /** @param number NaN where it is missing */
        void number(int row, int feature, double number) {
            Column column = features.get(feature);
            if (Double.isNaN(number)) {
                missing(row, feature);
            } else if (column.allows(number)) {
                rows[row].numbers()[feature] = number;
            } else {
                notAllowed(row, column);
            }
        }

        void category(int row, int feature, String text) {
            Column column = features.get(feature);
            String category = categories.get(feature).get(text);
            if (category != null) {
                rows[row].categories()[feature] = category;
            } else if (column.isOpen() && column.allows(text)) {
                rows[row].categories()[feature] = text;
            } else {
                notAllowed(row, column);
            }
        }

        /** Of a boolean column. */
        void truth(int row, int feature, boolean truth) {
            Column column = features.get(feature);
            if (column.type() == ColumnType.BOOLEAN) {
                rows[row].categories()[feature] = column.categories().get(truth ? 1 : 0);
            } else {
                notAllowed(row, column);
            }
        }

        void missing(int row, int feature) {
            Column column = features.get(feature);
            if (!column.missingAllowed()) {
                refuse(
                        row,
                        new Refusal(column.name(), RefusalReason.MISSING),
                        column.name() + " is missing; give " + column.allowed());
            }
        }

        void notAllowed(int row, Column column) {
            refuse(
                    row,
                    new Refusal(column.name(), RefusalReason.NOT_ALLOWED),
                    column.name() + " must be " + column.allowed());
        }

        void refuse(int row, Refusal refusal, String problem) {
            refusals.computeIfAbsent(row, wrong -> new HashSet<>()).add(refusal);
            StringBuilder all = errors[row];
            if (all == null) {
                errors[row] = new StringBuilder(problem);
            } else {
                all.append("; ").append(problem);
            }
        }

        Block block() {
            List<@Nullable Row> valid = new ArrayList<>(rows.length);
            List<@Nullable String> problems = new ArrayList<>(rows.length);
            for (int i = 0; i < rows.length; i++) {
                StringBuilder error = errors[i];
                valid.add(error == null ? rows[i] : null);
                problems.add(error == null ? null : error.toString());
            }
            return new Block(valid, problems, List.copyOf(refusals.values()));
        }
    }
}

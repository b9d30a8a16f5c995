package io.loanflow.training.rows;

import io.loanflow.leakage.ColumnStrength;
import io.loanflow.training.definition.DatasetParameters;
import io.loanflow.training.definition.LeakageLimits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks at each column by itself before a model learns from all of them: a model of a column that knows the answer is worthless, however good it looks. */
@Component
public class ColumnCheck {

    /** Rows for each one-hot feature; of fewer a model learns by heart. */
    private static final int ROWS_FOR_FEATURE = 10;

    /** Few features are no matter, however few the rows. */
    private static final int FEW_FEATURES = 20;

    private final DatasetParameters datasets;

    ColumnCheck(DatasetParameters datasets) {
        this.datasets = datasets;
    }

    /**
     * What somebody should look at before believing the model; null where there is nothing.
     *
     * @throws TrainingImpossibleException if a column alone tells the label as well as only the answer itself does
     * @throws io.loanflow.contracts.dataset.DatasetDefinitionException if {@code training.yaml} is wrong
     */
    public @Nullable String require(String dataset, PartRows train) {
        return judge(datasets.definition(dataset).leakage(), train);
    }

    static @Nullable String judge(LeakageLimits limits, PartRows train) {
        Map<String, Column> columns = columns(train.features());
        List<String> refused = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        boolean[] positive = sampled(train);
        columns.forEach((name, column) -> {
            ColumnStrength strength = column.strength(train, positive);
            if (strength.auc() >= limits.refuse()) {
                refused.add(said(name, strength));
            } else if (strength.auc() >= limits.warn()) {
                warnings.add(said(name, strength));
            }
        });
        if (!refused.isEmpty()) {
            throw new TrainingImpossibleException("By itself, " + String.join(", and ", refused)
                    + ". What is known only after the decision does that: give the column the role ignored. If it is known before, raise"
                    + " leakage.refuse in training.yaml, which is " + limits.refuse() + ".");
        }
        return note(warnings, tooWide(columns, train.size()));
    }

    private static @Nullable String note(List<String> warnings, String wide) {
        String strong = warnings.isEmpty()
                ? ""
                : "By itself, " + String.join(", and ", warnings)
                        + ": is it known before the decision? If not, give it the role ignored.";
        String note = (strong + " " + wide).strip();
        return note.isEmpty() ? null : note;
    }

    private static String said(String name, ColumnStrength strength) {
        return String.format(
                Locale.ROOT,
                strength.byMissing()
                        ? "that %s is missing tells the label (AUC %.3f)"
                        : "%s tells the label (AUC %.3f)",
                name,
                strength.auc());
    }

    private static String tooWide(Map<String, Column> columns, int rows) {
        int features = columns.values().stream()
                .filter(Column::isOneHot)
                .mapToInt(Column::width)
                .sum();
        if (features <= Math.max(FEW_FEATURES, rows / ROWS_FOR_FEATURE)) {
            return "";
        }
        String widest = columns.entrySet().stream()
                .filter(column -> column.getValue().isOneHot())
                .max(Map.Entry.comparingByValue((a, b) -> Integer.compare(a.width(), b.width())))
                .map(column -> column.getKey() + " " + column.getValue().width())
                .orElse("");
        return String.format(
                Locale.ROOT,
                "%,d one-hot features of %,d training rows are more than a tenth, and learnt by heart (%s of them): use"
                        + " encoding: frequency, or other: {below: 0.01}.",
                features,
                rows,
                widest);
    }

    /** By what stands before the = in a feature's name, which no column's name holds. */
    private static Map<String, Column> columns(List<String> features) {
        Map<String, List<Integer>> places = new LinkedHashMap<>();
        for (int place = 0; place < features.size(); place++) {
            String column = features.get(place).split("=", 2)[0];
            places.computeIfAbsent(column, added -> new ArrayList<>()).add(place);
        }
        return places.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> new Column(
                                entry.getValue(),
                                features.get(entry.getValue().get(0)).contains("=")),
                        (a, b) -> a,
                        LinkedHashMap::new));
    }

    private static int stride(PartRows train) {
        return (train.size() - 1) / ColumnStrength.ENOUGH_ROWS + 1;
    }

    private static boolean[] sampled(PartRows train) {
        int stride = stride(train);
        boolean[] positive = new boolean[(train.size() + stride - 1) / stride];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = train.labels()[i * stride] == 1;
        }
        return positive;
    }

    /**
     * A column's features.
     *
     * @param isOneHot whether each is a category; else the first is a number, and a second one says that it is missing
     */
    private record Column(List<Integer> places, boolean isOneHot) {

        int width() {
            return places.size();
        }

        ColumnStrength strength(PartRows train, boolean[] positive) {
            int stride = stride(train);
            double[] values = new double[positive.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = isOneHot ? category(train, i * stride) : number(train, i * stride);
            }
            return isOneHot
                    ? ColumnStrength.ofCategories(values, positive)
                    : ColumnStrength.ofNumbers(values, positive);
        }

        private double category(PartRows train, int row) {
            for (int i = 0; i < places.size(); i++) {
                if (train.columns()[places.get(i)][row] == 1) {
                    return i;
                }
            }
            return Double.NaN;
        }

        private double number(PartRows train, int row) {
            boolean missing = places.size() > 1 && train.columns()[places.get(1)][row] == 1;
            return missing ? Double.NaN : train.columns()[places.get(0)][row];
        }
    }
}

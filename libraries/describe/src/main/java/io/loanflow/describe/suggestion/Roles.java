package io.loanflow.describe.suggestion;

import io.loanflow.contracts.dataset.ColumnRole;
import io.loanflow.contracts.dataset.ColumnType;
import io.loanflow.describe.profile.TableProfile;
import io.loanflow.leakage.ColumnStrength;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What each column is there for: features, those that measure fairness, and those that no model may learn from. */
final class Roles {

    private static final int MOST_CODES = 64;

    /** Rows for each one-hot feature; of fewer a model learns by heart. */
    private static final int ROWS_FOR_FEATURE = 10;

    private final List<ColumnDraft> columns;
    private final TableProfile table;

    Roles(List<ColumnDraft> columns, TableProfile table) {
        this.columns = columns;
        this.table = table;
    }

    /** @param positive whether the target of each row of the sample is the positive label; null where files say it */
    void assign(boolean @Nullable [] positive) {
        groups();
        twins();
        afterwards();
        if (positive != null) {
            features().forEach(column -> leak(column, positive));
        }
        frequencies();
    }

    private List<ColumnDraft> features() {
        return columns.stream().filter(ColumnDraft::isFeature).toList();
    }

    private void groups() {
        for (ColumnDraft column : features()) {
            String name = column.profile.name();
            boolean byValues = column.type.isCategorical()
                    && NameHints.areProtected(column.profile.values().counts().keySet());
            if (NameHints.isAge(name)) {
                column.remark("unsure: an age may be a prohibited basis for a decision; then role: protected"
                        + (column.type.isNumeric() ? ", bands: [25, 40, 60]" : ""));
            } else if (byValues || NameHints.isProtected(name)) {
                protect(
                        column,
                        byValues ? "its values look like a group of people" : "its name says a group of people");
            }
        }
    }

    private static void protect(ColumnDraft column, String why) {
        if (column.type.isNumeric()) {
            List<String> codes = codes(column);
            if (codes.isEmpty()) {
                column.remark("unsure: " + why + "; then role: protected, and bands:");
                return;
            }
            column.type = codes.size() == 2 ? ColumnType.BOOLEAN : ColumnType.NOMINAL;
            column.categories = codes;
            column.range = null;
            column.unit = null;
            column.remarks()
                    .removeIf(remark -> remark.startsWith("unsure: if these are codes") || remark.startsWith("from "));
        }
        column.role = ColumnRole.PROTECTED;
        column.other = false;
        column.remark("unsure: " + why + ": stored to measure fairness with, never learnt from; else role: feature");
    }

    /** The numbers of a column as categories; none where they are too many, or no codes. */
    private static List<String> codes(ColumnDraft column) {
        boolean whole = column.type == ColumnType.INTEGER && column.format == null;
        if (!whole
                || !column.profile.values().complete()
                || column.profile.values().counts().size() > MOST_CODES) {
            return List.of();
        }
        return NumberGuess.codes(column);
    }

    private void twins() {
        Map<Long, ColumnDraft> met = new HashMap<>();
        for (ColumnDraft column : columns) {
            ColumnDraft first = met.putIfAbsent(column.profile.content(), column);
            if (first != null
                    && column.role != ColumnRole.TARGET
                    && column.profile.counts().values() > 0) {
                column.ignore("is the same as " + first.name + " in all rows");
            }
        }
    }

    private void afterwards() {
        for (ColumnDraft column : features()) {
            if (NameHints.isKnownAfterwards(column.profile.name())) {
                column.ignore(
                        "unsure: its name says something that is known only after the decision; else role: feature");
            }
        }
    }

    private void leak(ColumnDraft column, boolean[] positive) {
        ColumnStrength strength = column.type.isNumeric()
                ? ColumnStrength.ofNumbers(table.numbers(column.place), positive)
                : ColumnStrength.ofCategories(table.positions(column.place, column.markers), positive);
        column.strength = strength.auc();
        String what = strength.byMissing() ? "that it is missing predicts" : "it alone predicts";
        String figure = String.format(java.util.Locale.ROOT, "%.3f", strength.auc());
        if (strength.auc() >= ColumnStrength.REFUSED) {
            column.ignore("unsure: " + what + " the target (AUC " + figure
                    + "), as what is known only after the decision does; if it is known before, role: feature");
        } else if (strength.auc() >= ColumnStrength.SUSPECT) {
            column.remark("unsure: " + what + " the target (AUC " + figure
                    + "); if it is known only after the decision, role: ignored");
        }
    }

    /** The columns of most categories first, until there are enough rows for each feature. */
    private void frequencies() {
        long most = table.rows().count() / ROWS_FOR_FEATURE;
        List<ColumnDraft> widest = features().stream()
                .filter(column -> column.oneHotFeatures() > 0)
                .sorted(Comparator.comparingInt(ColumnDraft::oneHotFeatures).reversed())
                .toList();
        long features = widest.stream().mapToLong(ColumnDraft::oneHotFeatures).sum();
        for (ColumnDraft column : widest) {
            if (features <= most || column.oneHotFeatures() <= 3) {
                return;
            }
            features -= column.oneHotFeatures();
            column.frequency = true;
            column.other = false;
            column.remark("with encoding: one-hot there would be more features than a tenth of the rows");
        }
    }
}

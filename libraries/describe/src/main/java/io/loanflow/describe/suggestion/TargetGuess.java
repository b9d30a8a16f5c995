package io.loanflow.describe.suggestion;

import io.loanflow.contracts.dataset.ColumnRole;
import io.loanflow.contracts.dataset.ColumnType;
import io.loanflow.describe.profile.TableProfile;
import io.loanflow.tablefiles.FileRejectedException;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which column is to be predicted. */
final class TargetGuess {

    private static final double LEAST_SHARE = 0.02;
    private static final int LEAST_ROWS = 10;
    private static final int MOST_NAMED = 8;

    private final List<ColumnDraft> columns;
    private final TableProfile table;

    TargetGuess(List<ColumnDraft> columns, TableProfile table) {
        this.columns = columns;
        this.table = table;
    }

    /**
     * The column of this name, or the likeliest one.
     *
     * @throws FileRejectedException if it cannot be a target, or none can
     */
    ColumnDraft target(@Nullable String wished) {
        ColumnDraft target = wished == null ? likeliest() : named(wished);
        target.role = ColumnRole.TARGET;
        target.missingAllowed = false;
        target.leftOut = false;
        return target;
    }

    private ColumnDraft named(String wished) {
        ColumnDraft found = columns.stream()
                .filter(column -> column.profile.name().equals(wished) || column.name.equals(wished))
                .findFirst()
                .orElseThrow(() -> new FileRejectedException("no column is called \"" + wished + "\"; there are: "
                        + String.join(
                                ", ",
                                columns.stream().map(column -> column.name).toList())));
        if (found.type != ColumnType.BOOLEAN) {
            throw new FileRejectedException("column \"" + wished + "\" has "
                    + (found.categories.isEmpty() ? "no categories" : found.categories.size() + " categories")
                    + ", and a target has two. Those it could be: " + names(candidates()));
        }
        return found;
    }

    private ColumnDraft likeliest() {
        List<ColumnDraft> candidates = candidates();
        if (candidates.isEmpty()) {
            throw new FileRejectedException(
                    "no column has two values and none missing, so that none can be predicted;"
                            + " name one by --target, or, where each file is of one kind, name all files and a column that is in none of them");
        }
        ColumnDraft likeliest = candidates.get(0);
        if (candidates.size() > 1) {
            likeliest.remark("unsure: the target could also be " + names(candidates.subList(1, candidates.size()))
                    + "; describe --target names another");
        }
        return likeliest;
    }

    /** The likeliest first. */
    List<ColumnDraft> candidates() {
        return columns.stream()
                .filter(this::mayBe)
                .sorted(Comparator.comparingInt(this::likelihood).reversed())
                .toList();
    }

    private boolean mayBe(ColumnDraft column) {
        if (column.type != ColumnType.BOOLEAN || column.missing() > 0) {
            return false;
        }
        long rows = table.rows().count();
        return column.profile.values().counts().values().stream()
                .allMatch(count -> count >= LEAST_SHARE * rows
                        || (count >= LEAST_ROWS && NameHints.isTarget(column.profile.name())));
    }

    private int likelihood(ColumnDraft column) {
        int likelihood = NameHints.isTarget(column.profile.name()) ? 4 : 0;
        likelihood += column.place == columns.get(columns.size() - 1).place ? 3 : 0;
        likelihood += column.place == 0 ? 1 : 0;
        boolean group = NameHints.isProtected(column.profile.name())
                || NameHints.areProtected(column.profile.values().counts().keySet());
        return likelihood - (group ? 5 : 0);
    }

    private static String names(List<ColumnDraft> columns) {
        return String.join(
                        ", ",
                        columns.stream()
                                .limit(MOST_NAMED)
                                .map(column -> column.name)
                                .toList())
                + (columns.size() > MOST_NAMED ? " and " + (columns.size() - MOST_NAMED) + " more" : "");
    }
}

package io.loanflow.describe.suggestion;

import io.loanflow.describe.form.FileForm;
import io.loanflow.describe.profile.TableProfile;
import java.util.List;

/**
 * All that is suggested of a table.
 *
 * @param columns those of the file, in its order
 * @param target one of them, or one that all rows of a file have the same value in
 */
record Draft(
        String name,
        List<String> files,
        FileForm form,
        TableProfile table,
        List<ColumnDraft> columns,
        ColumnDraft target) {

    /** Whether the target is said by the file that a row is in. */
    boolean targetByFile() {
        return !columns.contains(target);
    }

    String positiveLabel() {
        return target.categories.get(1);
    }

    /** Rows of the rarer label, and those of the other. */
    long[] labels() {
        return target.profile.values().counts().values().stream()
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
    }
}

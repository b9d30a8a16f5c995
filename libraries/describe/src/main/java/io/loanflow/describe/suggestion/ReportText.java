package io.loanflow.describe.suggestion;

import io.loanflow.contracts.dataset.ColumnRole;
import io.loanflow.contracts.dataset.TableFormat;
import io.loanflow.describe.form.FileForm;
import io.loanflow.describe.profile.TableProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says in short what was found. No row is in it. */
final class ReportText {

    private static final int MOST_LISTED = 12;

    private final Draft draft;
    private final StringBuilder text = new StringBuilder();

    ReportText(Draft draft) {
        this.draft = draft;
    }

    String text() {
        TableProfile.Rows rows = draft.table().rows();
        line("%,d rows, %,d columns; %s", rows.count(), draft.columns().size(), form());
        line("target   %s: %s", draft.target().name, target());
        roles();
        if (rows.repeated() > 0) {
            line(
                    "twice    %s%,d rows are there already, letter for letter",
                    rows.repeatedAtLeast() ? "at least " : "", rows.repeated());
        }
        if (rows.count() < 1000) {
            line("few      of so few rows the figures of a model are mostly luck; look at their intervals");
        }
        unsure();
        return text.toString();
    }

    private void line(String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }

    private String form() {
        TableFormat format = draft.form().format();
        if (draft.form().layout() == FileForm.Layout.TYPED) {
            return "typed values (Parquet, Arrow or Excel)";
        }
        List<String> words = new ArrayList<>();
        words.add(
                draft.form().layout() == FileForm.Layout.JSON
                        ? "JSON" + (format.records() == null ? "" : ", rows under " + format.records())
                        : "fields separated by " + format.delimiter().name().toLowerCase(Locale.ROOT)
                                + (format.header() ? ", with a header" : ", no header"));
        words.add(format.encoding().name());
        if (draft.form().packed()) {
            words.add("packed");
        }
        return String.join(", ", words);
    }

    private String target() {
        if (draft.targetByFile()) {
            return "by file";
        }
        double rare = (double) draft.labels()[0] / (draft.labels()[0] + draft.labels()[1]);
        return String.format(
                Locale.ROOT,
                "%s; %.1f %% of the rows have the rarer one%s",
                String.join(" or ", draft.target().categories),
                100 * rare,
                rare < 0.05 ? ", which is few" : "");
    }

    private void roles() {
        listed("features", columns(ColumnRole.FEATURE));
        listed("groups", columns(ColumnRole.PROTECTED));
        listed("ids", columns(ColumnRole.IDENTIFIER));
        listed("ignored", columns(ColumnRole.IGNORED));
        listed(
                "left out",
                draft.columns().stream()
                        .filter(column -> column.leftOut)
                        .map(column -> "field " + (column.place + 1) + " without a name")
                        .toList());
        listed("left out", draft.table().rows().structured());
        listed(
                "missing",
                draft.columns().stream()
                        .filter(column -> !column.leftOut && column.missing() > 0)
                        .map(column -> String.format(Locale.ROOT, "%s %,d", column.name, column.missing()))
                        .toList());
    }

    private List<String> columns(ColumnRole role) {
        return draft.columns().stream()
                .filter(column -> column.role == role && !column.leftOut)
                .map(column -> column.name)
                .toList();
    }

    private void listed(String title, List<String> names) {
        if (!names.isEmpty()) {
            line(
                    "%-8s %,d: %s%s",
                    title,
                    names.size(),
                    String.join(", ", names.subList(0, Math.min(MOST_LISTED, names.size()))),
                    names.size() > MOST_LISTED ? ", …" : "");
        }
    }

    private void unsure() {
        for (ColumnDraft column : draft.columns()) {
            column.remarks().stream()
                    .filter(remark -> remark.startsWith("unsure") || column.role == ColumnRole.IGNORED)
                    .forEach(remark -> line("  %s: %s", column.name, remark));
        }
    }
}

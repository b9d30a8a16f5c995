package io.loanflow.describe.suggestion;

import io.loanflow.contracts.dataset.ColumnRole;
import io.loanflow.contracts.dataset.ColumnType;
import io.loanflow.contracts.dataset.DatasetDefinitionReader;
import io.loanflow.describe.form.FileForm;
import io.loanflow.describe.profile.ColumnProfile;
import io.loanflow.describe.profile.TableProfile;
import io.loanflow.tablefiles.FileRejectedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a suggestion of what stands in a table. */
public final class Suggestions {

    private final Wish wish;
    private final FileForm form;
    private final TableProfile table;

    private Suggestions(Wish wish, FileForm form, TableProfile table) {
        this.wish = wish;
        this.form = form;
        this.table = table;
    }

    /**
     * What the caller wants.
     *
     * @param name of the data set
     * @param files their names
     * @param target what the file calls the column that is to be predicted; null where it is to be guessed
     */
    public record Wish(
            String name, List<String> files, @Nullable String target) {}

    /** @throws FileRejectedException if there is nothing to predict, or to predict from */
    public static Suggestion of(Wish wish, FileForm form, TableProfile table) {
        return new Suggestions(wish, form, table).suggestion();
    }

    private Suggestion suggestion() {
        if (table.rows().count() == 0) {
            throw new FileRejectedException("there are no rows");
        }
        List<ColumnDraft> columns = columns();
        ColumnDraft target = isByFile(columns) ? byFile() : new TargetGuess(columns, table).target(wish.target());
        new Roles(columns, table).assign(columns.contains(target) ? positive(target) : null);
        if (columns.stream().noneMatch(ColumnDraft::isFeature)) {
            throw new FileRejectedException("no column is left to predict " + target.name + " from");
        }
        Draft draft = new Draft(wish.name(), wish.files(), form, table, columns, target);
        String definition = new DefinitionText(draft).text();
        // What it says is what a run reads.
        DatasetDefinitionReader.read(definition, "dataset.yaml");
        return new Suggestion(
                definition, new ExpectationsText(draft).text(), TrainingText.of(draft), new ReportText(draft).text());
    }

    private List<ColumnDraft> columns() {
        ColumnNames names = new ColumnNames();
        List<ColumnDraft> columns = new ArrayList<>();
        for (ColumnProfile profile : table.columns()) {
            int place = columns.size();
            ColumnDraft column = new ColumnDraft(profile, names.of(profile.name(), place), place);
            ColumnGuess.fillIn(column);
            column.leftOut = profile.name().isBlank();
            columns.add(column);
        }
        return columns;
    }

    private boolean isByFile(List<ColumnDraft> columns) {
        String target = wish.target();
        return target != null
                && wish.files().size() == 2
                && columns.stream()
                        .noneMatch(column -> column.profile.name().equals(target) || column.name.equals(target));
    }

    /** A target that no file has: each file holds the rows of one label. */
    private ColumnDraft byFile() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("0", 1L);
        counts.put("1", 1L);
        String name = String.valueOf(wish.target());
        ColumnProfile profile = new ColumnProfile(
                name,
                new ColumnProfile.Counts(0, 0, Map.of(), false, false),
                new ColumnProfile.Values(counts, Map.of(), Map.of(), true, 1, false),
                Map.of(),
                List.of(),
                0);
        ColumnDraft target = new ColumnDraft(profile, new ColumnNames().of(name, 0), -1);
        target.type = ColumnType.BOOLEAN;
        target.role = ColumnRole.TARGET;
        target.categories = List.of("0", "1");
        return target;
    }

    private boolean[] positive(ColumnDraft target) {
        String label = target.categories.get(1);
        boolean numbers = !target.profile.values().counts().containsKey(label);
        List<String> texts = table.sample(target.place);
        double[] values = table.numbers(target.place);
        boolean[] positive = new boolean[texts.size()];
        for (int row = 0; row < positive.length; row++) {
            positive[row] = numbers
                    ? Yaml.number(values[row]).equals(label)
                    : texts.get(row).equals(label);
        }
        return positive;
    }
}

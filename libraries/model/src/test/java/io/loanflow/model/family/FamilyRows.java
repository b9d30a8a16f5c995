package io.loanflow.model.family;

import io.loanflow.model.TargetLabels;
import io.loanflow.model.fixture.LoanModel;
import io.loanflow.model.row.EncodedRows;
import io.loanflow.model.row.Row;
import java.util.List;
import java.util.Map;

/** Rows to fit models on. */
public final class FamilyRows {

    public static final LabelledRows ROWS = of(1200);

    private FamilyRows() {}

    public static LabelledRows of(int size) {
        List<Row> rows = LoanModel.rows(size, 1);
        int[] labels = rows.stream()
                .mapToInt(row -> row.numbers()[0] + row.numbers()[1] % 7 > 60 ? 1 : 0)
                .toArray();
        return new LabelledRows(
                LoanModel.ENCODER.featureNames(),
                EncodedRows.columns(LoanModel.ENCODER, rows),
                labels,
                new TargetLabels("0", "1"),
                Map.of());
    }

    public static Growth growth(int threads) {
        return new Growth(threads, "a test", trees -> {}, bytes -> {});
    }
}

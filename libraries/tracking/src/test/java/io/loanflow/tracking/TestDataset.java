package io.loanflow.tracking;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.ColumnEncodingRule;
import io.loanflow.contracts.dataset.ColumnRole;
import io.loanflow.contracts.dataset.ColumnType;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.DatasetSource;
import io.loanflow.contracts.dataset.DatasetUse;
import io.loanflow.contracts.dataset.ValueRange;
import java.util.List;
import java.util.Map;

/** A small data set. */
final class TestDataset {

    static final DatasetDefinition DEFINITION = new DatasetDefinition(
            "tiny",
            1,
            "Tiny",
            "Two features and a decision.",
            new DatasetSource("tiny.csv", null, null, null),
            DatasetUse.UNSAID,
            0.1,
            List.of(
                    new Column(
                            "age",
                            "Age.",
                            ColumnType.INTEGER,
                            ColumnRole.FEATURE,
                            "years",
                            new ValueRange(18, 100),
                            List.of(),
                            null,
                            true,
                            ColumnEncodingRule.AS_IS,
                            null,
                            Map.of()),
                    new Column(
                            "home",
                            "Home.",
                            ColumnType.NOMINAL,
                            ColumnRole.FEATURE,
                            null,
                            null,
                            List.of("RENT", "OWN"),
                            null,
                            false,
                            ColumnEncodingRule.ONE_HOT,
                            null,
                            Map.of()),
                    new Column(
                            "approved",
                            "Decision.",
                            ColumnType.BOOLEAN,
                            ColumnRole.TARGET,
                            null,
                            null,
                            List.of("no", "yes"),
                            null,
                            false,
                            ColumnEncodingRule.ORDINAL,
                            null,
                            Map.of())),
            "yes",
            "yes",
            "no",
            null,
            List.of());

    private TestDataset() {}
}

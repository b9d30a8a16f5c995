package io.loanflow.tracking;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.ColumnEncodingRule;
import io.loanflow.contracts.dataset.ColumnRole;
import io.loanflow.contracts.dataset.ColumnType;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.DatasetSource;
import io.loanflow.contracts.dataset.ValueRange;
import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.contracts.feature.NumericEncoding;
import io.loanflow.contracts.feature.OneHotEncoding;
import io.loanflow.contracts.ingestion.DataOrigin;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A small data set and a model folder of it. */
final class TestDataset {

    static final DatasetDefinition DEFINITION = new DatasetDefinition(
            "tiny",
            1,
            "Tiny",
            "Two features and a decision.",
            new DatasetSource("tiny.csv", null, null),
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
                            ColumnEncodingRule.AS_IS),
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
                            ColumnEncodingRule.ONE_HOT),
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
                            ColumnEncodingRule.ORDINAL)),
            "yes",
            "yes",
            "no",
            null,
            List.of());

    private TestDataset() {}

    static ModelFolder folder() {
        FeatureEncoder encoder = new FeatureEncoder(
                List.of(new NumericEncoding("age", 30, 0, 1), new OneHotEncoding("home", List.of("RENT", "OWN"))));
        ObjectNode input = JsonNodeFactory.instance.objectNode().put("age", 44).put("home", "OWN");
        return new ModelFolder(
                new byte[] {1, 2, 3},
                encoder,
                "name: tiny\n",
                new SelfTest(input, 0.1 + 0.2, "no"),
                new ModelFacts("tiny", DataOrigin.SYNTHETIC, new PlattScaling(1.1, -0.2), 0.5, "ab", "cd"));
    }
}

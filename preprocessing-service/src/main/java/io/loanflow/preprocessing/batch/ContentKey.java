package io.loanflow.preprocessing.batch;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.feature.FeatureSchema;
import io.loanflow.contracts.feature.Sha256;
import io.loanflow.contracts.preprocessing.PreprocessingRequest;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/** Names batches by everything their content depends on. */
final class ContentKey {

    /** Raise it whenever the same rows and settings would become other batches. */
    private static final int FORMAT = 1;

    private ContentKey() {}

    static String of(PreprocessingRequest request, DatasetDefinition definition) {
        StringJoiner text = new StringJoiner("\n");
        text.add("format " + FORMAT);
        text.add(definition.name() + " " + definition.version());
        text.add("load " + request.load().sha256() + " " + request.load().rows());
        text.add("split " + request.settings().testShare() + " "
                + request.settings().seed());
        // A definition may be edited without a new version while it is being written.
        definition.columns().forEach(column -> text.add(describe(column)));
        text.add("positive " + definition.positiveLabel());
        text.add("companions " + FeatureSchema.companionsOf(definition));
        return Sha256.hex(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String describe(Column column) {
        return "column " + column.name() + " " + column.type() + " " + column.role() + " " + column.encoding() + " "
                + column.missingAllowed() + " " + column.categories();
    }
}

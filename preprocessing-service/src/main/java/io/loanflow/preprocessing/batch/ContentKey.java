package io.loanflow.preprocessing.batch;

import io.loanflow.contracts.feature.Sha256;
import io.loanflow.contracts.ingestion.SelectedLoad;
import io.loanflow.contracts.preprocessing.PreprocessingRequest;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/** Names batches by everything their content depends on. */
final class ContentKey {

    /** Raise it whenever the same rows and settings would become other batches. */
    private static final int FORMAT = 4;

    private ContentKey() {}

    /** @param definitionDigest of the definition and the expectations that the load was made with */
    static String of(PreprocessingRequest request, String definitionDigest) {
        StringJoiner text = new StringJoiner("\n");
        text.add("format " + FORMAT);
        text.add("definition " + definitionDigest);
        for (SelectedLoad load : request.load().loads()) {
            text.add("load " + load.sha256() + " " + load.rows());
        }
        text.add("split " + request.settings().testShare() + " "
                + request.settings().seed());
        return Sha256.hex(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}

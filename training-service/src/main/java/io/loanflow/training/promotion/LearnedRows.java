package io.loanflow.training.promotion;

import io.loanflow.contracts.preprocessing.PreprocessingRequest;
import io.loanflow.contracts.preprocessing.PreprocessingSettings;
import io.loanflow.training.run.RowsTag;
import io.loanflow.training.run.RunTags;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * The rows that a version was trained on.
 *
 * @param sha256 of their file
 * @param rows of the load, training and test part
 */
record LearnedRows(String sha256, long rows, PreprocessingSettings split) {

    /** @param tags of a version; empty where they do not say it */
    static Optional<LearnedRows> of(Map<String, String> tags) {
        String tag = tags.get(RunTags.ROWS);
        if (tag == null) {
            return Optional.empty();
        }
        try {
            PreprocessingRequest request = RowsTag.read(tag);
            return Optional.of(
                    new LearnedRows(request.load().sha256(), request.load().rows(), request.settings()));
        } catch (JacksonException e) {
            // Somebody wrote something else there.
            return Optional.empty();
        }
    }
}

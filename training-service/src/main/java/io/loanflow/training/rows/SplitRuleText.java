package io.loanflow.training.rows;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.SplitRule;
import io.loanflow.contracts.preprocessing.PreprocessingSettings;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How rows were put into the training and the test part, in words by which two ways are told apart. */
public final class SplitRuleText {

    /** What the words of a split by time hold. */
    public static final String BY_TIME = "by time ";

    private SplitRuleText() {}

    /** Such as "test share 0.2, seed 1, by group customer". */
    public static String of(DatasetDefinition definition, PreprocessingSettings settings) {
        String rule = rule(definition);
        return "test share " + settings.testShare() + ", seed " + settings.seed() + (rule == null ? "" : ", " + rule);
    }

    /** Such as "by group customer" or "by the files' parts"; null where each row is split by what it is like. */
    public static @Nullable String rule(DatasetDefinition definition) {
        SplitRule split = definition.split();
        if (definition.source().hasParts()) {
            return "by the files' parts";
        }
        return split == null ? null : "by " + split.kind().name().toLowerCase(Locale.ROOT) + " " + split.column();
    }
}

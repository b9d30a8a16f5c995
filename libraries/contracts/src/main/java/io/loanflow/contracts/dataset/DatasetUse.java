package io.loanflow.contracts.dataset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people should know before they use a data set or a model of it; shown in every model's card.
 *
 * @param intended what it is for and what not; null where nothing is said
 * @param caveats what a reader of its figures must know
 */
public record DatasetUse(@Nullable String intended, List<String> caveats) {

    public static final DatasetUse UNSAID = new DatasetUse(null, List.of());

    public DatasetUse {
        caveats = List.copyOf(caveats);
    }
}

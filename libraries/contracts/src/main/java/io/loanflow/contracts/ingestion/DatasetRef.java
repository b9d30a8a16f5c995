package io.loanflow.contracts.ingestion;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a data set that a run learns from: a complete load, or several.
 *
 * @param dataset name
 * @param definitionVersion version of the definition it was checked with
 * @param definitionDigest SHA-256 of that definition and its expectations, by which the ledger keeps them; null in the history of a
 *     run that is older than the digests
 * @param loadId key in the ledger of loads and in every row; of several loads, the newest
 * @param rows stored and visible, without the quarantined ones; a row that is in several loads counts in each of them
 * @param sha256 of the file's content; of several loads, of their digests
 * @param origin of several loads, that of the first
 * @param selection the loads, the oldest first; null of one load
 */
public record DatasetRef(
        String dataset,
        int definitionVersion,
        @Nullable String definitionDigest,
        long loadId,
        long rows,
        String sha256,
        DataOrigin origin,
        @Nullable List<SelectedLoad> selection) {

    public DatasetRef {
        selection = selection == null ? null : List.copyOf(selection);
    }

    /** One load. */
    public DatasetRef(
            String dataset,
            int definitionVersion,
            @Nullable String definitionDigest,
            long loadId,
            long rows,
            String sha256,
            DataOrigin origin) {
        this(dataset, definitionVersion, definitionDigest, loadId, rows, sha256, origin, null);
    }

    /** All loads, the oldest first. Rows that are equal to a model in several of them are one row to it. */
    public List<SelectedLoad> loads() {
        return selection == null ? List.of(new SelectedLoad(loadId, rows, sha256, origin)) : selection;
    }

    /** How many rows come from where; a row that is in several loads counts in each of them. */
    public SortedMap<DataOrigin, Long> rowsByOrigin() {
        SortedMap<DataOrigin, Long> mix = new TreeMap<>();
        loads().forEach(load -> mix.merge(load.origin(), load.rows(), Long::sum));
        return mix;
    }
}

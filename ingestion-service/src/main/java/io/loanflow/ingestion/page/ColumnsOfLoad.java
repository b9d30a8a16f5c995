package io.loanflow.ingestion.page;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.DatasetDefinitionReader;
import io.loanflow.ingestion.ledger.DatasetLoad;
import io.loanflow.ingestion.ledger.LoadLedger;
import io.loanflow.ingestion.ledger.LoadState;
import io.loanflow.ingestion.profile.Histogram;
import io.loanflow.ingestion.profile.HistogramScan;
import io.loanflow.ingestion.profile.LoadProfile;
import io.loanflow.ingestion.profile.LoadProfiler;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** What the stored rows of a load look like. */
@Component
public final class ColumnsOfLoad {

    private final LoadLedger ledger;
    private final LoadProfiler profiler;
    private final HistogramScan scan;

    ColumnsOfLoad(LoadLedger ledger, LoadProfiler profiler, HistogramScan scan) {
        this.ledger = ledger;
        this.profiler = profiler;
        this.scan = scan;
    }

    /** None where no row can be seen, and of a load that is older than the keeping of definitions. */
    public List<ProfiledColumn> of(DatasetLoad load) {
        if (load.state() != LoadState.COMPLETE) {
            return List.of();
        }
        return ledger.definition(load)
                .map(kept -> columns(
                        DatasetDefinitionReader.read(kept.definition(), "the definition of load " + load.id()),
                        load.id()))
                .orElse(List.of());
    }

    private List<ProfiledColumn> columns(DatasetDefinition definition, long id) {
        LoadProfile profile = profiler.profile(definition, id);
        List<Optional<Histogram>> histograms = scan.histograms(definition, profile);
        return IntStream.range(0, definition.columns().size())
                .mapToObj(i -> ProfiledColumn.of(
                        definition.columns().get(i), profile.columns().get(i), histograms.get(i)))
                .toList();
    }
}

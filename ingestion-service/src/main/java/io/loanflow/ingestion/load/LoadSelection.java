package io.loanflow.ingestion.load;

import io.loanflow.contracts.feature.Sha256;
import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.contracts.ingestion.DatasetRef;
import io.loanflow.contracts.ingestion.SelectedLoad;
import io.loanflow.contracts.ingestion.TrainingWindow;
import io.loanflow.ingestion.ledger.DatasetLoad;
import io.loanflow.ingestion.ledger.LoadLedger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The loads that a run learns from which names none: those of real rows of one definition, as the data set's training window has it. */
@Service
public class LoadSelection {

    /** A model's version keeps the loads that it was made of in one tag of MLflow. */
    private static final int MOST = 30;

    private final Datasets datasets;
    private final LoadLedger ledger;

    LoadSelection(Datasets datasets, LoadLedger ledger) {
        this.datasets = datasets;
        this.ledger = ledger;
    }

    /**
     * @param found what {@link RowsChoice} found for a run that names nothing
     * @throws LoadUnavailableException if the window leaves no load
     * @throws io.loanflow.contracts.dataset.DatasetDefinitionException if the window is wrong
     */
    public DatasetRef around(DatasetLoad found) {
        String digest = found.key().definitionDigest();
        if (found.source().origin() == DataOrigin.SYNTHETIC || digest == null) {
            return found.ref();
        }
        String dataset = found.key().dataset();
        TrainingWindow window = datasets.trainingWindow(dataset);
        List<DatasetLoad> selected = within(window, latestOutcomesOnly(ledger.real(dataset, digest)));
        if (selected.isEmpty()) {
            throw new LoadUnavailableException("no load of " + dataset + " is complete since " + window.since()
                    + "; load a file, or change training-window in training.yaml");
        }
        return selected.size() == 1 ? selected.get(0).ref() : together(selected);
    }

    /** Each load of outcomes holds what those before it hold. */
    private static List<DatasetLoad> latestOutcomesOnly(List<DatasetLoad> loads) {
        List<DatasetLoad> kept = new ArrayList<>();
        boolean met = false;
        for (int i = loads.size() - 1; i >= 0; i--) {
            boolean outcomes = loads.get(i).source().origin() == DataOrigin.OUTCOMES;
            if (!outcomes || !met) {
                kept.add(0, loads.get(i));
            }
            met |= outcomes;
        }
        return kept;
    }

    private static List<DatasetLoad> within(TrainingWindow window, List<DatasetLoad> loads) {
        List<DatasetLoad> since = loads.stream()
                .filter(load -> window.since() == null
                        || !Objects.requireNonNull(load.completedAt()).isBefore(window.since()))
                .toList();
        int most = window.most() == null ? MOST : Math.min(MOST, window.most());
        return since.subList(Math.max(0, since.size() - most), since.size());
    }

    private static DatasetRef together(List<DatasetLoad> loads) {
        DatasetRef newest = loads.get(loads.size() - 1).ref();
        List<SelectedLoad> selected = loads.stream()
                .map(DatasetLoad::ref)
                .map(load -> new SelectedLoad(load.loadId(), load.rows(), load.sha256(), load.origin()))
                .toList();
        String digests = selected.stream().map(SelectedLoad::sha256).collect(Collectors.joining("\n"));
        return new DatasetRef(
                newest.dataset(),
                newest.definitionVersion(),
                newest.definitionDigest(),
                newest.loadId(),
                selected.stream().mapToLong(SelectedLoad::rows).sum(),
                Sha256.hex(digests.getBytes(StandardCharsets.UTF_8)),
                selected.get(0).origin(),
                selected);
    }
}

package io.loanflow.ingestion.load;

import io.loanflow.ingestion.ledger.DatasetLoad;
import io.loanflow.ingestion.ledger.LoadLedger;
import io.loanflow.ingestion.ledger.LoadState;
import io.loanflow.ingestion.source.DatasetSources;
import io.loanflow.ingestion.source.PublishedCopy;
import io.loanflow.ingestion.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Finds the rows that somebody wants, and loads them where they are not loaded. Whoever names neither file nor load gets the data set's
 * own file if its content is new, else the newest complete load of a file, made anew where the definition has changed and its file is
 * still at hand. Generated rows come to who asks for them, and where nothing real was ever loaded and the download fails.
 */
@Service
public class RowsChoice {

    private final Datasets datasets;
    private final DatasetSources sources;
    private final DatasetLoader loader;
    private final LoadLedger ledger;

    RowsChoice(Datasets datasets, DatasetSources sources, DatasetLoader loader, LoadLedger ledger) {
        this.datasets = datasets;
        this.sources = sources;
        this.loader = loader;
        this.ledger = ledger;
    }

    /**
     * Returns when the rows are loaded. Throws as {@link DatasetLoader#load} does, and
     *
     * @throws RowsUnclearException if more than one source of rows is named
     * @throws LoadUnavailableException if the load named is not a complete one of the data set
     * @throws io.loanflow.ingestion.source.FileUnavailableException if there is no file to load
     */
    public LoadOutcome load(RowsWanted wanted, LoadProgress progress) {
        wanted.requireClear();
        if (wanted.load() != null) {
            return LoadOutcome.found(named(wanted.dataset(), wanted.load()));
        }
        // A data set that is unknown or wrong is said to be so, whatever else is wrong.
        DefinitionInForce inForce = datasets.inForce(wanted.dataset());
        Wish wish = new Wish(wanted, inForce, progress);
        if (wanted.file() != null) {
            return load(wish, sources.named(inForce.definition(), wanted.file()));
        }
        if (wanted.synthetic()) {
            return load(wish, sources.generated(inForce.definition()));
        }
        Optional<SourceFile> own = sources.own(inForce.definition());
        return ledger.newestFile(wanted.dataset())
                .map(newest -> again(wish, newest, own))
                .or(() -> own.isPresent()
                        ? Optional.empty()
                        : ledger.newestOutcomes(wanted.dataset()).map(LoadOutcome::found))
                .orElseGet(() -> first(wish, own));
    }

    private DatasetLoad named(String dataset, long id) {
        DatasetLoad load = ledger.find(id).orElseThrow(() -> new LoadUnavailableException("there is no load " + id));
        if (!load.key().dataset().equals(dataset)) {
            throw new LoadUnavailableException(
                    "load " + id + " is one of data set " + load.key().dataset() + ", not of " + dataset);
        }
        if (load.state() != LoadState.COMPLETE) {
            throw new LoadUnavailableException("load " + id + " is " + load.state() + ", not " + LoadState.COMPLETE
                    + ", so it has no rows to learn from; name another, or load its file again");
        }
        return load;
    }

    /** Nothing real is loaded yet. */
    private LoadOutcome first(Wish wish, Optional<SourceFile> own) {
        if (own.isPresent()) {
            return load(wish, own.get());
        }
        PublishedCopy published = sources.published(wish.inForce().definition());
        if (published.file() != null) {
            return load(wish, published.file());
        }
        return load(wish, sources.generated(wish.inForce().definition(), published.problem()))
                .saying("the rows are generated, since nothing real was ever loaded and " + published.problem());
    }

    private LoadOutcome again(Wish wish, DatasetLoad newest, Optional<SourceFile> own) {
        if (own.isPresent() && !ledger.isLoaded(wish.wanted().dataset(), sha256(own.get()))) {
            return load(wish, own.get());
        }
        if (wish.inForce().digest().equals(newest.key().definitionDigest())) {
            return LoadOutcome.found(newest);
        }
        return fileOf(wish, newest, own)
                .map(file -> load(wish, file))
                .orElseGet(() -> LoadOutcome.found(newest)
                        .saying("load " + newest.id()
                                + " was made with an earlier definition or earlier expectations, and"
                                + " its file " + newest.source().fileName()
                                + " is not at hand; name the file to have the present ones applied"));
    }

    /** The file that a load was made of, if it is still there with the same content. */
    private Optional<SourceFile> fileOf(Wish wish, DatasetLoad load, Optional<SourceFile> own) {
        String sha256 = load.key().sha256();
        return own.filter(file -> sha256(file).equals(sha256))
                .or(() -> Optional.ofNullable(load.source().filesPath())
                        .flatMap(path -> sources.kept(wish.inForce().definition(), path))
                        .filter(file -> sha256(file).equals(sha256)))
                .or(() -> Optional.of(wish.inForce().definition())
                        .filter(definition -> sha256.equals(definition.source().sha256()))
                        .flatMap(definition -> Optional.ofNullable(
                                sources.published(definition).file())));
    }

    private LoadOutcome load(Wish wish, SourceFile file) {
        return loader.load(
                new LoadRequest(wish.wanted().dataset(), file, wish.wanted().run()), wish.progress());
    }

    private static String sha256(SourceFile file) {
        try {
            return file.sha256();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file.name(), e);
        }
    }

    private record Wish(RowsWanted wanted, DefinitionInForce inForce, LoadProgress progress) {}
}

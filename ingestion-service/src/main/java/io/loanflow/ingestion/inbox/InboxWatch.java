package io.loanflow.ingestion.inbox;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.DatasetDefinitionException;
import io.loanflow.contracts.feature.Sha256;
import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.datasettables.TableUnfitException;
import io.loanflow.ingestion.IngestionSettings;
import io.loanflow.ingestion.load.DatasetLoader;
import io.loanflow.ingestion.load.Datasets;
import io.loanflow.ingestion.load.LoadOutcome;
import io.loanflow.ingestion.load.LoadProgress;
import io.loanflow.ingestion.load.LoadRejectedException;
import io.loanflow.ingestion.load.LoadRequest;
import io.loanflow.ingestion.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks into the inboxes of all data sets. A complete file is loaded, a run is started that learns from it with all else, and the file is
 * moved away last: whoever is killed in between does the same again, which changes nothing. What cannot be helped by trying again is refused.
 */
@Component
public class InboxWatch {

    private static final Logger LOG = LoggerFactory.getLogger(InboxWatch.class);

    private final Datasets datasets;
    private final DatasetLoader loader;
    private final InboxRuns runs;
    private final Path files;
    private final Map<String, Inbox> inboxes = new TreeMap<>();

    InboxWatch(Datasets datasets, DatasetLoader loader, InboxRuns runs, IngestionSettings settings) {
        this.datasets = datasets;
        this.loader = loader;
        this.runs = runs;
        files = settings.filesDirectory().toPath().toAbsolutePath().normalize();
    }

    /** What is wrong with one inbox, or one file, is no reason not to look at the others. */
    @Scheduled(fixedDelayString = "${loanflow.inbox-interval}", initialDelayString = "${loanflow.inbox-interval}")
    public synchronized void look() {
        for (String dataset : datasets.names()) {
            Inbox inbox = inboxes.computeIfAbsent(dataset, name -> new Inbox(files, name));
            try {
                inbox.complete().forEach(file -> takeOrWait(dataset, inbox, file));
            } catch (IOException e) {
                LOG.warn("{} cannot be looked into now: {}", inbox.directory(), e.toString());
            }
        }
    }

    private void takeOrWait(String dataset, Inbox inbox, Path file) {
        try {
            if (!Inbox.isFile(file)) {
                inbox.refusedUnread(
                        file,
                        "This is no file but a link, or something else that has no content of its own."
                                + " Put the file itself into the inbox.");
            } else if (!Files.isReadable(file)) {
                inbox.refusedUnread(
                        file,
                        "The ingestion service may not read this file. Put it into the inbox again,"
                                + " readable for the user that the service runs as.");
            } else {
                take(dataset, inbox, file);
            }
        } catch (NoSuchFileException e) {
            LOG.info("{} is gone: another replica of this service, or a person, was faster", Inbox.nameOf(file));
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} in {} waits: {}", Inbox.nameOf(file), inbox.directory(), e.toString());
        }
    }

    private void take(String dataset, Inbox inbox, Path file) throws IOException {
        try {
            String sha256 = Sha256.hex(file);
            load(dataset, file, inbox.doneWith(file, sha256));
            if (!inbox.isAsSeen(file)) {
                LOG.warn("{} was not complete when it was loaded; what it is now is loaded later", Inbox.nameOf(file));
                return;
            }
            boolean started = runs.start(dataset, sha256, Inbox.nameOf(file));
            inbox.done(file, sha256);
            LOG.info(
                    "{} is loaded; {} {}",
                    Inbox.nameOf(file),
                    started ? "started run" : "its content had run before:",
                    InboxRuns.workflowId(dataset, sha256));
        } catch (LoadRejectedException | DatasetDefinitionException | TableUnfitException e) {
            LOG.info("{} of {} is refused", Inbox.nameOf(file), dataset);
            inbox.refused(file, String.valueOf(e.getMessage()));
        }
    }

    private void load(String dataset, Path file, String later) {
        DatasetDefinition definition = datasets.definition(dataset);
        if (!definition.source().isOneFile()) {
            throw new DatasetDefinitionException("data set " + dataset + " is read from several files, which no inbox"
                    + " takes; put them into a directory and run: loanflow run --dataset " + dataset + " DIRECTORY");
        }
        SourceFile source = new SourceFile(file, Inbox.nameOf(file), DataOrigin.FILE, later);
        LoadOutcome outcome = loader.load(new LoadRequest(dataset, source, null), new LoadProgress());
        LOG.debug("load {} of {}", outcome.load().id(), later);
    }
}

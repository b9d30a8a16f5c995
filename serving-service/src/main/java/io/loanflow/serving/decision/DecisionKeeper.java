package io.loanflow.serving.decision;

import io.loanflow.serving.ServingSettings;
import io.loanflow.serving.ServingSettings.Keeping;
import io.loanflow.serving.champion.ServedModel;
import io.loanflow.serving.journal.JournalUnavailableException;
import io.loanflow.serving.journal.Place;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Keeps decisions before their answers leave. */
@Service
public final class DecisionKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(DecisionKeeper.class);

    private final Keeping keeping;
    private final DecisionJournal journal;
    private final JsonMapper mapper;
    private final List<DecisionListener> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean failing;

    public DecisionKeeper(ServingSettings settings, DecisionJournal journal, JsonMapper mapper) {
        this.keeping = settings.decisions().keeping();
        this.journal = journal;
        this.mapper = mapper;
    }

    /** @param listener hears of all that is answered from now on */
    public void tell(DecisionListener listener) {
        listeners.add(listener);
    }

    /**
     * Returns once the decisions of a request are on the disk, all of them or none.
     *
     * @param key null where the request has none
     * @param answer to it, for whoever repeats it
     * @throws JournalUnavailableException if they are not, and must be
     */
    public void keep(ServedModel model, List<Decision> decisions, @Nullable RequestKey key, Object answer) {
        remember(model, decisions, key, answer);
        listeners.forEach(listener -> listener.decided(model, decisions));
    }

    /** Remembers what a model in the shadow would have said, where it can; nobody is told of it, and nobody waits for it. */
    public void keepShadow(ServedModel model, List<Decision> decisions) {
        try {
            remember(model, decisions, null, "");
        } catch (JournalUnavailableException e) {
            // Said already, as of answers.
        }
    }

    private void remember(ServedModel model, List<Decision> decisions, @Nullable RequestKey key, Object answer) {
        if (keeping == Keeping.OFF || (decisions.isEmpty() && key == null)) {
            return;
        }
        DecisionTrace.begin(decisions);
        try {
            write(model, Entry.ofRequest(decisions, key == null ? null : keyed(key, answer)));
            failing = false;
        } catch (JournalUnavailableException e) {
            warnOnce(e);
            if (keeping == Keeping.REQUIRED) {
                throw e;
            }
        } finally {
            DecisionTrace.end();
        }
    }

    private KeyedAnswer keyed(RequestKey key, Object answer) {
        return new KeyedAnswer(key, Instant.now(), mapper.writeValueAsBytes(answer));
    }

    private void write(ServedModel model, Entry entry) {
        try {
            journal.definitions().keep(model.definitionDigest(), model.definitionText());
        } catch (IOException e) {
            throw new JournalUnavailableException(
                    "the definition of data set " + model.definition().name()
                            + " cannot be written beside the journal: " + e.getMessage(),
                    e);
        }
        Place place = journal.journal().append(EntryCodec.write(entry));
        if (entry.answer() != null) {
            journal.keys().add(entry.answer(), place);
        }
    }

    private void warnOnce(JournalUnavailableException e) {
        if (!failing) {
            failing = true;
            LOG.warn(
                    "Decisions cannot be remembered, and are {}: {}",
                    keeping == Keeping.REQUIRED ? "refused" : "answered all the same",
                    e.getMessage());
        }
    }
}

package io.loanflow.monitoring.ledger;

import io.loanflow.contracts.release.LedgerHead;
import io.loanflow.tracking.ModelRegistry;
import io.loanflow.tracking.NotInTrackingException;
import io.loanflow.tracking.RegisteredModel;
import io.loanflow.tracking.TrackingRefusedException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The ledger's end, kept outside its database: as a tag of the registered model of the data set whose entry came last. */
@Component
class LedgerAnchors {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerAnchors.class);

    private static final String TAG = "ledger_head";
    private static final Pattern HEAD = Pattern.compile("([0-9]{1,18}):([0-9a-f]{64})");

    private final ModelRegistry registry;

    LedgerAnchors(ModelRegistry registry) {
        this.registry = registry;
    }

    /**
     * Where MLflow does not take it, the next entry's anchor holds this one too.
     *
     * @throws io.loanflow.tracking.TrackingException where MLflow does not answer
     */
    void set(String dataset, LedgerHead head) {
        try {
            registry.setModelTag(dataset, TAG, text(head));
        } catch (NotInTrackingException | TrackingRefusedException e) {
            LOG.warn("Model {} does not take the ledger's end: {}", dataset, e.getMessage());
        }
    }

    static String text(LedgerHead head) {
        return head.number() + ":" + head.hash();
    }

    /** Empty where the text is none. */
    static Optional<LedgerHead> read(String text) {
        Matcher matcher = HEAD.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(new LedgerHead(Long.parseLong(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }

    /** All models, each with its anchor if it has one. */
    List<RegisteredModel> models() {
        return registry.models();
    }

    /** Of models that have one, by their names. */
    static Map<String, LedgerHead> of(List<RegisteredModel> models) {
        Map<String, LedgerHead> anchors = new TreeMap<>();
        models.forEach(model -> read(model.tags().getOrDefault(TAG, ""))
                .ifPresent(head -> anchors.put("MLflow's model " + model.name(), head)));
        return anchors;
    }
}

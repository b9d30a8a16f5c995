package io.loanflow.monitoring.ledger;

import io.loanflow.contracts.release.LedgerHead;
import io.loanflow.tracking.ModelRegistry;
import io.loanflow.tracking.RegisteredModel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds the entries against each other, and against what is kept of them elsewhere. */
@Component
public class LedgerVerification {

    private static final int AT_ONCE = 1000;

    private final Ledger ledger;
    private final LedgerAnchors anchors;

    LedgerVerification(Ledger ledger, LedgerAnchors anchors) {
        this.ledger = ledger;
        this.anchors = anchors;
    }

    /**
     * Reads all entries, whatever data set they are of: they are one chain.
     *
     * @param kept the ledger's end as somebody has kept it; null for what MLflow keeps alone
     * @throws io.loanflow.tracking.TrackingException where MLflow does not answer
     */
    public LedgerCheck check(@Nullable LedgerHead kept) {
        // Before the entries: what is added meanwhile is after them.
        List<RegisteredModel> models = anchors.models();
        Map<String, LedgerHead> heads = new TreeMap<>(LedgerAnchors.of(models));
        if (kept != null) {
            heads.put("whoever asks", kept);
        }
        return walk(new LedgerWalk(heads, Instant.now()), ledger.kept(0, AT_ONCE), models);
    }

    /**
     * Reads an entry that was found in order, with all before it, and those after it.
     *
     * @return empty where that entry is not there any more as it was
     * @throws io.loanflow.tracking.TrackingException as above
     */
    Optional<LedgerCheck> checkFrom(LedgerHead verified) {
        List<RegisteredModel> models = anchors.models();
        List<KeptEntry> first = ledger.kept(verified.number() - 1, AT_ONCE);
        if (first.isEmpty()
                || first.get(0).number() != verified.number()
                || !first.get(0).hash().equals(verified.hash())) {
            return Optional.empty();
        }
        LedgerWalk walk = LedgerWalk.from(first.get(0), LedgerAnchors.of(models), Instant.now());
        return Optional.of(walk(walk, first, models));
    }

    private LedgerCheck walk(LedgerWalk walk, List<KeptEntry> first, List<RegisteredModel> models) {
        List<KeptEntry> next = first;
        while (!next.isEmpty()) {
            next.forEach(walk::see);
            next = ledger.kept(next.get(next.size() - 1).number(), AT_ONCE);
        }
        LedgerCheck check = walk.end(List.of());
        return check.sound()
                ? new LedgerCheck(true, check.entries(), check.head(), List.of(), movedOutside(models))
                : check;
    }

    /** A head as text; empty where that is none. */
    public static Optional<LedgerHead> head(String text) {
        return LedgerAnchors.read(text);
    }

    private List<String> movedOutside(List<RegisteredModel> models) {
        return ledger.inForce(null, Instant.now()).stream()
                .flatMap(entry -> models.stream()
                        .filter(model -> model.name().equals(entry.dataset()))
                        .filter(model -> champion(model) != inService(entry))
                        .map(model -> "The champion of " + model.name() + " is " + words(champion(model))
                                + ", and the ledger's is " + words(inService(entry))
                                + ": somebody moved the alias; the next release or rollback writes that down."))
                .toList();
    }

    private static int champion(RegisteredModel model) {
        OptionalInt version = model.version(ModelRegistry.CHAMPION);
        return version.orElse(0);
    }

    private static int inService(LedgerEntry entry) {
        return entry.body().path("to").path("version").asInt(0);
    }

    private static String words(int version) {
        return version == 0 ? "none" : "version " + version;
    }
}

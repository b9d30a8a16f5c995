package io.loanflow.monitoring.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.loanflow.contracts.release.LedgerHead;
import io.loanflow.contracts.release.ReleaseEvent;
import io.loanflow.contracts.release.ReleaseEventKind;
import io.loanflow.contracts.release.ReleaseEvidence;
import io.loanflow.contracts.training.ModelVersionRef;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes happenings of releases entries of the ledger. */
@Component
public class ReleaseMemory {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private final Ledger ledger;
    private final LedgerAnchors anchors;

    ReleaseMemory(Ledger ledger, LedgerAnchors anchors) {
        this.ledger = ledger;
        this.anchors = anchors;
    }

    /**
     * Adds an entry, once; before it one for a move of the alias that Loanflow did not make, where the ledger's champion is another than the
     * one that was left. Two such calls for one data set must not overlap.
     *
     * @return the ledger's end, which is then kept outside the database too
     */
    public LedgerHead remember(ReleaseEvent event) {
        if (ledger.of(event.key()).isEmpty()) {
            Optional<LedgerEntry> known = moves(event) ? ledger.lastMove(event.dataset()) : Optional.empty();
            Integer last = known.map(ReleaseMemory::champion).orElse(null);
            if (moves(event) && !Objects.equals(last, number(event.from()))) {
                add(movedOutside(event, known));
            }
            if (event.kind() != ReleaseEventKind.MOVED_OUTSIDE || !Objects.equals(last, number(event.to()))) {
                add(event);
            }
        }
        LedgerHead head = ledger.head().orElseGet(() -> new LedgerHead(0, Ledger.NOTHING));
        anchors.set(event.dataset(), head);
        return head;
    }

    private static boolean moves(ReleaseEvent event) {
        return ReleaseEventKind.championTypes().contains(event.kind().type());
    }

    private void add(ReleaseEvent event) {
        JsonNode body = JSON.valueToTree(event);
        var unused = ledger.add(new LedgerDraft(event.kind().type(), event.key(), event.dataset(), event.at(), body));
    }

    private static ReleaseEvent movedOutside(ReleaseEvent event, Optional<LedgerEntry> known) {
        ModelVersionRef now = event.from();
        ModelVersionRef before = known.map(entry -> entry.body().path("to"))
                .filter(JsonNode::isObject)
                .map(to -> JSON.treeToValue(to, ModelVersionRef.class))
                .orElse(null);
        String reason = known.isEmpty()
                ? "Version " + number(now) + " was in service when the ledger began."
                : "Loanflow had last put " + words(before) + " in service, and " + words(now)
                        + " was there when it moved the alias next: somebody moved it meanwhile, such as in MLflow's UI.";
        return new ReleaseEvent(
                ReleaseEventKind.MOVED_OUTSIDE,
                event.dataset(),
                now == null ? Objects.requireNonNullElse(before, event.version()) : now,
                before,
                now,
                event.at(),
                reason,
                event.run(),
                null,
                ReleaseEvidence.NONE);
    }

    private static @Nullable Integer champion(LedgerEntry entry) {
        int version = entry.body().path("to").path("version").asInt(0);
        return version == 0 ? null : version;
    }

    private static @Nullable Integer number(@Nullable ModelVersionRef version) {
        return version == null ? null : version.version();
    }

    private static String words(@Nullable ModelVersionRef version) {
        return version == null ? "no version" : "version " + version.version();
    }
}

package io.loanflow.ingestion.outcome;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.ingestion.load.LoadProgress;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes decisions with outcomes as a file of JSON, a record a line. The same outcomes always make the same bytes. */
@Component
class OutcomeFile {

    private static final Logger LOG = LoggerFactory.getLogger(OutcomeFile.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final KnownOutcomes outcomes;

    OutcomeFile(KnownOutcomes outcomes) {
        this.outcomes = outcomes;
    }

    /**
     * @return how many records were written
     * @throws io.loanflow.ingestion.load.LoadCancelledException if they are not wanted any more
     */
    long write(DatasetDefinition definition, Path file, LoadProgress progress) throws IOException {
        long last = outcomes.last(definition.name());
        long written = 0;
        if (last > 0) {
            try (BufferedWriter lines = Files.newBufferedWriter(file)) {
                List<KnownOutcomes.Known> page = outcomes.after(KnownOutcomes.beginning(), definition.name(), last);
                while (!page.isEmpty()) {
                    progress.requireWanted();
                    written += write(definition, page, lines);
                    page = outcomes.after(page.get(page.size() - 1), definition.name(), last);
                }
            }
        }
        return written;
    }

    private long write(DatasetDefinition definition, List<KnownOutcomes.Known> page, BufferedWriter lines)
            throws IOException {
        Map<String, String> records = outcomes.records(definition.name(), page);
        long written = 0;
        for (KnownOutcomes.Known known : page) {
            String record = records.get(known.decisionId());
            if (record == null) {
                LOG.warn("Decision {} has an outcome but is not stored any more", known.decisionId());
            } else {
                lines.write(line(definition, JSON.readTree(record), known.label()));
                lines.write('\n');
                written++;
            }
        }
        return written;
    }

    /** What an earlier definition had and the present one has not is left out. */
    private static String line(DatasetDefinition definition, JsonNode record, String label) {
        ObjectNode row = JSON.createObjectNode();
        for (Column column : definition.columns()) {
            JsonNode value = record.get(column.name());
            if (value != null) {
                row.set(column.name(), value);
            }
        }
        row.put(definition.target().name(), label);
        return JSON.writeValueAsString(row);
    }
}

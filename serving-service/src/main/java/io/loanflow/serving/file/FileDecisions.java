package io.loanflow.serving.file;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.model.row.Row;
import io.loanflow.serving.champion.ServedModel;
import io.loanflow.serving.decision.Decision;
import io.loanflow.serving.prediction.Answered;
import io.loanflow.serving.prediction.Decided;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is remembered of a file's rows, as of a request's. */
final class FileDecisions {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FileDecisions() {}

    static List<Decision> of(ServedModel model, List<Row> rows, List<Answered> answered) {
        List<Decision> decisions = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            decisions.add(
                    Decided.of(model, answered.get(i), record(model.definition().features(), rows.get(i))));
        }
        return decisions;
    }

    private static byte[] record(List<Column> features, Row row) {
        ObjectNode record = JSON.createObjectNode();
        for (int i = 0; i < features.size(); i++) {
            String category = row.categories()[i];
            if (category != null) {
                record.put(features.get(i).name(), category);
            } else if (!Double.isNaN(row.numbers()[i])) {
                record.put(features.get(i).name(), row.numbers()[i]);
            }
        }
        return JSON.writeValueAsBytes(record);
    }
}

package io.loanflow.monitoring.outcome;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.decision.DecisionTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds decisions by their ids. */
@Component
class DecidedRecords {

    private final JdbcClient database;

    DecidedRecords(JdbcClient database) {
        this.database = database;
    }

    /** Those of the ids that are decisions about the data set, by id. */
    Map<String, DecidedRecord> find(DatasetDefinition definition, List<String> ids) {
        List<Column> columns = definition.protectedColumns();
        String groups = columns.stream()
                .map(column -> ", `" + DecisionTable.columnFor(column.name()) + "`")
                .collect(Collectors.joining());
        String sql = "SELECT " + DecisionTable.ID + ", " + DecisionTable.MODEL_VERSION + ", " + DecisionTable.DECIDED_AT
                + ", " + DecisionTable.LABEL + ", " + DecisionTable.PROBABILITY + groups + " FROM `"
                + DecisionTable.nameFor(definition.name()) + "` WHERE " + DecisionTable.ID + " IN (:ids) AND "
                + DecisionTable.SHADOW + " = 0";
        return database.sql(sql).param("ids", ids).query((row, number) -> record(row, columns)).list().stream()
                .collect(Collectors.toMap(DecidedRecord::id, record -> record, (one, same) -> one));
    }

    private static DecidedRecord record(ResultSet row, List<Column> columns) throws SQLException {
        Map<String, String> groups = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String group = group(row, columns.get(i), 6 + i);
            if (!group.isEmpty()) {
                groups.put(columns.get(i).name(), group);
            }
        }
        return new DecidedRecord(
                row.getString(1),
                row.getInt(2),
                row.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getString(4),
                row.getDouble(5),
                groups);
    }

    private static String group(ResultSet row, Column column, int index) throws SQLException {
        if (column.bands() == null) {
            String value = row.getString(index);
            return value == null ? "" : value;
        }
        double value = row.getDouble(index);
        return row.wasNull() ? "" : column.bands().nameOf(value);
    }
}

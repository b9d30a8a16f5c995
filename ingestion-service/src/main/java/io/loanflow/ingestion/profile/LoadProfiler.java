package io.loanflow.ingestion.profile;

import io.loanflow.contracts.dataset.BigTable;
import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.DatasetDefinition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Has the database compute the figures of all columns in one scan: a column store reads no more than it needs for them. */
@Component
public class LoadProfiler {

    /** Categories of an open column. */
    private static final int MOST_FREQUENT = 40;

    private final JdbcTemplate jdbc;

    LoadProfiler(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * All categories of a column, of an open one the most frequent.
     *
     * @param loadId of a complete load of this definition
     */
    public LoadProfile profile(DatasetDefinition definition, long loadId) {
        return profileOf(definition.withCategories(column -> mostFrequent(definition, column, loadId)), loadId);
    }

    private List<String> mostFrequent(DatasetDefinition definition, Column column, long loadId) {
        String name = "`" + column.name() + "`";
        return jdbc.queryForList(
                "SELECT " + name + " FROM `" + BigTable.nameFor(definition) + "` WHERE " + BigTable.LOAD_ID
                        + " = ? AND " + name + " IS NOT NULL GROUP BY " + name + " ORDER BY COUNT(*) DESC, " + name
                        + " LIMIT " + MOST_FREQUENT,
                String.class,
                loadId);
    }

    private LoadProfile profileOf(DatasetDefinition definition, long loadId) {
        List<Object> arguments = new ArrayList<>();
        StringBuilder sql = new StringBuilder("SELECT COUNT(*)");
        for (Column column : definition.columns()) {
            // The definition's reader lets letters, digits and _ only into a name.
            String name = "`" + column.name() + "`";
            sql.append(", COUNT(").append(name).append(')');
            if (column.type().isNumeric()) {
                for (String figure : List.of("MIN", "MAX", "AVG", "STDDEV_POP")) {
                    sql.append(", ").append(figure).append('(').append(name).append(')');
                }
            } else {
                for (String category : column.categories()) {
                    sql.append(", COUNT(CASE WHEN ").append(name).append(" = ? THEN 1 END)");
                    arguments.add(category);
                }
            }
        }
        sql.append(" FROM `")
                .append(BigTable.nameFor(definition))
                .append("` WHERE ")
                .append(BigTable.LOAD_ID);
        arguments.add(loadId);
        return Objects.requireNonNull(jdbc.queryForObject(
                sql.append(" = ?").toString(),
                (result, row) -> new Reading(result).profile(definition, loadId),
                arguments.toArray()));
    }

    /** Takes the one row of the result from left to right. */
    private static final class Reading {

        private final ResultSet result;
        private int position;

        Reading(ResultSet result) {
            this.result = result;
        }

        LoadProfile profile(DatasetDefinition definition, long loadId) throws SQLException {
            long rows = result.getLong(++position);
            List<ColumnProfile> columns = new ArrayList<>();
            for (Column column : definition.columns()) {
                long missing = rows - result.getLong(++position);
                columns.add(column.type().isNumeric() ? numbers(column, missing) : others(column, missing));
            }
            return new LoadProfile(loadId, rows, List.copyOf(columns));
        }

        private ColumnProfile numbers(Column column, long missing) throws SQLException {
            Double minimum = result.getObject(++position, Double.class);
            Double maximum = result.getObject(++position, Double.class);
            Double mean = result.getObject(++position, Double.class);
            Double deviation = result.getObject(++position, Double.class);
            return new ColumnProfile(column.name(), missing, minimum, maximum, mean, deviation, null);
        }

        private ColumnProfile others(Column column, long missing) throws SQLException {
            if (!column.type().isCategorical()) {
                return new ColumnProfile(column.name(), missing, null, null, null, null, null);
            }
            Map<String, Long> rows = new LinkedHashMap<>();
            for (String category : column.categories()) {
                rows.put(category, result.getLong(++position));
            }
            return new ColumnProfile(column.name(), missing, null, null, null, null, rows);
        }
    }
}

package io.loanflow.monitoring.decision;

import java.util.List;

/** SQL that finds the bin of a number by halving, since a server would try hundreds of edges one after the other. */
final class BinExpression {

    static final int MISSING = -1;

    private BinExpression() {}

    /**
     * @param column quoted
     * @param edges upper ones of all bins but the last
     */
    static String of(String column, List<Double> edges) {
        StringBuilder sql = new StringBuilder("CASE WHEN ")
                .append(column)
                .append(" IS NULL THEN ")
                .append(MISSING);
        if (edges.isEmpty()) {
            return sql.append(" ELSE 0 END").toString();
        }
        sql.append(" ELSE ");
        halve(sql, column, edges, 0, edges.size());
        return sql.append(" END").toString();
    }

    private static void halve(StringBuilder sql, String column, List<Double> edges, int from, int to) {
        if (from == to) {
            sql.append(from);
            return;
        }
        int middle = (from + to) >>> 1;
        sql.append("CASE WHEN ")
                .append(column)
                .append(" <= ")
                .append(literal(edges.get(middle)))
                .append(" THEN ");
        halve(sql, column, edges, from, middle);
        sql.append(" ELSE ");
        halve(sql, column, edges, middle + 1, to);
        sql.append(" END");
    }

    /** A literal with an exponent is a double to the server, to the last bit; one without is a decimal. */
    private static String literal(double edge) {
        String text = Double.toString(edge);
        return text.contains("E") ? text : text + "E0";
    }
}

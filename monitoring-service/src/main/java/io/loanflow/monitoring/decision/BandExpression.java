package io.loanflow.monitoring.decision;

import io.loanflow.contracts.dataset.Bands;
import java.util.List;

/** SQL that names the band of a number. */
final class BandExpression {

    private BandExpression() {}

    /** @param column quoted */
    static String of(String column, Bands bands) {
        List<String> names = bands.names();
        StringBuilder sql = new StringBuilder("CASE");
        for (int band = 0; band < bands.edges().size(); band++) {
            sql.append(" WHEN ")
                    .append(column)
                    .append(" < ")
                    .append(bands.edges().get(band))
                    .append(" THEN '");
            sql.append(names.get(band)).append('\'');
        }
        return sql.append(" ELSE '")
                .append(names.get(names.size() - 1))
                .append("' END")
                .toString();
    }
}

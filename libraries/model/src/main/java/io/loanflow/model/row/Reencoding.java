package io.loanflow.model.row;

import io.loanflow.contracts.feature.ColumnEncoding;
import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.contracts.feature.NumericEncoding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes features that one encoder made to the features that another would have made of the same rows. */
public final class Reencoding {

    /** Stands for a category that the first encoder had no place of its own for; no category has such a character. */
    private static final String RARE = "\0";

    private final FeatureEncoder to;
    private final int rows;
    private final List<double @Nullable []> numbers = new ArrayList<>();
    private final List<@Nullable String @Nullable []> categories = new ArrayList<>();

    private Reencoding(FeatureColumns from, FeatureEncoder to) {
        this.to = to;
        this.rows = from.rows();
        FeatureDecoder decoder = new FeatureDecoder(from);
        for (ColumnEncoding encoding : to.encodings()) {
            boolean numeric = encoding instanceof NumericEncoding;
            requireColumn(decoder, encoding.column(), numeric);
            numbers.add(numeric ? decoder.numbers(encoding.column()) : null);
            categories.add(numeric ? null : decoder.categories(encoding.column(), RARE));
        }
    }

    /**
     * The columns of the same rows by another encoder; the same arrays where it is no other.
     *
     * @throws RowsUnfitException if the rows lack a column that it needs
     */
    public static double[][] columns(FeatureColumns from, FeatureEncoder to) {
        return from.encoder().equals(to) ? from.columns() : new Reencoding(from, to).encoded();
    }

    private static void requireColumn(FeatureDecoder decoder, String column, boolean numeric) {
        if (numeric ? !decoder.hasNumbers(column) : !decoder.hasCategories(column)) {
            throw new RowsUnfitException("the model needs the " + (numeric ? "numbers" : "categories") + " of column "
                    + column + ", which the rows do not have; train one on rows like these");
        }
    }

    private double[][] encoded() {
        double[] features = new double[to.featureNames().size()];
        double[][] columns = new double[features.length][rows];
        Row row = new Row(new double[numbers.size()], new @Nullable String[numbers.size()]);
        for (int i = 0; i < rows; i++) {
            take(i, row);
            to.encode(row.numbers(), row.categories(), features);
            for (int feature = 0; feature < features.length; feature++) {
                columns[feature][i] = features[feature];
            }
        }
        return columns;
    }

    private void take(int position, Row row) {
        for (int column = 0; column < numbers.size(); column++) {
            double[] ofColumn = numbers.get(column);
            @Nullable String[] texts = categories.get(column);
            row.numbers()[column] = ofColumn == null ? Double.NaN : ofColumn[position];
            row.categories()[column] = texts == null ? null : texts[position];
        }
    }
}

package io.loanflow.preprocessing.load;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.preprocessing.fit.UnfittableColumnException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that stand for the categories of each column while rows are read, from 0: places in the definition's list, or, in an
 * open column, in the order in which they are met. For one thread.
 */
public final class CategoryCodes {

    /** Of an open column: all of them are kept in memory, and travel with the encoder. */
    private static final int MOST = 1 << 16;

    private final List<Column> columns;
    private final List<Map<String, Integer>> codes = new ArrayList<>();
    private final List<List<byte[]>> texts = new ArrayList<>();

    /** @param columns of the data set, all of them */
    public CategoryCodes(List<Column> columns) {
        this.columns = columns;
        for (int i = 0; i < columns.size(); i++) {
            codes.add(new HashMap<>());
            texts.add(new ArrayList<>());
            for (String category : columns.get(i).categories()) {
                add(i, category);
            }
        }
    }

    /**
     * The code of a category; null where a column that is not open does not list it.
     *
     * @throws UnfittableColumnException if an open column has too many
     */
    @Nullable
    Integer code(int column, String category) {
        Integer code = codes.get(column).get(category);
        if (code != null || !columns.get(column).isOpen()) {
            return code;
        }
        if (codes.get(column).size() == MOST) {
            throw new UnfittableColumnException(
                    columns.get(column).name(),
                    "has more than " + MOST
                            + " different categories, which name rows rather than say what they are like;"
                            + " give it the type identifier or text");
        }
        return add(column, category);
    }

    private int add(int column, String category) {
        int code = texts.get(column).size();
        codes.get(column).put(category, code);
        texts.get(column).add(category.getBytes(StandardCharsets.UTF_8));
        return code;
    }

    /** Whether the column's values are categories. */
    public boolean isCategorical(int column) {
        return columns.get(column).type().isCategorical();
    }

    /** A category in UTF-8. Not to be changed. */
    public byte[] utf8(int column, int code) {
        return texts.get(column).get(code);
    }

    /** The data set with the categories that were met, each at the place of its code. */
    public DatasetDefinition met(DatasetDefinition definition) {
        return definition.withCategories(column -> texts.get(columns.indexOf(column)).stream()
                .map(text -> new String(text, StandardCharsets.UTF_8))
                .toList());
    }
}

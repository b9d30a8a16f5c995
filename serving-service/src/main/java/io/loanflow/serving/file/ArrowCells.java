package io.loanflow.serving.file;

import io.loanflow.contracts.dataset.Column;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import org.apache.arrow.vector.BaseIntVector;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.LargeVarCharVector;
import org.apache.arrow.vector.NullVector;
import org.apache.arrow.vector.UInt8Vector;
import org.apache.arrow.vector.ValueVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.ViewVarCharVector;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.dictionary.DictionaryProvider;

/** Reads the cells of an Arrow column into a feature of rows. */
final class ArrowCells {

    private final DictionaryProvider dictionaries;

    ArrowCells(DictionaryProvider dictionaries) {
        this.dictionaries = dictionaries;
    }

    /**
     * @param start first cell of the block
     * @throws FileUnreadableException if the column's type does not fit the feature
     */
    void read(FieldVector vector, int start, int rows, Column column, FeatureCells.Draft draft, int feature) {
        Cell cell = cell(vector, column);
        for (int row = 0; row < rows; row++) {
            if (vector.isNull(start + row)) {
                draft.missing(row, feature);
            } else {
                cell.put(start + row, draft, row, feature);
            }
        }
    }

    /** Puts a cell that is there into a row. */
    private interface Cell {

        void put(int index, FeatureCells.Draft draft, int row, int feature);
    }

    private Cell cell(FieldVector vector, Column column) {
        if (vector.getField().getDictionary() != null && vector instanceof BaseIntVector indices) {
            return ofDictionary(indices, vector.getField().getDictionary().getId(), column);
        }
        return plain(vector, column);
    }

    private Cell ofDictionary(BaseIntVector indices, long id, Column column) {
        Dictionary dictionary = dictionaries.lookup(id);
        if (dictionary == null) {
            throw new FileUnreadableException("column " + column.name() + " has no dictionary");
        }
        FieldVector values = dictionary.getVector();
        Cell value = plain(values, column);
        return (index, draft, row, feature) -> {
            int place = (int) indices.getValueAsLong(index);
            if (values.isNull(place)) {
                draft.missing(row, feature);
            } else {
                value.put(place, draft, row, feature);
            }
        };
    }

    private static Cell plain(FieldVector vector, Column column) {
        return column.type().isNumeric() ? number(vector, column) : text(vector, column);
    }

    private static Cell number(ValueVector vector, Column column) {
        if (vector instanceof Float8Vector doubles) {
            return (index, draft, row, feature) -> draft.number(row, feature, doubles.get(index));
        }
        if (vector instanceof BigIntVector longs) {
            return (index, draft, row, feature) -> draft.number(row, feature, (double) longs.get(index));
        }
        if (vector instanceof Float4Vector floats) {
            return (index, draft, row, feature) -> draft.number(row, feature, floats.get(index));
        }
        if (vector instanceof UInt8Vector longs) {
            return (index, draft, row, feature) ->
                    draft.number(row, feature, longs.getObjectNoOverflow(index).doubleValue());
        }
        if (vector instanceof BaseIntVector integers) {
            return (index, draft, row, feature) -> draft.number(row, feature, (double) integers.getValueAsLong(index));
        }
        if (vector instanceof DecimalVector decimals) {
            return (index, draft, row, feature) ->
                    draft.number(row, feature, decimals.getObject(index).doubleValue());
        }
        return other(vector, column, "a float, an integer or a decimal");
    }

    private static Cell text(ValueVector vector, Column column) {
        if (vector instanceof VarCharVector texts) {
            return text(texts::get, column);
        }
        if (vector instanceof LargeVarCharVector texts) {
            return text(texts::get, column);
        }
        if (vector instanceof ViewVarCharVector texts) {
            return text(texts::get, column);
        }
        if (vector instanceof BitVector bits) {
            return (index, draft, row, feature) -> draft.truth(row, feature, bits.get(index) == 1);
        }
        return other(vector, column, "a string, or a dictionary of them");
    }

    /** What is no UTF-8 would become another category, were its bytes replaced. */
    private static Cell text(IntFunction<byte[]> texts, Column column) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        return (index, draft, row, feature) -> {
            try {
                String text =
                        decoder.decode(ByteBuffer.wrap(texts.apply(index))).toString();
                draft.category(row, feature, text);
            } catch (CharacterCodingException e) {
                throw new FileUnreadableException(
                        "column " + column.name() + " holds bytes that are no text in UTF-8", e);
            }
        };
    }

    private static Cell other(ValueVector vector, Column column, String wanted) {
        if (vector instanceof NullVector) {
            return (index, draft, row, feature) -> draft.missing(row, feature);
        }
        throw new FileUnreadableException("column " + column.name() + " is of the Arrow type "
                + vector.getField().getType() + "; it must be " + wanted);
    }
}

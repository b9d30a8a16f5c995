package io.loanflow.tablefiles.typed;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.apache.arrow.vector.BaseIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.DateMilliVector;
import org.apache.arrow.vector.Decimal256Vector;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.LargeVarCharVector;
import org.apache.arrow.vector.NullVector;
import org.apache.arrow.vector.TimeStampVector;
import org.apache.arrow.vector.UInt8Vector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.ViewVarCharVector;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.jspecify.annotations.Nullable;

/** Writes the value of a column in a row of the record batch that is in memory. */
@FunctionalInterface
interface ArrowCell {

    void write(int row, CellBuffer target) throws IOException;

    /** Null where there is no text for such values. */
    static @Nullable ArrowCell of(FieldVector vector, ArrowReader reader) throws IOException {
        DictionaryEncoding encoding = vector.getField().getDictionary();
        if (encoding != null) {
            Dictionary dictionary = reader.getDictionaryVectors().get(encoding.getId());
            ArrowCell value = dictionary == null ? null : of(dictionary.getVector());
            BaseIntVector places = (BaseIntVector) vector;
            return value == null
                    ? null
                    : known(vector, (row, target) -> value.write((int) places.getValueAsLong(row), target));
        }
        return of(vector);
    }

    private static ArrowCell known(FieldVector vector, ArrowCell value) {
        return (row, target) -> {
            if (vector.isNull(row)) {
                target.missing();
            } else {
                value.write(row, target);
            }
        };
    }

    private static @Nullable ArrowCell of(FieldVector vector) {
        ArrowCell value = value(vector);
        return value == null ? null : known(vector, value);
    }

    private static @Nullable ArrowCell value(FieldVector vector) {
        if (vector instanceof UInt8Vector large) {
            return (row, target) -> target.text(Long.toUnsignedString(large.get(row)));
        }
        if (vector instanceof BaseIntVector whole) {
            return (row, target) -> target.whole(whole.getValueAsLong(row));
        }
        if (vector instanceof Float8Vector number) {
            return (row, target) -> target.number(number.get(row));
        }
        if (vector instanceof Float4Vector number) {
            return (row, target) -> target.number(number.get(row));
        }
        if (vector instanceof BitVector truth) {
            return (row, target) -> target.truth(truth.get(row) == 1);
        }
        if (vector instanceof DecimalVector decimal) {
            return (row, target) -> target.text(decimal.getObject(row).toPlainString());
        }
        if (vector instanceof Decimal256Vector decimal) {
            return (row, target) -> target.text(decimal.getObject(row).toPlainString());
        }
        if (vector instanceof NullVector) {
            return (row, target) -> target.missing();
        }
        ArrowCell text = text(vector);
        return text == null ? time(vector) : text;
    }

    private static @Nullable ArrowCell text(FieldVector vector) {
        if (vector instanceof VarCharVector text) {
            return (row, target) -> utf8(text.get(row), target);
        }
        if (vector instanceof LargeVarCharVector text) {
            return (row, target) -> utf8(text.get(row), target);
        }
        if (vector instanceof ViewVarCharVector text) {
            return (row, target) -> utf8(text.get(row), target);
        }
        return null;
    }

    private static void utf8(byte[] bytes, CellBuffer target) throws IOException {
        target.utf8(bytes, 0, bytes.length);
    }

    private static @Nullable ArrowCell time(FieldVector vector) {
        if (vector instanceof DateDayVector day) {
            return (row, target) ->
                    target.text(LocalDate.ofEpochDay(day.get(row)).toString());
        }
        if (vector instanceof DateMilliVector day) {
            return (row, target) ->
                    target.time(LocalDateTime.ofInstant(Instant.ofEpochMilli(day.get(row)), ZoneOffset.UTC));
        }
        if (vector instanceof TimeStampVector time) {
            TimeUnit unit = switch (((ArrowType.Timestamp) vector.getField().getType()).getUnit()) {
                case SECOND -> TimeUnit.SECONDS;
                case MILLISECOND -> TimeUnit.MILLISECONDS;
                case MICROSECOND -> TimeUnit.MICROSECONDS;
                case NANOSECOND -> TimeUnit.NANOSECONDS;
            };
            long perSecond = unit.convert(1, TimeUnit.SECONDS);
            return (row, target) -> target.time(LocalDateTime.ofEpochSecond(
                    Math.floorDiv(time.get(row), perSecond),
                    (int) unit.toNanos(Math.floorMod(time.get(row), perSecond)),
                    ZoneOffset.UTC));
        }
        return null;
    }
}

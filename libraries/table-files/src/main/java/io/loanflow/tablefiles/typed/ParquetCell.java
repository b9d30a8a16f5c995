package io.loanflow.tablefiles.typed;

import io.loanflow.tablefiles.FileRejectedException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Writes the value of a column's current row. */
@FunctionalInterface
interface ParquetCell {

    void write(ColumnReader reader, CellBuffer target) throws IOException;

    /** @throws FileRejectedException if there is no text for the column's values */
    static ParquetCell of(ParquetColumn column, String fileName) {
        ParquetCell cell = column.isRepeated() ? null : new Choice(column, fileName).cell();
        if (cell == null) {
            throw new FileRejectedException(fileName + ": column \"" + column.name()
                    + "\" holds lists or bytes, not a value for each row; write it as numbers or text, or leave it out of the"
                    + " definition with extra-columns: ignore in source");
        }
        return cell;
    }

    /** Finds what a column's values are. */
    final class Choice {

        private static final long DAY_OF_EPOCH = 2_440_588;

        private final ParquetColumn column;
        private final String fileName;
        private final SchemaElement element;
        private final @Nullable ConvertedType old;
        private final @Nullable LogicalType logical;

        Choice(ParquetColumn column, String fileName) {
            this.column = column;
            this.fileName = fileName;
            element = column.element();
            old = element.getConverted_type();
            logical = element.getLogicalType();
        }

        @Nullable
        ParquetCell cell() {
            return switch (element.getType()) {
                case BOOLEAN -> (reader, target) -> target.truth(reader.getBoolean());
                case INT32 -> small();
                case INT64 -> large();
                case INT96 ->
                    (reader, target) -> target.time(ofInt96(reader.getBinary().toByteBuffer()));
                case FLOAT -> (reader, target) -> target.number(reader.getFloat());
                case DOUBLE -> (reader, target) -> target.number(reader.getDouble());
                case BYTE_ARRAY -> bytes();
                case FIXED_LEN_BYTE_ARRAY -> fixed();
            };
        }

        private ParquetCell small() {
            if (isDecimal()) {
                int scale = scale();
                return (reader, target) -> target.text(
                        BigDecimal.valueOf(reader.getInteger(), scale).toPlainString());
            }
            if (old == ConvertedType.DATE || (logical != null && logical.isSetDATE())) {
                return (reader, target) ->
                        target.text(LocalDate.ofEpochDay(reader.getInteger()).toString());
            }
            if (old == ConvertedType.TIME_MILLIS || (logical != null && logical.isSetTIME())) {
                return (reader, target) -> target.text(
                        LocalTime.ofNanoOfDay(reader.getInteger() * 1_000_000L).toString());
            }
            return isUnsigned() && old != ConvertedType.UINT_8 && old != ConvertedType.UINT_16
                    ? (reader, target) -> target.whole(Integer.toUnsignedLong(reader.getInteger()))
                    : (reader, target) -> target.whole(reader.getInteger());
        }

        private ParquetCell large() {
            if (isDecimal()) {
                int scale = scale();
                return (reader, target) ->
                        target.text(BigDecimal.valueOf(reader.getLong(), scale).toPlainString());
            }
            if (old == ConvertedType.TIMESTAMP_MILLIS
                    || old == ConvertedType.TIMESTAMP_MICROS
                    || (logical != null && logical.isSetTIMESTAMP())) {
                long perSecond = perSecond();
                return (reader, target) -> target.time(at(reader.getLong(), perSecond));
            }
            if (old == ConvertedType.TIME_MICROS || (logical != null && logical.isSetTIME())) {
                long nanos = 1_000_000_000 / perSecond();
                return (reader, target) -> target.text(
                        LocalTime.ofNanoOfDay(reader.getLong() * nanos).toString());
            }
            return isUnsigned()
                    ? (reader, target) -> target.text(Long.toUnsignedString(reader.getLong()))
                    : (reader, target) -> target.whole(reader.getLong());
        }

        private @Nullable ParquetCell bytes() {
            if (isDecimal()) {
                return decimal();
            }
            boolean isBinary = old == ConvertedType.BSON
                    || (logical != null
                            && (logical.isSetBSON() || logical.isSetGEOMETRY() || logical.isSetGEOGRAPHY()));
            return isBinary ? null : this::text;
        }

        private void text(ColumnReader reader, CellBuffer target) {
            ByteBuffer bytes = reader.getBinary().toByteBuffer();
            try {
                if (bytes.hasArray()) {
                    target.utf8(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
                } else {
                    byte[] copy = new byte[bytes.remaining()];
                    bytes.get(copy);
                    target.utf8(copy, 0, copy.length);
                }
            } catch (CharacterCodingException e) {
                throw new FileRejectedException(
                        fileName + ": column \"" + column.name() + "\" holds bytes that are no UTF-8 text");
            }
        }

        private @Nullable ParquetCell fixed() {
            if (isDecimal()) {
                return decimal();
            }
            if (logical == null || !logical.isSetUUID()) {
                return null;
            }
            return (reader, target) -> {
                ByteBuffer bytes = reader.getBinary().toByteBuffer();
                target.text(new UUID(bytes.getLong(), bytes.getLong()).toString());
            };
        }

        private ParquetCell decimal() {
            int scale = scale();
            return (reader, target) ->
                    target.text(new BigDecimal(new BigInteger(reader.getBinary().getBytes()), scale).toPlainString());
        }

        private boolean isDecimal() {
            return old == ConvertedType.DECIMAL || (logical != null && logical.isSetDECIMAL());
        }

        private int scale() {
            return logical != null && logical.isSetDECIMAL()
                    ? logical.getDECIMAL().getScale()
                    : element.getScale();
        }

        private boolean isUnsigned() {
            return old == ConvertedType.UINT_32
                    || old == ConvertedType.UINT_64
                    || (logical != null
                            && logical.isSetINTEGER()
                            && !logical.getINTEGER().isIsSigned());
        }

        private long perSecond() {
            TimeUnit unit = logical == null
                    ? null
                    : logical.isSetTIMESTAMP()
                            ? logical.getTIMESTAMP().getUnit()
                            : logical.getTIME().getUnit();
            if (unit == null) {
                return old == ConvertedType.TIMESTAMP_MILLIS ? 1_000 : 1_000_000;
            }
            return unit.isSetMILLIS() ? 1_000 : unit.isSetMICROS() ? 1_000_000 : 1_000_000_000;
        }

        private static LocalDateTime at(long units, long perSecond) {
            return LocalDateTime.ofEpochSecond(
                    Math.floorDiv(units, perSecond),
                    (int) (Math.floorMod(units, perSecond) * (1_000_000_000 / perSecond)),
                    ZoneOffset.UTC);
        }

        /** Nanoseconds of the day, then the Julian day. */
        private static LocalDateTime ofInt96(ByteBuffer bytes) {
            ByteBuffer little = bytes.order(ByteOrder.LITTLE_ENDIAN);
            long nanos = little.getLong();
            long day = little.getInt() - DAY_OF_EPOCH;
            return LocalDate.ofEpochDay(day).atStartOfDay().plusNanos(nanos);
        }
    }
}

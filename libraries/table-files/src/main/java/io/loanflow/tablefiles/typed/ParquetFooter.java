package io.loanflow.tablefiles.typed;

import io.loanflow.tablefiles.FileRejectedException;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/** What the end of a Parquet file says of its columns and where they lie. */
final class ParquetFooter {

    private static final String FORMAT = "Parquet";

    /** Bytes at the end: the footer's length, and the format's mark. */
    private static final int TAIL = 8;

    /** Bytes; of more columns and row groups than any table has. */
    private static final int LARGEST = 1 << 27;

    private static final int MOST_COLUMNS = 100_000;
    private static final int DEEPEST = 64;

    private final String fileName;
    private final FileMetaData meta;
    private final MessageType schema;
    private final List<ParquetColumn> columns = new ArrayList<>();
    private int read;

    /** @throws FileRejectedException if it is none */
    static ParquetFooter read(FileChannel file, String fileName) throws IOException {
        long size = file.size();
        if (size < TAIL + 4) {
            throw DamagedTable.of(fileName, FORMAT);
        }
        byte[] tail = bytes(file, size - TAIL, TAIL);
        String mark = new String(tail, 4, 4, StandardCharsets.ISO_8859_1);
        if (mark.equals("PARE")) {
            throw new FileRejectedException(fileName + ": is an encrypted Parquet file; write it without encryption");
        }
        int length = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (!mark.equals("PAR1") || length <= 0 || length > size - TAIL || length > LARGEST) {
            throw DamagedTable.of(fileName, FORMAT);
        }
        try {
            return new ParquetFooter(
                    fileName,
                    Util.readFileMetaData(new ByteArrayInputStream(bytes(file, size - TAIL - length, length))));
        } catch (FileRejectedException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The library throws whatever its parsers throw on bytes that are no footer.
            throw DamagedTable.of(fileName, FORMAT, e);
        }
    }

    private static byte[] bytes(FileChannel file, long start, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, start + bytes.position()) < 0) {
                throw new EOFException("the file was cut short while it was read");
            }
        }
        return bytes.array();
    }

    private ParquetFooter(String fileName, FileMetaData meta) {
        this.fileName = fileName;
        this.meta = meta;
        List<Type> fields = children(elements().get(0), 0);
        schema = new MessageType("table", fields);
        addColumns(new ArrayList<>(), schema, false);
        if (read != elements().size() || columns.isEmpty()) {
            throw DamagedTable.of(fileName, FORMAT);
        }
        meta.getRow_groups().forEach(this::requireWhole);
    }

    private List<SchemaElement> elements() {
        return meta.getSchema();
    }

    private List<Type> children(SchemaElement parent, int depth) {
        if (depth > DEEPEST || elements().size() > MOST_COLUMNS) {
            throw DamagedTable.of(fileName, FORMAT);
        }
        read++;
        List<Type> children = new ArrayList<>();
        for (int i = 0; i < parent.getNum_children(); i++) {
            SchemaElement child = elements().get(read);
            Type.Repetition repetition =
                    Type.Repetition.valueOf(child.getRepetition_type().name());
            if (child.getNum_children() > 0) {
                children.add(new GroupType(repetition, child.getName(), children(child, depth + 1)));
            } else {
                read++;
                // The library calls bytes otherwise than the format does.
                boolean isBytes = child.getType() == org.apache.parquet.format.Type.BYTE_ARRAY;
                PrimitiveTypeName type = isBytes
                        ? PrimitiveTypeName.BINARY
                        : PrimitiveTypeName.valueOf(child.getType().name());
                children.add(new PrimitiveType(repetition, type, child.getType_length(), child.getName()));
            }
        }
        return children;
    }

    private void addColumns(List<String> path, GroupType group, boolean isRepeated) {
        for (Type field : group.getFields()) {
            path.add(field.getName());
            boolean many = isRepeated || field.isRepetition(Type.Repetition.REPEATED);
            if (field.isPrimitive()) {
                columns.add(new ParquetColumn(
                        String.join(".", path),
                        leaf(columns.size()),
                        schema.getColumnDescription(path.toArray(String[]::new)),
                        many));
            } else {
                addColumns(path, field.asGroupType(), many);
            }
            path.remove(path.size() - 1);
        }
    }

    private SchemaElement leaf(int place) {
        return elements().stream()
                .skip(1)
                .filter(element -> element.getNum_children() == 0)
                .skip(place)
                .findFirst()
                .orElseThrow();
    }

    /** Each column has its pages in the same file, and as many values as there are rows, unless a row has several. */
    private void requireWhole(RowGroup group) {
        boolean isWhole = group.getNum_rows() >= 0 && group.getColumnsSize() == columns.size();
        for (int i = 0; isWhole && i < columns.size(); i++) {
            ColumnChunk chunk = group.getColumns().get(i);
            isWhole = chunk.isSetMeta_data()
                    && !chunk.isSetFile_path()
                    && (columns.get(i).isRepeated() || chunk.getMeta_data().getNum_values() == group.getNum_rows());
        }
        if (!isWhole) {
            throw DamagedTable.of(fileName, FORMAT);
        }
    }

    String fileName() {
        return fileName;
    }

    List<ParquetColumn> columns() {
        return columns;
    }

    List<RowGroup> groups() {
        return meta.getRow_groups();
    }

    /** Where a column stands in the schema's order, which is that of the chunks of a row group. */
    int place(String[] path) {
        for (int i = 0; i < columns.size(); i++) {
            if (Arrays.equals(columns.get(i).descriptor().getPath(), path)) {
                return i;
            }
        }
        throw new IllegalArgumentException("there is no such column");
    }

    ColumnReadStoreImpl readers(ParquetPages pages) {
        return new ColumnReadStoreImpl(pages, new Unconverted(schema), schema, meta.getCreated_by());
    }

    /** Stands where values would be turned into objects: they are asked for one by one. */
    private static final class Unconverted extends GroupConverter {

        private final GroupType group;

        Unconverted(GroupType group) {
            this.group = group;
        }

        @Override
        public Converter getConverter(int field) {
            Type type = group.getType(field);
            return type.isPrimitive() ? new PrimitiveConverter() {} : new Unconverted(type.asGroupType());
        }

        @Override
        public void start() {}

        @Override
        public void end() {}
    }
}

package io.loanflow.tablefiles.typed;

import io.loanflow.tablefiles.FileRejectedException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;

/** The pages of one column in one row group, one after another. */
final class ParquetPageReader implements PageReader {

    private static final String FORMAT = "Parquet";

    /** Nobody reads them, and making some would ask for a library of shapes on maps. */
    private static final @Nullable Statistics<?> UNKNOWN = null;

    private final ColumnMetaData column;
    private final InputStream content;
    private final PageMemory memory;
    private final String fileName;
    private @Nullable PageHeader ahead;
    private long valuesLeft;
    private long taken;

    /** @throws FileRejectedException if it lies outside of the file */
    ParquetPageReader(FileChannel file, ColumnMetaData column, PageMemory memory, String fileName) throws IOException {
        this.column = column;
        this.memory = memory;
        this.fileName = fileName;
        valuesLeft = column.getNum_values();
        boolean hasDictionary = column.isSetDictionary_page_offset() && column.getDictionary_page_offset() > 0;
        long start = hasDictionary
                ? Math.min(column.getDictionary_page_offset(), column.getData_page_offset())
                : column.getData_page_offset();
        long length = column.getTotal_compressed_size();
        if (start < 0 || length < 0 || start > file.size() - length) {
            throw damaged();
        }
        content = new BufferedInputStream(new FileSection(file, start, length), 1 << 14);
    }

    @Override
    public long getTotalValueCount() {
        return column.getNum_values();
    }

    @Override
    public @Nullable DictionaryPage readDictionaryPage() {
        PageHeader header = header();
        if (header == null || header.getType() != PageType.DICTIONARY_PAGE) {
            ahead = header;
            return null;
        }
        DictionaryPageHeader dictionary = header.getDictionary_page_header();
        // Stays as long as the row group, so it is not given back when the first page is read.
        byte[] bytes = unpacked(header, body(header), 0);
        return new DictionaryPage(
                BytesInput.from(bytes), dictionary.getNum_values(), encoding(dictionary.getEncoding()));
    }

    @Override
    public @Nullable DataPage readPage() {
        if (valuesLeft <= 0) {
            return null;
        }
        PageHeader header = header();
        while (header != null && header.getType() == PageType.INDEX_PAGE) {
            body(header);
            header = header();
        }
        if (header == null) {
            throw damaged();
        }
        memory.free(taken);
        taken = 0;
        DataPage page = header.isSetData_page_header_v2() ? second(header) : first(header);
        taken = header.getUncompressed_page_size();
        valuesLeft -= page.getValueCount();
        return page;
    }

    private DataPage first(PageHeader header) {
        if (!header.isSetData_page_header()) {
            throw damaged();
        }
        DataPageHeader page = header.getData_page_header();
        byte[] bytes = unpacked(header, body(header), 0);
        return new DataPageV1(
                BytesInput.from(bytes),
                page.getNum_values(),
                bytes.length,
                UNKNOWN,
                encoding(page.getRepetition_level_encoding()),
                encoding(page.getDefinition_level_encoding()),
                encoding(page.getEncoding()));
    }

    /** Its levels come before its values, and are never packed. */
    private DataPage second(PageHeader header) {
        DataPageHeaderV2 page = header.getData_page_header_v2();
        int repetition = page.getRepetition_levels_byte_length();
        int levels = repetition + page.getDefinition_levels_byte_length();
        byte[] body = body(header);
        if (repetition < 0 || levels < repetition || levels > body.length) {
            throw damaged();
        }
        boolean isPacked = !page.isSetIs_compressed() || page.isIs_compressed();
        byte[] values;
        if (isPacked) {
            values = unpacked(header, Arrays.copyOfRange(body, levels, body.length), levels);
        } else {
            memory.take(header.getUncompressed_page_size());
            values = Arrays.copyOfRange(body, levels, body.length);
        }
        return DataPageV2.uncompressed(
                page.getNum_rows(),
                page.getNum_nulls(),
                page.getNum_values(),
                BytesInput.from(body, 0, repetition),
                BytesInput.from(body, repetition, levels - repetition),
                encoding(page.getEncoding()),
                BytesInput.from(values),
                UNKNOWN);
    }

    private @Nullable PageHeader header() {
        PageHeader found = ahead;
        if (found != null) {
            ahead = null;
            return found;
        }
        try {
            content.mark(1);
            if (content.read() < 0) {
                return null;
            }
            content.reset();
            return Util.readPageHeader(content);
        } catch (IOException | RuntimeException e) {
            throw damaged(e);
        }
    }

    private byte[] body(PageHeader header) {
        int length = header.getCompressed_page_size();
        if (length < 0 || length > column.getTotal_compressed_size() || header.getUncompressed_page_size() < 0) {
            throw damaged();
        }
        try {
            byte[] body = content.readNBytes(length);
            if (body.length < length || (header.isSetCrc() && header.getCrc() != crc(body))) {
                throw damaged();
            }
            return body;
        } catch (IOException e) {
            throw new ParquetPages.UnreadableException(e);
        }
    }

    private static int crc(byte[] body) {
        CRC32 crc = new CRC32();
        crc.update(body);
        return (int) crc.getValue();
    }

    /** @param apart bytes of the page that are not among these, and are not packed */
    private byte[] unpacked(PageHeader header, byte[] packed, int apart) {
        memory.take(header.getUncompressed_page_size());
        int length = header.getUncompressed_page_size() - apart;
        if (length < 0) {
            throw damaged();
        }
        try {
            return ParquetCodec.unpacked(column.getCodec(), packed, length, fileName);
        } catch (FileRejectedException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw damaged(e);
        }
    }

    private Encoding encoding(org.apache.parquet.format.@Nullable Encoding encoding) {
        if (encoding == null) {
            throw damaged();
        }
        return Encoding.valueOf(encoding.name());
    }

    private FileRejectedException damaged() {
        return DamagedTable.of(fileName, FORMAT);
    }

    private FileRejectedException damaged(Exception cause) {
        return DamagedTable.of(fileName, FORMAT, cause);
    }
}

package io.loanflow.tablefiles;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.loanflow.contracts.dataset.TableFormat;

/** Lines of fields, read strictly: what is not exactly right in quotes ends the reading. */
public final class DelimitedText {

    private static final int BUFFER = 1 << 16;

    /** Characters; no longer is a field. */
    public static final int LONGEST = BUFFER - BUFFER / 8;

    private DelimitedText() {}

    /** A parser of such lines, whatever number of fields each has. */
    public static CsvReader.CsvReaderBuilder parser(TableFormat format) {
        CsvReader.CsvReaderBuilder parser = CsvReader.builder()
                .fieldSeparator(format.delimiter().character())
                .quoteCharacter(format.quote())
                .skipEmptyLines(false)
                .allowUnclosedQuote(false)
                .trimWhitespacesAroundQuotes(format.trim())
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(BUFFER);
        return format.comment() == null
                ? parser
                : parser.commentStrategy(CommentStrategy.SKIP).commentCharacter(format.comment());
    }
}

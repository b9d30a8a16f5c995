package io.loanflow.describe.form;

import io.loanflow.contracts.dataset.Delimiter;
import io.loanflow.contracts.dataset.TableFormat;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Formats that differ from another in one thing. */
public final class Formats {

    private Formats() {}

    static TableFormat lines(Charset encoding, Lines lines, char quote, boolean trim) {
        return new TableFormat(
                null,
                null,
                lines.delimiter(),
                quote,
                true,
                lines.skipped(),
                lines.comment(),
                encoding,
                List.of(),
                trim,
                '.',
                null,
                false);
    }

    static TableFormat withHeader(TableFormat format, boolean header, int moreSkipped) {
        return new TableFormat(
                null,
                null,
                format.delimiter(),
                format.quote(),
                header,
                format.skipLines() + moreSkipped,
                format.comment(),
                format.encoding(),
                List.of(),
                format.trim(),
                format.decimal(),
                format.thousands(),
                false);
    }

    static TableFormat withMarks(TableFormat format, char decimal, @Nullable Character thousands) {
        return new TableFormat(
                format.kind(),
                format.records(),
                format.delimiter(),
                format.quote(),
                format.header(),
                format.skipLines(),
                format.comment(),
                format.encoding(),
                List.of(),
                format.trim(),
                decimal,
                thousands,
                false);
    }

    /** The standard one, but for its encoding and where its records are if it is JSON. */
    static TableFormat standard(Charset encoding, @Nullable String records) {
        TableFormat standard = TableFormat.STANDARD;
        return new TableFormat(
                null,
                records,
                Delimiter.COMMA,
                standard.quote(),
                true,
                0,
                null,
                encoding,
                List.of(),
                false,
                '.',
                null,
                false);
    }

    /** The same with what is known once all rows were read. */
    public static TableFormat complete(TableFormat format, List<String> missing, boolean extraColumnsIgnored) {
        return new TableFormat(
                format.kind(),
                format.records(),
                format.delimiter(),
                format.quote(),
                format.header(),
                format.skipLines(),
                format.comment(),
                format.encoding(),
                missing,
                format.trim(),
                format.decimal(),
                format.thousands(),
                extraColumnsIgnored);
    }
}

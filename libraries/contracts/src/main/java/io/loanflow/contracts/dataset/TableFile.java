package io.loanflow.contracts.dataset;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One of the files that a data set is read from.
 *
 * @param file name of the file beside the definition; {@code *} and {@code ?} stand for any characters and for one
 * @param with values that all its rows have in columns that are not in it, as a file would write them
 * @param part what its rows are for; null where no file says it
 */
public record TableFile(
        String file, Map<String, String> with, @Nullable FilePart part) {

    public TableFile {
        with = Map.copyOf(with);
    }

    /** A file whose rows are split as all are. */
    public TableFile(String file, Map<String, String> with) {
        this(file, with, null);
    }

    /** Whether a file of this name is meant. */
    public boolean isNameOf(String name) {
        String regex = Pattern.quote(file).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
        return Pattern.matches(regex, name);
    }

    /** Whether the name may be that of several files. */
    public boolean isPattern() {
        return file.indexOf('*') >= 0 || file.indexOf('?') >= 0;
    }
}

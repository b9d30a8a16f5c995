package io.loanflow.ingestion.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/** Which of two forms of an answer a client wants. */
final class Formats {

    private Formats() {}

    /**
     * Whether it wants the other form than JSON: because {@code format} names its subtype, or because {@code Accept} puts it before JSON.
     *
     * @param accept the header
     */
    static boolean wants(MediaType other, @Nullable String format, @Nullable String accept) {
        if (format != null) {
            return format.equalsIgnoreCase(other.getSubtype());
        }
        List<MediaType> accepted = MediaType.parseMediaTypes(accept);
        MimeTypeUtils.sortBySpecificity(accepted);
        for (MediaType type : accepted) {
            if (type.isCompatibleWith(MediaType.APPLICATION_JSON)) {
                return false;
            }
            if (type.isCompatibleWith(other)) {
                return true;
            }
        }
        return false;
    }
}

package io.loanflow.ingestion.source;

import io.loanflow.contracts.feature.Sha256;
import io.loanflow.contracts.ingestion.DataOrigin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be loaded: a file, or several that hold one table.
 *
 * @param parts at least one, in the order in which they are read
 * @param name for people
 * @param filesPath under the files directory; null where it does not lie there to stay
 */
public record SourceFile(
        List<SourcePart> parts,
        String name,
        DataOrigin origin,
        @Nullable String filesPath) {

    public SourceFile {
        parts = List.copyOf(parts);
    }

    public SourceFile(Path path, String name, DataOrigin origin, @Nullable String filesPath) {
        this(List.of(new SourcePart(path, name, Map.of(), null)), name, origin, filesPath);
    }

    public static SourceFile of(Path path, DataOrigin origin) {
        return new SourceFile(path, path.getFileName().toString(), origin, null);
    }

    /** The first file. */
    public Path path() {
        return parts.get(0).path();
    }

    /** SHA-256 of the content: of a file as it is, of several of their digests in order. */
    public String sha256() throws IOException {
        List<String> digests = new ArrayList<>();
        for (SourcePart part : parts) {
            digests.add(Sha256.hex(part.path()));
        }
        return sha256(digests);
    }

    /** The same of the digests of all parts. */
    public static String sha256(List<String> digests) {
        return digests.size() == 1
                ? digests.get(0)
                : Sha256.hex(String.join("\n", digests).getBytes(StandardCharsets.UTF_8));
    }
}

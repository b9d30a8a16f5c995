package io.loanflow.ingestion.load;

import io.loanflow.contracts.feature.Sha256;
import io.loanflow.ingestion.source.SourceFile;
import io.loanflow.ingestion.source.SourcePart;
import io.loanflow.tablefiles.UnpackedContent;
import io.loanflow.tablefiles.typed.TypedFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What a file holds.
 *
 * @param sha256 64 lower-case hexadecimal digits
 * @param lines line feeds, which is about the number of rows; of a packed file or one of typed values, which says nothing of them, 0
 */
record FileContent(String sha256, long lines) {

    private static final int BLOCK = 256 * 1024;

    static FileContent of(SourceFile file, LoadProgress progress) throws IOException {
        List<String> digests = new ArrayList<>();
        long lines = 0;
        for (SourcePart part : file.parts()) {
            FileContent content = of(part.path(), progress);
            digests.add(content.sha256());
            lines += content.lines();
        }
        return new FileContent(SourceFile.sha256(digests), lines);
    }

    private static FileContent of(Path file, LoadProgress progress) throws IOException {
        MessageDigest digest = Sha256.digest();
        long lines = 0;
        boolean begun = false;
        boolean packed = false;
        byte[] block = new byte[BLOCK];
        try (InputStream content = Files.newInputStream(file)) {
            for (int length = content.read(block); length >= 0; length = content.read(block)) {
                progress.requireWanted();
                digest.update(block, 0, length);
                packed |= !begun && (UnpackedContent.isPacked(block) || TypedFormat.isTyped(block));
                begun = true;
                for (int i = 0; i < length; i++) {
                    if (block[i] == '\n') {
                        lines++;
                    }
                }
            }
        }
        return new FileContent(HexFormat.of().formatHex(digest.digest()), packed ? 0 : lines);
    }
}

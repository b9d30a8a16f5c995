package io.loanflow.ingestion.load;

import io.loanflow.contracts.feature.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * What a file holds.
 *
 * @param sha256 64 lower-case hexadecimal digits
 * @param lines line feeds, which is about the number of rows
 */
record FileContent(String sha256, long lines) {

    private static final int BLOCK = 256 * 1024;

    static FileContent of(Path file, LoadProgress progress) throws IOException {
        MessageDigest digest = Sha256.digest();
        long lines = 0;
        byte[] block = new byte[BLOCK];
        try (InputStream content = Files.newInputStream(file)) {
            for (int length = content.read(block); length >= 0; length = content.read(block)) {
                progress.requireWanted();
                digest.update(block, 0, length);
                for (int i = 0; i < length; i++) {
                    if (block[i] == '\n') {
                        lines++;
                    }
                }
            }
        }
        return new FileContent(HexFormat.of().formatHex(digest.digest()), lines);
    }
}

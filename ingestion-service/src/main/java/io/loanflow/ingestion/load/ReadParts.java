package io.loanflow.ingestion.load;

import io.loanflow.contracts.feature.Sha256;
import io.loanflow.ingestion.check.TablePart;
import io.loanflow.ingestion.source.SourceFile;
import io.loanflow.ingestion.source.SourcePart;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of a load while they are read, so that what was read is known by its digest. */
final class ReadParts implements Closeable {

    private final SourceFile file;
    private final Map<SourcePart, DigestInputStream> opened = new LinkedHashMap<>();

    ReadParts(SourceFile file) {
        this.file = file;
    }

    /** To be opened in their order. */
    List<TablePart> parts() {
        return file.parts().stream()
                .map(part -> new TablePart(part.name(), part.with(), () -> open(part), part.path(), part.part()))
                .toList();
    }

    private InputStream open(SourcePart part) throws IOException {
        DigestInputStream content = new DigestInputStream(Files.newInputStream(part.path()), Sha256.digest());
        opened.put(part, content);
        return content;
    }

    /** Of what was read and of what was not, or not from its begin to its end. Called once. */
    String sha256() throws IOException {
        List<String> digests = new ArrayList<>();
        for (SourcePart part : file.parts()) {
            DigestInputStream content = opened.get(part);
            if (content == null) {
                digests.add(Sha256.hex(part.path()));
            } else {
                content.transferTo(OutputStream.nullOutputStream());
                digests.add(HexFormat.of().formatHex(content.getMessageDigest().digest()));
            }
        }
        return SourceFile.sha256(digests);
    }

    @Override
    public void close() throws IOException {
        for (DigestInputStream content : opened.values()) {
            content.close();
        }
    }
}

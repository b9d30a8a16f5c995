package io.loanflow.model.signature;

import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Signs the folders of new models, where there is a key. Thread-safe. */
public final class FolderSigner {

    private final @Nullable SigningKey key;

    private FolderSigner(@Nullable SigningKey key) {
        this.key = key;
    }

    /** @param file of the key, which is made where there is none; null for models that are not signed */
    public static FolderSigner of(@Nullable Path file) {
        return new FolderSigner(file == null ? null : SigningKey.of(file));
    }

    /** Identifier of the key; empty where there is none. */
    public String keyId() {
        return key == null ? "" : Ed25519.identifier(key.pair().getPublic());
    }

    /** Has whoever reads these keys trust what is signed here. */
    public void introduce(TrustedKeys trusted) {
        if (key != null) {
            trusted.add(key.pair().getPublic());
        }
    }

    /**
     * The files and, where there is a key, a signature over all of them.
     *
     * @param runId of the MLflow run that they belong to
     */
    public Map<String, byte[]> sign(String runId, Map<String, byte[]> files) {
        if (key == null) {
            return files;
        }
        SortedMap<String, String> digests = FolderSignature.digests(files);
        byte[] signature = Ed25519.sign(key.pair().getPrivate(), FolderSignature.text(runId, digests));
        Map<String, byte[]> signed = new LinkedHashMap<>(files);
        signed.put(
                FolderSignature.FILE,
                new FolderSignature(keyId(), digests, Base64.getEncoder().encodeToString(signature)).json());
        return signed;
    }
}

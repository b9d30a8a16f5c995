package io.loanflow.model.signature;

import io.loanflow.contracts.feature.Sha256;
import io.loanflow.model.folder.ModelUnusableException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a folder's {@link #FILE} says: the digest of each other file, and a signature over all of them and the run that the folder belongs
 * to. So no file can be changed, added, left out or taken from another run.
 *
 * @param key identifier of the key that signed
 * @param files SHA-256 by name
 * @param signature Ed25519, in Base64
 */
record FolderSignature(String key, SortedMap<String, String> files, String signature) {

    static final String FILE = "signature.json";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    FolderSignature {
        files = new TreeMap<>(files);
    }

    static SortedMap<String, String> digests(Map<String, byte[]> files) {
        SortedMap<String, String> digests = new TreeMap<>();
        files.forEach((name, content) -> digests.put(name, Sha256.hex(content)));
        return digests;
    }

    /** What is signed. */
    static byte[] text(String runId, SortedMap<String, String> files) {
        StringBuilder text =
                new StringBuilder("loanflow-model-folder-1\n").append(runId).append('\n');
        files.forEach(
                (name, digest) -> text.append(digest).append("  ").append(name).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    byte[] json() {
        return JSON.writeValueAsBytes(this);
    }

    static FolderSignature read(byte[] json) {
        try {
            return JSON.readValue(json, FolderSignature.class);
        } catch (JacksonException e) {
            throw new ModelUnusableException(FILE + " is damaged: " + e.getOriginalMessage(), e);
        }
    }
}

package io.loanflow.model.signature;

import io.loanflow.contracts.feature.Sha256;
import io.loanflow.model.folder.ModelUnusableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The keys whose models may decide, in a file: a line for each with its identifier and the public key (Base64), {@code #} before a
 * remark. It is read for each model, so that a key can be added or taken out while services run.
 */
public final class TrustedKeys {

    private final @Nullable Path file;

    private TrustedKeys(@Nullable Path file) {
        this.file = file;
    }

    /** @param file null to trust every folder, whoever made it */
    public static TrustedKeys of(@Nullable Path file) {
        return new TrustedKeys(file);
    }

    /** Whether anything is verified. */
    public boolean areAsked() {
        return file != null;
    }

    /**
     * The content of a run's model folder, of which nothing is given out that was not signed.
     *
     * @param runId that the registry names
     * @param present names of the files that are there
     * @param content a file's content by its name
     * @throws ModelUnusableException if the folder is not signed by a trusted key or is not what was signed; from the function too
     */
    public Function<String, byte[]> verified(
            String runId, Collection<String> present, Function<String, byte[]> content) {
        if (file == null) {
            return content;
        }
        if (!present.contains(FolderSignature.FILE)) {
            throw new ModelUnusableException("its folder is not signed; train the model again");
        }
        SortedMap<String, String> digests = signed(runId, FolderSignature.read(content.apply(FolderSignature.FILE)));
        if (!present.containsAll(digests.keySet())) {
            Collection<String> absent = new TreeMap<>(digests).keySet();
            absent.removeAll(present);
            throw new ModelUnusableException("its folder lacks what was signed: " + String.join(", ", absent));
        }
        return name -> unchanged(name, content.apply(name), digests);
    }

    private SortedMap<String, String> signed(String runId, FolderSignature signature) {
        PublicKey key = keys().get(signature.key());
        if (key == null) {
            throw new ModelUnusableException("its folder is signed by a key that " + file + " does not trust");
        }
        if (!Ed25519.isSigned(key, FolderSignature.text(runId, signature.files()), bytes(signature.signature()))) {
            throw new ModelUnusableException(
                    "its folder is not what key " + signature.key() + " signed for this run; train the model again");
        }
        return signature.files();
    }

    private static byte[] unchanged(String name, byte[] content, SortedMap<String, String> digests) {
        if (!Sha256.hex(content).equals(digests.get(name))) {
            throw new ModelUnusableException(name + " is not what was signed; train the model again");
        }
        return content;
    }

    void add(PublicKey key) {
        if (file == null || keys().containsKey(Ed25519.identifier(key))) {
            return;
        }
        String line = Ed25519.identifier(key) + " " + Base64.getEncoder().encodeToString(key.getEncoded()) + "\n";
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot add the key that signs models to " + file, e);
        }
    }

    private Map<String, PublicKey> keys() {
        Map<String, PublicKey> keys = new HashMap<>();
        for (String line : lines()) {
            String text = line.replaceFirst("#.*", "").strip();
            if (!text.isEmpty()) {
                PublicKey key = key(text.substring(text.lastIndexOf(' ') + 1));
                keys.put(Ed25519.identifier(key), key);
            }
        }
        return keys;
    }

    private Collection<String> lines() {
        if (file == null) {
            return List.of();
        }
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the trusted keys in " + file, e);
        }
    }

    private PublicKey key(String text) {
        try {
            return Ed25519.publicKey(Base64.getDecoder().decode(text));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new ModelUnusableException(
                    file + " has a line that is no key; a line is an identifier and a public key", e);
        }
    }

    /** Nothing where it is not Base64: then it is no signature. */
    private static byte[] bytes(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}

package io.loanflow.model.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.model.folder.ModelUnusableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {

    private static final String RUN = "0f5e";

    @TempDir
    private Path directory;

    private TrustedKeys trusted;
    private FolderSigner signer;
    private Map<String, byte[]> folder;

    @BeforeEach
    void sign() {
        trusted = TrustedKeys.of(directory.resolve("keys"));
        signer = FolderSigner.of(directory.resolve("training/key.pem"));
        signer.introduce(trusted);
        folder = new HashMap<>(signer.sign(RUN, Map.of("trees", bytes("oak"), "facts", bytes("0.5"))));
    }

    @Test
    void whatIsAsItWasSignedIsGivenOut() {
        Function<String, byte[]> content = trusted.verified(RUN, folder.keySet(), folder::get);

        assertThat(content.apply("trees")).asString().isEqualTo("oak");
        assertThat(content.apply("facts")).asString().isEqualTo("0.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"trees", "facts"})
    void aChangedFileIsRefused(String name) {
        folder.put(name, bytes("0.4"));
        Function<String, byte[]> content = trusted.verified(RUN, folder.keySet(), folder::get);

        assertThatThrownBy(() -> content.apply(name))
                .isInstanceOf(ModelUnusableException.class)
                .hasMessageStartingWith(name + " is not what was signed");
    }

    @Test
    void aFileThatWasAddedOrTakenAwayIsRefused() {
        folder.put("reference", bytes("of the attacker"));
        Function<String, byte[]> content = trusted.verified(RUN, folder.keySet(), folder::get);
        assertThatThrownBy(() -> content.apply("reference")).hasMessageContaining("is not what was signed");

        folder.remove("facts");
        assertRefused(RUN, "lacks what was signed: facts");
    }

    @Test
    void anotherRunsFolderIsRefused() {
        assertRefused("another", "not what key " + signer.keyId() + " signed for this run");
    }

    @Test
    void aFolderWithoutASignatureOrWithOneThatIsNoneIsRefused() {
        byte[] signature = folder.remove(FolderSignature.FILE);
        assertRefused(RUN, "is not signed");
        folder.put(FolderSignature.FILE, bytes("{}"));
        assertRefused(RUN, "signature.json is damaged");
        folder.put(
                FolderSignature.FILE,
                bytes(new String(signature, UTF_8).replaceFirst("\"signature\":\"[^\"]*\"", "\"signature\":\"!\"")));
        assertRefused(RUN, "signed for this run");
    }

    @Test
    void aKeyThatIsNotTrustedIsRefusedEvenUnderTheNameOfOneThatIs() {
        FolderSigner stranger = FolderSigner.of(directory.resolve("stranger.pem"));
        Map<String, byte[]> forged = stranger.sign(RUN, Map.of("trees", bytes("oak")));
        folder.clear();
        folder.putAll(forged);
        assertRefused(RUN, "does not trust");

        String signature = new String(forged.get(FolderSignature.FILE), UTF_8);
        folder.put(FolderSignature.FILE, bytes(signature.replace(stranger.keyId(), signer.keyId())));
        assertRefused(RUN, "signed for this run");
    }

    @Test
    void keysAreAddedAndTakenOutWhileServicesRun() throws IOException {
        FolderSigner next = FolderSigner.of(directory.resolve("next.pem"));
        next.introduce(trusted);
        assertThatCode(() -> trusted.verified(RUN, folder.keySet(), folder::get))
                .doesNotThrowAnyException();

        Path file = directory.resolve("keys");
        Files.write(
                file,
                Files.readAllLines(file).stream()
                        .map(line -> line.startsWith(signer.keyId()) ? "# " + line : line)
                        .toList());
        assertRefused(RUN, "does not trust");
        folder.putAll(next.sign(RUN, Map.of("trees", bytes("oak"), "facts", bytes("0.5"))));
        assertThatCode(() -> trusted.verified(RUN, folder.keySet(), folder::get))
                .doesNotThrowAnyException();
    }

    @Test
    void aKeyIsMadeOnceAndForItsOwnerOnly() throws IOException {
        Path file = directory.resolve("training/key.pem");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(FolderSigner.of(file).keyId()).isEqualTo(signer.keyId());
        FolderSigner.of(file).introduce(trusted);
        assertThat(Files.readAllLines(directory.resolve("keys"))).hasSize(1);
        assertThat(file.getParent())
                .isDirectoryContaining(path -> path.equals(file))
                .isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void withoutKeysNothingIsSignedAndNothingAsked() {
        Map<String, byte[]> files = Map.of("trees", bytes("oak"));

        assertThat(FolderSigner.of(null).sign(RUN, files)).isEqualTo(files);
        assertThat(FolderSigner.of(null).keyId()).isEmpty();
        assertThat(TrustedKeys.of(null)
                        .verified(RUN, files.keySet(), files::get)
                        .apply("trees"))
                .asString()
                .isEqualTo("oak");
        assertThat(TrustedKeys.of(null).areAsked()).isFalse();
    }

    private void assertRefused(String runId, String reason) {
        assertThatThrownBy(() -> trusted.verified(runId, folder.keySet(), folder::get))
                .isInstanceOf(ModelUnusableException.class)
                .hasMessageContaining(reason);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}

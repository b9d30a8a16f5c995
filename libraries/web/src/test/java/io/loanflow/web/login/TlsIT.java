package io.loanflow.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.login.ApiKey;
import io.loanflow.contracts.login.Role;
import io.loanflow.web.EchoService;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service's port with TLS, set up by Spring's settings alone, and its health port without. */
class TlsIT {

    private static final String PASSWORD = "changeit";

    @TempDir
    Path directory;

    @Test
    void keysTravelEncrypted() throws Exception {
        Path store = certificate();
        ApiKey.Issued key = ApiKey.issue("a", Set.of(Role.AUDIT), Instant.now().plus(Duration.ofHours(1)));
        Path keys = Files.writeString(directory.resolve("keys"), key.key().line());
        try (EchoService service = EchoService.start(
                        "--loanflow.login.keys=" + keys,
                        "--server.ssl.bundle=web",
                        "--spring.ssl.bundle.jks.web.keystore.location=file:" + store,
                        "--spring.ssl.bundle.jks.web.keystore.password=" + PASSWORD,
                        "--spring.ssl.bundle.jks.web.keystore.type=PKCS12");
                Socket socket = trusting(store).getSocketFactory().createSocket("localhost", service.port())) {
            EchoService.send(
                    socket,
                    "GET /asked?a=b HTTP/1.1\r\nHost: localhost\r\nOrigin: https://localhost\r\nConnection: close\r\n"
                            + "Authorization: Bearer " + key.secret() + "\r\n\r\n");

            assertThat(EchoService.read(socket)).startsWith("HTTP/1.1 200").endsWith("b");
            assertThat(service.exchange(EchoService.get("/asked"))).startsWith("HTTP/1.1 400");
        }
    }

    private Path certificate() throws Exception {
        Path store = directory.resolve("web.p12");
        Path log = directory.resolve("keytool.log");
        Process keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "web",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(keytool.waitFor())
                .as(Files.readString(log, StandardCharsets.UTF_8))
                .isZero();
        return store;
    }

    private static SSLContext trusting(Path store) throws Exception {
        KeyStore certificates = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            certificates.load(in, PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("web", certificates.getCertificate("web"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}

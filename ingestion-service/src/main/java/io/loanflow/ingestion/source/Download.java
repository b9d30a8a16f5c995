package io.loanflow.ingestion.source;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Fetches a file over HTTP, in bounded time and size. */
final class Download {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

    private final long limit;
    private final Duration timeout;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT_TIMEOUT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    /**
     * @param limit in bytes, of what is sent and of what is unpacked
     * @param timeout for all of it
     */
    Download(long limit, Duration timeout) {
        this.limit = limit;
        this.timeout = timeout;
    }

    /**
     * Writes what is at the address to a file; of a zip archive, the entry with this name.
     *
     * @throws IOException if it is out of reach, too slow or too large; the message says which
     */
    void fetch(URI address, String fileName, Path target) throws IOException, InterruptedException {
        Path body = Files.createTempFile(target.toAbsolutePath().getParent(), "body-", ".part");
        try {
            download(address, body);
            try (InputStream content = content(body, fileName);
                    OutputStream output = Files.newOutputStream(target)) {
                copy(content, output);
            }
        } finally {
            Files.deleteIfExists(body);
        }
    }

    private void download(URI address, Path body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(timeout).build();
        CompletableFuture<HttpResponse<Path>> answer =
                client.sendAsync(request, response -> new LimitedBody<>(BodySubscribers.ofFile(body), limit));
        try {
            int status = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS).statusCode();
            if (status != 200) {
                throw new IOException("it was answered with status " + status);
            }
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getCause()), e);
        } catch (TimeoutException e) {
            throw new IOException("it took longer than " + timeout.toSeconds() + " s", e);
        } finally {
            answer.cancel(true);
        }
    }

    private static InputStream content(Path body, String fileName) throws IOException {
        if (!isZip(body)) {
            return Files.newInputStream(body);
        }
        ZipInputStream zip = new ZipInputStream(Files.newInputStream(body));
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().equals(fileName) || entry.getName().endsWith("/" + fileName)) {
                return zip;
            }
        }
        zip.close();
        throw new FileNotFoundException("the archive holds no " + fileName);
    }

    private static boolean isZip(Path body) throws IOException {
        try (InputStream content = Files.newInputStream(body)) {
            byte[] start = content.readNBytes(4);
            return start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4;
        }
    }

    private void copy(InputStream content, OutputStream output) throws IOException {
        byte[] block = new byte[64 * 1024];
        long total = 0;
        for (int length = content.read(block); length >= 0; length = content.read(block)) {
            total += length;
            if (total > limit) {
                throw new IOException("it is larger than " + limit + " bytes (loanflow.max-download)");
            }
            output.write(block, 0, length);
        }
    }
}

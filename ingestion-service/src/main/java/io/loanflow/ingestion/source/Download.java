package io.loanflow.ingestion.source;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
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
import org.jspecify.annotations.Nullable;

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
            try (InputStream content = open(body);
                    OutputStream output = Files.newOutputStream(target)) {
                if (content instanceof ZipInputStream zip) {
                    find(fileName, zip);
                }
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
            throw new IOException(reason(address, e.getCause()), e);
        } catch (TimeoutException e) {
            throw new IOException("it took longer than " + timeout.toSeconds() + " s", e);
        } finally {
            answer.cancel(true);
        }
    }

    /** What cannot be connected to says nothing by itself. */
    private static String reason(URI address, @Nullable Throwable cause) {
        boolean unreachable = cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
        if (unreachable || cause == null) {
            return address.getHost() + " cannot be reached";
        }
        return String.valueOf(cause.getMessage());
    }

    private static InputStream open(Path body) throws IOException {
        return isZip(body) ? new ZipInputStream(Files.newInputStream(body)) : Files.newInputStream(body);
    }

    /** Goes to the entry with this name. */
    private static void find(String fileName, ZipInputStream zip) throws IOException {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().equals(fileName) || entry.getName().endsWith("/" + fileName)) {
                return;
            }
        }
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

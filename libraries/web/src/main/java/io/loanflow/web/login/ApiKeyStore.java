package io.loanflow.web.login;

import io.loanflow.contracts.login.ApiKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of a file, read again at most a second after it changes, so that a key that is revoked is worth nothing within two. A file that
 * cannot be read has no keys, and a line that is none lets nobody in.
 */
final class ApiKeyStore {

    private static final Logger LOG = LoggerFactory.getLogger(ApiKeyStore.class);
    private static final long BETWEEN_READS = Duration.ofSeconds(1).toNanos();

    private final Path file;
    private final Clock clock;
    private volatile Read read;

    /** @param time of {@link System#nanoTime} */
    private record Read(Map<String, ApiKey> byDigest, long time, String trouble) {}

    ApiKeyStore(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
        this.read = read("");
    }

    /** The key whose secret that is, unless it has expired. */
    Optional<ApiKey> find(String secret) {
        return Optional.ofNullable(current().byDigest().get(ApiKey.digest(secret)))
                .filter(key -> !key.isExpired(clock.instant()));
    }

    private Read current() {
        Read last = read;
        if (System.nanoTime() - last.time() < BETWEEN_READS) {
            return last;
        }
        synchronized (this) {
            if (read.time() == last.time()) {
                read = read(last.trouble());
            }
            return read;
        }
    }

    /** @param before what was wrong last time, which is not said again */
    private Read read(String before) {
        long time = System.nanoTime();
        Map<String, ApiKey> keys = new HashMap<>();
        StringBuilder trouble = new StringBuilder();
        try {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).strip();
                if (!line.isEmpty() && !line.startsWith("#")) {
                    parse(line, i + 1, keys, trouble);
                }
            }
        } catch (NoSuchFileException e) {
            trouble.append("There is no file of keys at ").append(file).append(": nobody can log in with one. ");
        } catch (IOException e) {
            trouble.append("The file of keys cannot be read: ").append(e).append(' ');
        }
        String now = trouble.toString();
        if (!now.equals(before) && !now.isEmpty()) {
            LOG.warn("{}./loanflow keys create makes keys.", now);
        }
        return new Read(Map.copyOf(keys), time, now);
    }

    private static void parse(String line, int number, Map<String, ApiKey> keys, StringBuilder trouble) {
        try {
            ApiKey key = ApiKey.parse(line);
            keys.put(key.digest(), key);
        } catch (IllegalArgumentException e) {
            trouble.append("Line ")
                    .append(number)
                    .append(" of the file of keys: ")
                    .append(e.getMessage());
            trouble.append(". ");
        }
    }
}

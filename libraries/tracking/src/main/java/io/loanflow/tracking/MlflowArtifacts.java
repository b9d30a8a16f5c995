package io.loanflow.tracking;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A run's files, over HTTP. The MLflow server must proxy
 * artifacts, which it does unless started with {@code --no-serve-artifacts}.
 */
public final class MlflowArtifacts {

    private final MlflowHttp http;
    /** Files of one run are read one after the other, and its root never changes. */
    private volatile @Nullable Root last;

    public MlflowArtifacts(URI trackingUri) {
        http = new MlflowHttp(trackingUri);
    }

    /**
     * Writes a file, replacing the one that was there.
     *
     * @param path relative, such as {@code model/encoder.json}
     */
    public void upload(String runId, String path, byte[] content) {
        http.putArtifact(root(runId) + "/" + path, content);
    }

    /** @throws NotInTrackingException if there is no such run or file */
    public byte[] download(String runId, String path) {
        return http.getArtifact(root(runId) + "/" + path);
    }

    /** Deletes a file; one that is not there is no mistake. */
    public void delete(String runId, String path) {
        http.deleteArtifact(root(runId) + "/" + path);
    }

    /** Paths of the files and folders directly in a folder, relative to the run; empty if there is no such folder. */
    public List<String> list(String runId, String path) {
        List<String> paths = new ArrayList<>();
        for (JsonNode file : files(runId, path)) {
            paths.add(file.path("path").asString());
        }
        return paths;
    }

    /** Names of the files and folders directly in a folder; empty if there is no such folder. */
    public List<String> names(String runId, String folder) {
        return list(runId, folder).stream()
                .map(path -> path.substring(folder.length() + 1))
                .toList();
    }

    /** Bytes of each file directly in a folder, by its name; empty if there is no such folder. */
    public Map<String, Long> sizes(String runId, String folder) {
        Map<String, Long> sizes = new HashMap<>();
        for (JsonNode file : files(runId, folder)) {
            if (!file.path("is_dir").asBoolean(false)) {
                sizes.put(
                        file.path("path").asString().substring(folder.length() + 1),
                        file.path("file_size").asLong(0));
            }
        }
        return sizes;
    }

    private JsonNode files(String runId, String path) {
        Map<String, String> query = path.isEmpty() ? Map.of("run_id", runId) : Map.of("run_id", runId, "path", path);
        return http.get("artifacts/list", query).path("files");
    }

    private String root(String runId) {
        Root known = last;
        if (known == null || !known.runId().equals(runId)) {
            known = new Root(runId, find(runId));
            last = known;
        }
        return known.path();
    }

    private String find(String runId) {
        JsonNode run = http.get("runs/get", Map.of("run_id", runId)).path("run");
        return root(http, "run " + runId, run.path("info").path("artifact_uri").asString());
    }

    /**
     * The path of artifacts on the server.
     *
     * @param owner whose they are, for people
     * @param uri as MLflow says where they are
     */
    static String root(MlflowHttp http, String owner, String uri) {
        if (!uri.startsWith("mlflow-artifacts:")) {
            throw new TrackingException("MLflow at " + http.base() + " keeps the artifacts of " + owner + " at " + uri
                    + " and does not serve them. Start it with --artifacts-destination and without"
                    + " --no-serve-artifacts; an experiment made before that keeps its old place.");
        }
        return URI.create(uri).getPath().replaceAll("^/+", "");
    }

    private record Root(String runId, String path) {}
}

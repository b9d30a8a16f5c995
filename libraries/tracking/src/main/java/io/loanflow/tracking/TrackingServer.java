package io.loanflow.tracking;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Where MLflow is, and who we are to it.
 *
 * @param base its address without user and password, so that links and messages may show it
 * @param user for basic authentication; null where it has none
 */
record TrackingServer(String base, @Nullable String user, String password) {

    /**
     * @param trackingUri as in {@code https://user:password@mlflow.example}; user and password may be left out
     * @throws IllegalArgumentException if it is no address of a web server
     */
    static TrackingServer of(URI trackingUri) {
        String scheme = trackingUri.getScheme();
        if (!"http".equals(scheme) && !"https".equals(scheme)) {
            throw new IllegalArgumentException(
                    "MLflow's address begins with " + scheme
                            + ", not with http or https; set MLFLOW_TRACKING_URI to one that does, such as http://127.0.0.1:5000");
        }
        String base = trackingUri.toString().replaceFirst("//[^/@]*@", "//").replaceAll("/+$", "");
        String userInfo = trackingUri.getUserInfo();
        if (userInfo == null) {
            return new TrackingServer(base, null, "");
        }
        int colon = userInfo.indexOf(':');
        return colon < 0
                ? new TrackingServer(base, userInfo, "")
                : new TrackingServer(base, userInfo.substring(0, colon), userInfo.substring(colon + 1));
    }

    /** The header that says who we are; null where nobody asks. */
    @Nullable
    String authorization() {
        if (user == null) {
            return null;
        }
        byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    @Override
    public String toString() {
        return base;
    }
}

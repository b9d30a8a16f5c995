package io.loanflow.localstack.rest;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Optional;

/**
 * Where a service answers the command.
 *
 * @param url without a path
 * @param key that the command logs in with; empty where nobody has to
 */
public record ServiceAddress(String url, Optional<String> key) {

    /** @param path and query */
    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
        key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return request;
    }
}

package io.loanflow.web.page;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Addresses that a service's pages lead to. */
public final class Addresses {

    private final PageSettings settings;
    private final String application;

    /** @param application name of the service whose pages these are */
    public Addresses(PageSettings settings, String application) {
        this.settings = settings;
        this.application = application;
    }

    public String of(Place place) {
        return of(place.service(), place.path());
    }

    /** A page's own service is the one that it came from, whatever name it was asked under. */
    public String of(Service service, String path) {
        return service.is(application) ? path : below(settings.address(service), path);
    }

    public String mlflow() {
        return settings.mlflow().toString();
    }

    /** The page of a registered version. */
    public String mlflowVersion(String model, int version) {
        return below(settings.mlflow(), "/#/models/" + model + "/versions/" + version);
    }

    /** Runs of the pipeline; empty where Temporal's UI is not known. */
    public Optional<String> runs() {
        return workflows("WorkflowType=\"Pipeline\"");
    }

    /** @param query in the language of Temporal's lists; empty where Temporal's UI is not known */
    public Optional<String> workflows(String query) {
        return namespace().map(page -> page + "?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    }

    /** The page of a workflow; empty where Temporal's UI is not known. */
    public Optional<String> workflow(String id) {
        return namespace().map(page -> page + "/" + URLEncoder.encode(id, StandardCharsets.UTF_8));
    }

    private Optional<String> namespace() {
        return Optional.ofNullable(settings.temporal())
                .map(ui -> below(ui, "/namespaces/" + settings.namespace() + "/workflows"));
    }

    private static String below(URI server, String path) {
        return server.toString().replaceFirst("/+$", "") + path;
    }
}

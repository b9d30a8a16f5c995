package io.loanflow.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.web.EchoService;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What every service shows a browser, with real sockets. */
class PagesIT {

    private static EchoService service;

    @BeforeAll
    static void start() {
        service = EchoService.start(
                "--spring.application.name=ingestion-service",
                "--loanflow.pages.serving=http://serving.example:1/",
                "--loanflow.pages.temporal=http://temporal.example",
                "--loanflow.pages.mlflow=http://mlflow.example");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void theStartPageLeadsToThePagesOfAllServices() throws IOException {
        assertThat(page("/"))
                .startsWith("HTTP/1.1 200")
                .contains("Content-Type: text/html;charset=UTF-8", "Cache-Control: no-store")
                // Of the service itself by its path: it may be asked under another name.
                .contains("<a href=\"/loads\">Loads</a>", "<a href=\"http://serving.example:1/try\">Try one</a>")
                .contains(
                        "<a href=\"http://temporal.example/namespaces/default/workflows?query&#x3D;WorkflowType%3D%22Pipeline%22\">")
                .contains("<a href=\"http://mlflow.example\">", "http://127.0.0.1:8085/swagger-ui.html");
    }

    @Test
    void itsStyleComesFromTheServiceAsTheRulesForPagesAsk() throws IOException {
        assertThat(page("/")).contains("style-src 'self';").doesNotContain("<style", "style=", "<script");
        assertThat(page("/style.css")).startsWith("HTTP/1.1 200").contains("Content-Type: text/css");
        assertThat(page("/icon.svg")).startsWith("HTTP/1.1 200").contains("Content-Type: image/svg+xml");
    }

    @Test
    void aPersonGetsAProblemAsAPageAndAProgramAsADocument() throws IOException {
        assertThat(page("/nowhere"))
                .startsWith("HTTP/1.1 404")
                .contains("Content-Type: text/html;charset=UTF-8", "<h1>", "To the start page");
        assertThat(page("/api/nowhere")).startsWith("HTTP/1.1 404").contains("application/problem+json");
        assertThat(service.exchange(EchoService.get("/nowhere"))).contains("application/problem+json");
    }

    private static String page(String path) throws IOException {
        return service.exchange(EchoService.get(path)
                .replace("Connection", "Accept: text/html,application/xhtml+xml,*/*;q=0.8\r\nConnection"));
    }
}

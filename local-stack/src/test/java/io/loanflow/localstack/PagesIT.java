package io.loanflow.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.loanflow.localstack.browser.PageBrowser;
import io.loanflow.localstack.browser.Pictures;
import io.loanflow.localstack.prediction.Rows;
import io.loanflow.testsupport.LoanData;
import io.loanflow.testsupport.Waiting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every page of a whole stack, in a browser. With {@code -Dloanflow.pictures=FOLDER}, a folder of the repository, it leaves pictures of some
 * there.
 */
class PagesIT {

    private static final int DECISIONS = 1_000;
    private static final int SOME_THAT_ARE_REFUSED = 50;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @RegisterExtension
    static final LocalStackExtension STACK = new LocalStackExtension();

    private static PageBrowser browser;
    private static String serving;
    private static String ingestion;
    private static String monitoring;
    private static List<String> services;

    @BeforeAll
    static void decide() throws Exception {
        String file = LoanData.file().toString();
        browser = new PageBrowser();
        LoanflowProgram program = STACK.program();
        Files.writeString(
                program.data().resolve("loan/monitoring.yaml"),
                "window: " + DECISIONS + "\ndelay-minutes: 0\nfalse-alarm-rate: 0.01\n");
        assertThat(program.run("run", "--data", file).code()).isZero();
        String status = program.run("status").text();
        serving = address(status, "serving-service");
        ingestion = address(status, "ingestion-service");
        monitoring = address(status, "monitoring-service");
        services = Stream.of("preprocessing-service", "training-service", "workflow-worker")
                .map(other -> address(status, other))
                .collect(Collectors.toCollection(ArrayList::new));
        services.addAll(List.of(serving, ingestion, monitoring));
        predict(Path.of(file));
        Waiting.await().until(PagesIT::isJudged);
    }

    @AfterAll
    static void close() throws IOException {
        // Other tests have windows of a day.
        Files.deleteIfExists(STACK.program().data().resolve("loan/monitoring.yaml"));
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void everyPageThatTheStartPageLeadsToKeepsWhatAllPagesPromise() {
        Map<String, String> seen = new HashMap<>();
        Queue<String> open = new ArrayDeque<>(List.of(serving + "/", ingestion + "/", monitoring + "/"));
        while (!open.isEmpty()) {
            String address = open.remove();
            if (seen.putIfAbsent(kind(address), address) == null) {
                browser.check(address, (page, look) -> open.addAll(links(page)));
            }
        }
        assertThat(seen.keySet())
                .contains(
                        "serving/",
                        "serving/try",
                        "serving/replays/ID",
                        "monitoring/watch",
                        "monitoring/watch/windows/ID",
                        "monitoring/decisions",
                        "monitoring/decisions/ID",
                        "ingestion/loads",
                        "ingestion/loads/ID",
                        "ingestion/api/v1/loads/ID/validation?format=html");
    }

    @Test
    void everyMetricThatBoardsAndAlertsAskForIsServed() throws IOException {
        assertThat(MetricNames.wanted()).hasSizeGreaterThan(20);
        Waiting.await().untilAsserted(() -> {
            Set<String> served = new TreeSet<>();
            for (String service : services) {
                String scrape = get(service + "/actuator/prometheus");
                served.addAll(MetricNames.served(scrape));
                assertThat(MetricNames.withoutHelp(scrape)).as(service).isEmpty();
            }
            assertThat(served).containsAll(MetricNames.wanted());
        });
    }

    @Test
    void aRecordIsTriedByKeyboardAlone() {
        browser.visit(serving + "/try", page -> {
            page.keyboard().press("Tab");
            assertThat(page.locator(":focus").textContent()).isEqualTo("Skip to content");
            page.keyboard().press("Enter");
            // Links to other data sets that are served come before the form.
            do {
                page.keyboard().press("Tab");
            } while (page.locator(":focus").getAttribute("href") != null);
            assertThat(page.locator(":focus").getAttribute("name")).isEqualTo("person_age");
            page.keyboard().press("Control+A");
            page.keyboard().type("31");
            page.keyboard().press("Enter");
            page.waitForSelector("[role=status]");

            assertThat(page.locator("[role=status]").textContent()).contains("Probability of approved");
            assertThat(page.getByLabel("Age of the applicant").inputValue()).isEqualTo("31");
            PageBrowser.check(page, "an answer");
            Pictures.take(page, "try");
        });
    }

    @Test
    void whatIsWrongStandsAtItsField() {
        browser.visit(serving + "/try", page -> {
            page.getByLabel("Age of the applicant").fill("seven");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Decide"))
                    .click();
            page.waitForSelector("[role=alert]");

            assertThat(page.getByLabel("Age of the applicant").getAttribute("aria-invalid"))
                    .isEqualTo("true");
            assertThat(page.locator("#about-person_age").textContent()).contains("must be a number from 18 to 100");
            assertThat(page.locator("[aria-invalid]").count()).isEqualTo(1);
            PageBrowser.check(page, "a refusal");
        });
    }

    @Test
    void whatIsTriedIsNoDecision() throws Exception {
        String before = decided();
        aRecordIsTriedByKeyboardAlone();

        assertThat(decided()).isEqualTo(before);
    }

    @Test
    void aDecisionIsFoundAndComesOutTheSameAgain() {
        browser.visit(monitoring + "/decisions", page -> {
            Pictures.take(page, "decisions");
            String id = page.locator("tbody th a").first().textContent();
            page.getByLabel("Decision", new Page.GetByLabelOptions().setExact(true))
                    .fill(id);
            page.keyboard().press("Enter");
            page.waitForURL("**/decisions/" + id);
            page.getByText("Decide the record again").click();
            page.waitForURL(serving + "/replays/" + id);

            assertThat(page.locator(".verdict").textContent()).contains("It comes out the same");
        });
    }

    @Test
    void mainPagesHavePictures() {
        browser.visit(serving + "/", page -> Pictures.take(page, "start"));
        browser.visit(ingestion + "/loads", page -> {
            page.locator("tbody th a").first().click();
            page.waitForSelector("svg.bars");
            Pictures.take(page, "load");
        });
    }

    /** To pages of ours. */
    private static List<String> links(Page page) {
        return page.locator("a[href]").all().stream()
                .map(link -> URI.create(page.url())
                        .resolve(link.getAttribute("href"))
                        .toString())
                .map(address -> address.replaceFirst("#.*", ""))
                .filter(address ->
                        List.of(serving, ingestion, monitoring).stream().anyMatch(address::startsWith))
                .filter(address -> !address.contains("swagger-ui") && !address.contains("/quarantine"))
                .filter(address -> !address.contains("/api/") || address.endsWith("format=html"))
                .collect(Collectors.toList());
    }

    /** Pages of the same kind are checked once. */
    private static String kind(String address) {
        return address.replace(serving, "serving")
                .replace(ingestion, "ingestion")
                .replace(monitoring, "monitoring")
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}|(?<=/)[0-9]+(?=/|$)", "ID");
    }

    private static void predict(Path file) throws IOException, InterruptedException {
        JsonNode example = JSON.readTree(get(serving + "/api/v1/loan/model")).path("example");
        String table = Files.readAllLines(file).stream()
                .limit(DECISIONS + SOME_THAT_ARE_REFUSED)
                .collect(Collectors.joining("\n"));
        String body = "{\"rows\": " + Rows.ofCsv(table, example) + "}";
        post(serving + "/api/v1/loan/predictions/batch", body);
    }

    private static boolean isJudged() throws IOException, InterruptedException {
        post(monitoring + "/api/v1/windows?dataset=loan", "");
        return get(monitoring + "/api/v1/windows?dataset=loan").contains("\"id\"");
    }

    /** How many decisions there are. */
    private static String decided() throws IOException, InterruptedException {
        return get(serving + "/actuator/prometheus")
                .lines()
                .filter(line -> line.startsWith("loanflow_prediction"))
                .collect(Collectors.joining("\n"));
    }

    private static String get(String address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address)).GET());
    }

    private static void post(String address, String body) throws IOException, InterruptedException {
        var unused = send(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private static String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString()).body();
    }

    private static String address(String status, String service) {
        Matcher matcher =
                Pattern.compile(service + ".*?(http://127\\.0\\.0\\.1:\\d+)").matcher(status);
        assertThat(matcher.find()).as(status).isTrue();
        return matcher.group(1);
    }
}

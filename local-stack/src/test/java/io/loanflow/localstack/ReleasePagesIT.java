package io.loanflow.localstack;

import static io.loanflow.testsupport.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.loanflow.localservers.DirectoryTree;
import io.loanflow.localstack.LoanflowProgram.Outcome;
import io.loanflow.localstack.LoanflowProgram.Running;
import io.loanflow.localstack.browser.PageBrowser;
import io.loanflow.localstack.browser.Pictures;
import io.loanflow.localstack.stack.StateDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a person says of versions on the page of releases, in a browser. */
class ReleasePagesIT {

    private static final String DATASET = "lodgings";

    @RegisterExtension
    static final LocalStackExtension STACK = new LocalStackExtension();

    private static PageBrowser browser;
    private static Path directory;
    private static Releases releases;
    private static String address;

    @BeforeAll
    static void releaseTheFirst() throws IOException {
        browser = new PageBrowser();
        directory = Files.createTempDirectory("loanflow-words-");
        SecondDataset first = SecondDataset.define(DATASET, STACK.program().data(), directory);
        releases = new Releases(STACK.program(), DATASET);
        address = new StateDirectory(STACK.program().state())
                        .configuration()
                        .orElseThrow()
                        .monitoringUrl() + "/releases?dataset=" + DATASET;
        Path training = STACK.program().data().resolve(DATASET).resolve("training.yaml");
        Files.writeString(training, SecondDataset.LAX_TRAINING);
        Outcome run = start(first.file()).await();
        assertThat(run.text()).contains("promoted: ");
        Files.writeString(training, SecondDataset.LAX_TRAINING + "release: {policy: approved, four-eyes: true}\n");
    }

    @AfterAll
    static void close() throws IOException {
        browser.close();
        DirectoryTree.delete(directory);
    }

    @Test
    void aVersionThatWaitsIsShownAndRejectedByTheButton() throws IOException {
        int champion = releases.champion();
        Running run = awaitWaiting("rejected.csv", 61);

        browser.check(
                address,
                (page, look) -> assertThat(page.getByRole(AriaRole.HEADING, level(2))
                                .first()
                                .textContent())
                        .contains("waits for a person's word"));
        browser.visit(address, page -> {
            Pictures.take(page, "release-waits");
            button(page, "Approve").click();

            Locator name = page.getByLabel("Your name");
            assertThat((Boolean) name.evaluate("field => field.validity.valueMissing && field.matches(':focus')"))
                    .as("the browser asks for the name and sends nothing")
                    .isTrue();

            name.fill("   ");
            page.getByLabel("Reason").first().fill("figures seen");
            button(page, "Approve").click();
            page.waitForSelector("[role=alert]");

            assertThat(described(page, name)).isEqualTo("Say who you are: blanks are no name");
            assertThat(page.locator("[aria-invalid]").count()).isEqualTo(1);
            assertThat(page.getByLabel("Reason").first().inputValue()).isEqualTo("figures seen");
            PageBrowser.check(page, "a name of blanks");

            name.fill(System.getProperty("user.name"));
            page.getByLabel("Reason").first().fill("it is mine");
            button(page, "Approve").click();
            page.waitForSelector("[role=alert]:has-text('four-eyes')");

            assertThat(page.locator("[role=alert]").textContent())
                    .contains(System.getProperty("user.name") + " started this release", "release.four-eyes");
            PageBrowser.check(page, "a word that is refused");

            page.getByLabel("Your name").fill("Ada");
            page.getByLabel("Reason").first().fill("worse for the young");
            button(page, "Reject").click();
            page.waitForSelector("[role=status]");

            assertThat(page.locator("[role=status]").textContent()).isEqualTo("Rejected; the champion stays.");
            PageBrowser.check(page, "a word that is taken");
        });

        Outcome outcome = run.await();
        assertThat(outcome.text()).contains("Ada rejected it: worse for the young");
        assertThat(releases.champion()).isEqualTo(champion);
    }

    @Test
    void aVersionIsApprovedAndRolledBackByTheButtons() throws IOException {
        int before = releases.champion();
        Running run = awaitWaiting("approved.csv", 71);

        browser.visit(address, page -> {
            page.getByLabel("Your name").fill("Ada");
            page.getByLabel("Reason").first().fill("figures seen");
            button(page, "Approve").click();
            page.waitForSelector("[role=status]");

            assertThat(page.locator("[role=status]").textContent()).contains("Approved; ");
        });
        assertThat(run.await().text()).contains("promoted: ");
        int now = releases.champion();
        assertThat(now).isGreaterThan(before);
        await().until(() -> !releases.entries("release.promoted", now).isEmpty());

        browser.visit(address, page -> {
            assertThat(page.locator("section").first().textContent())
                    .contains("Version " + now, "Approved by Ada", "figures seen");
            button(page, "Roll back").click();
            assertThat((Boolean) page.getByLabel("Reason").evaluate("field => field.validity.valueMissing"))
                    .isTrue();

            page.getByLabel("Reason").fill(" ");
            button(page, "Roll back").click();
            page.waitForSelector("[role=alert]");
            assertThat(described(page, page.getByLabel("Reason"))).isEqualTo("Say why: blanks are no reason");

            page.getByLabel("Reason").fill("complaints");
            button(page, "Roll back").click();
            page.waitForSelector("[role=status]");

            assertThat(page.locator("[role=status]").textContent()).contains("The rollback has begun: http");
            PageBrowser.check(page, "a rollback that has begun");
        });
        await().until(() -> releases.newest().path("type").asString().equals("release.rolled-back"));
        assertThat(releases.champion()).isEqualTo(before);
        browser.check(
                address,
                (page, look) -> assertThat(page.content())
                        .contains("Rolled back from version " + now + " to version " + before, "complaints"));
    }

    /** What a screen reader says of a field that is marked as wrong. */
    private static String described(Page page, Locator field) {
        assertThat(field.getAttribute("aria-invalid")).isEqualTo("true");
        return page.locator("#" + field.getAttribute("aria-describedby")).textContent();
    }

    private static Page.GetByRoleOptions level(int level) {
        return new Page.GetByRoleOptions().setLevel(level);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static Running start(Path file) {
        return STACK.program().start("run", "--dataset", DATASET, "--data", file.toString());
    }

    private static Running awaitWaiting(String name, long seed) throws IOException {
        Running run = start(Files.writeString(directory.resolve(name), SecondDataset.rows(seed, 3)));
        await().until(() -> !run.isAlive() || run.text().contains("waits for approval"));
        assertThat(run.isAlive()).as(run.text()).isTrue();
        return run;
    }
}

package io.loanflow.localstack.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Opens pages as people do, and holds them to what all pages promise. */
public final class PageBrowser implements AutoCloseable {

    private static final Map<String, String> ENVIRONMENT = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");

    private final Playwright playwright;
    private final Browser browser;

    public PageBrowser() {
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setExecutablePath(SystemChromium.find());
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(ENVIRONMENT));
        browser = playwright.chromium().launch(options);
    }

    /**
     * Opens a page in every look and checks it. It must answer, break no rule of its own (style, scripts), not be wider than the window,
     * and axe-core must find nothing serious.
     *
     * @param then is given each page, and the name of the look, once it is checked
     */
    public void check(String address, BiConsumer<Page, String> then) {
        for (Look look : Look.values()) {
            inLook(look, page -> {
                open(page, address);
                check(page, address + ", " + look);
                then.accept(page, look.name());
            });
        }
    }

    /** On a wide screen by day. */
    public void visit(String address, Consumer<Page> visitor) {
        inLook(Look.DESKTOP, page -> {
            open(page, address);
            visitor.accept(page);
        });
    }

    /** What every page promises, of one that is open. */
    public static void check(Page page, String name) {
        assertThat(Accessibility.findings(page)).as("axe-core on " + name).isEmpty();
        assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
                .as("fits the window: " + name)
                .isTrue();
        assertThat(page.locator("h1").count()).as("headings of " + name).isEqualTo(1);
        assertThat(page.title()).endsWith(" · Loanflow");
    }

    private static void open(Page page, String address) {
        Response response = page.navigate(address);
        assertThat(response.status()).as(address).isEqualTo(200);
    }

    private void inLook(Look look, Consumer<Page> visitor) {
        List<String> complaints = new ArrayList<>();
        try (BrowserContext context = browser.newContext(look.options())) {
            Accessibility.prepare(context);
            Page page = context.newPage();
            page.onConsoleMessage(message -> {
                // What is refused as it should be is told as an error too.
                if (message.type().equals("error") && !message.text().contains("422")) {
                    complaints.add(message.text());
                }
            });
            page.onPageError(complaints::add);
            visitor.accept(page);
        }
        assertThat(complaints).as("what the browser complains of, " + look).isEmpty();
    }

    @Override
    public void close() {
        playwright.close();
    }
}

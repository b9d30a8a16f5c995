package io.loanflow.localstack.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** Pictures of pages for the documents, taken where {@code -Dloanflow.pictures} names a folder of the repository. */
public final class Pictures {

    private static final String FOLDER = "loanflow.pictures";
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 900;

    private Pictures() {}

    public static boolean areWanted() {
        return System.getProperty(FOLDER) != null;
    }

    public static void take(Page page, String name) {
        String folder = System.getProperty(FOLDER);
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("..").resolve(folder).resolve(name + ".png"))
                    .setClip(0, 0, WIDTH, HEIGHT));
        }
    }
}

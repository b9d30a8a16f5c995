package io.loanflow.localstack.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;

/** How a person looks at a page. */
enum Look {
    DESKTOP(1200, 900, ColorScheme.LIGHT),
    DESKTOP_AT_NIGHT(1200, 900, ColorScheme.DARK),
    PHONE(360, 740, ColorScheme.LIGHT),
    PHONE_AT_NIGHT(360, 740, ColorScheme.DARK);

    private final int width;
    private final int height;
    private final ColorScheme scheme;

    Look(int width, int height, ColorScheme scheme) {
        this.width = width;
        this.height = height;
        this.scheme = scheme;
    }

    Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setLocale("en-US");
    }
}

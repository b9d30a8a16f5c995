package io.loanflow.web.guard;

import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names under which a service may be asked. A page of another site can have its own name lead to this machine (DNS rebinding)
 * and would then be of our origin; it cannot do so with a number or with a name that is not its own.
 */
final class Hosts {

    private static final String ANY = "*";
    private static final Pattern PORT = Pattern.compile(":\\d*$");
    private static final Pattern NUMBER = Pattern.compile("[0-9.]+|\\[[0-9a-fA-F:.]+(%25?[^\\]]*)?\\]");

    private final Set<String> names = new HashSet<>(Set.of("localhost"));
    private final String publicOrigin;

    Hosts(AccessSettings settings) {
        settings.hosts().forEach(name -> names.add(name.strip().toLowerCase(Locale.ROOT)));
        URI url = settings.publicUrl();
        if (url.getHost() != null) {
            names.add(url.getHost().toLowerCase(Locale.ROOT));
        }
        publicOrigin = origin(url);
    }

    /** @param authority host and port as the request names them; null where it names none, as HTTP 1.0 may */
    boolean areAskedBy(@Nullable String authority) {
        if (authority == null || names.contains(ANY)) {
            return true;
        }
        String name = PORT.matcher(authority).replaceFirst("").toLowerCase(Locale.ROOT);
        return names.contains(name) || NUMBER.matcher(name).matches();
    }

    /** Whether a page of that origin is one of the service that was asked under that name. */
    boolean areOrigin(String origin, @Nullable String authority) {
        String lower = origin.toLowerCase(Locale.ROOT);
        return lower.equals(publicOrigin)
                || (authority != null
                        && lower.matches("https?://" + Pattern.quote(authority.toLowerCase(Locale.ROOT))));
    }

    private static String origin(URI url) {
        return (url.getScheme() + "://" + url.getAuthority()).toLowerCase(Locale.ROOT);
    }
}

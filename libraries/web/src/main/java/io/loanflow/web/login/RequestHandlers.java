package io.loanflow.web.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** What will answer a request, found as Spring MVC itself finds it, so that no address is read in two ways. */
final class RequestHandlers {

    private final Supplier<List<HandlerMapping>> mappings;

    /** @param mappings in the order in which they are asked; first needed when the first request comes */
    RequestHandlers(Supplier<List<HandlerMapping>> mappings) {
        this.mappings = SingletonSupplier.of(mappings);
    }

    /** Empty where none answers, or will only refuse: no such method, no such media type. */
    Optional<Object> of(HttpServletRequest request) {
        HttpServletRequest looking = new Looking(request);
        ServletRequestPathUtils.parseAndCache(looking);
        try {
            for (HandlerMapping mapping : mappings.get()) {
                HandlerExecutionChain found = mapping.getHandler(looking);
                if (found != null) {
                    return Optional.of(found.getHandler());
                }
            }
        } catch (Exception e) {
            // Spring MVC will say the same in its answer.
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** Keeps to itself what mappings note at a request. */
    private static final class Looking extends HttpServletRequestWrapper {

        private final Map<String, @Nullable Object> notes = new HashMap<>();

        Looking(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable Object getAttribute(String name) {
            return notes.containsKey(name) ? notes.get(name) : super.getAttribute(name);
        }

        @Override
        public Enumeration<String> getAttributeNames() {
            Set<String> names = new HashSet<>(Collections.list(super.getAttributeNames()));
            names.addAll(notes.keySet());
            return Collections.enumeration(names);
        }

        @Override
        public void setAttribute(String name, @Nullable Object value) {
            notes.put(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            notes.put(name, null);
        }
    }
}

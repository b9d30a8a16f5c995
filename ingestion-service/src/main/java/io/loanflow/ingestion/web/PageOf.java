package io.loanflow.ingestion.web;

import java.util.List;
import java.util.function.Function;
import org.springframework.data.domain.Page;

/**
 * A part of a long list.
 *
 * @param page from 0
 * @param size most items on a page
 * @param totalItems on all pages
 */
record PageOf<T>(List<T> items, int page, int size, long totalItems, int totalPages) {

    /** The last page that may be asked for: the database counts rows before it in 32 bits, at up to 1,000 items a page. */
    static final int LAST = 1_000_000;

    static <E, T> PageOf<T> of(Page<E> page, Function<E, T> description) {
        return new PageOf<>(
                page.map(description).getContent(),
                page.getNumber(),
                page.getSize(),
                page.getTotalElements(),
                page.getTotalPages());
    }
}

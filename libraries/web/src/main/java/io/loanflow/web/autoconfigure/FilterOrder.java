package io.loanflow.web.autoconfigure;

import org.springframework.core.Ordered;

/** Which filter comes after which. */
final class FilterOrder {

    /** Within the filter that counts requests and begins their traces, so that refusals are counted and have one. */
    static final int TRACE = Ordered.HIGHEST_PRECEDENCE + 2;

    /** Around all that may refuse. */
    static final int AUDIT = TRACE + 1;

    static final int GUARD = AUDIT + 1;

    /** Before anything is read of whoever is not known. */
    static final int LOGIN = GUARD + 1;

    static final int BODY = LOGIN + 1;

    private FilterOrder() {}
}

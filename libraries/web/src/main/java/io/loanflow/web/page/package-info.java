/** What the pages of all services share: layout, navigation, style, and the page at which people begin. */
@NullMarked
package io.loanflow.web.page;

import org.jspecify.annotations.NullMarked;

package io.loanflow.training.card;

import java.util.List;

/**
 * A table of the page.
 *
 * @param note how to read it
 * @param rows each as long as the heading
 */
record CardTable(String title, String note, List<String> heading, List<List<String>> rows) {}

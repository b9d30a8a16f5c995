package io.loanflow.monitoring.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is to become an entry.
 *
 * @param type of the happening, such as {@code release.promoted}: at most 80 characters, its prefix says what reads its body
 * @param key which happening it is: of two with the same one only the first becomes an entry
 * @param dataset that it is about; null for none
 * @param at when it happened
 * @param body an object; its numbers are whole
 */
record LedgerDraft(String type, String key, @Nullable String dataset, Instant at, JsonNode body) {}

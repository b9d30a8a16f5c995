package io.loanflow.serving.decision;

import java.time.Instant;

/**
 * What was answered to a request with a key.
 *
 * @param at when
 * @param json the whole answer
 */
// Bytes of an answer, which are passed on and never compared.
@SuppressWarnings("ArrayRecordComponent")
record KeyedAnswer(RequestKey key, Instant at, byte[] json) {}

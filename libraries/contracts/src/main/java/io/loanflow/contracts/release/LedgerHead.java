package io.loanflow.contracts.release;

/**
 * The end of the ledger at a time: whoever keeps it elsewhere can tell later whether what was before it is still there.
 *
 * @param number of the last entry, from 1
 * @param hash of that entry, SHA-256 in hexadecimal
 */
public record LedgerHead(long number, String hash) {}

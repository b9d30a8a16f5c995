package io.loanflow.contracts.release;

/**
 * Asks for an appointment to be undone.
 *
 * @param reason why, as a sentence
 */
public record Reinstatement(Appointment appointment, String reason) {}

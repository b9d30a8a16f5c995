package io.loanflow.localstack.command;

import picocli.CommandLine.Command;

/** Keeps a version out of service. */
@Command(
        name = "reject",
        mixinStandardHelpOptions = true,
        description = "Keep a version out of service that passed the gate and waits for a person.")
final class RejectCommand extends ApprovalCommand {

    RejectCommand(Surroundings surroundings) {
        super(surroundings, false);
    }
}

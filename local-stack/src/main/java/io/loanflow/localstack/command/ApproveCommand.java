package io.loanflow.localstack.command;

import picocli.CommandLine.Command;

/** Lets a version into service. */
@Command(
        name = "approve",
        mixinStandardHelpOptions = true,
        description = "Let a version into service that passed the gate and waits for a person.")
final class ApproveCommand extends ApprovalCommand {

    ApproveCommand(Surroundings surroundings) {
        super(surroundings, true);
    }
}

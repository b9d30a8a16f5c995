package io.loanflow.localstack.command;

import picocli.CommandLine.IVersionProvider;

/** Reads the version that Maven wrote into the jar. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"loanflow " + (version == null ? "(not from a jar)" : version)};
    }
}

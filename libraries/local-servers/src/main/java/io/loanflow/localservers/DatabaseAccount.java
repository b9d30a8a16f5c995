package io.loanflow.localservers;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** The accounts of the services in the database; {@code rights.sql} says what each may do. */
public enum DatabaseAccount {
    INGESTION,
    PREPROCESSING,
    SERVING,
    MONITORING;

    /** As the server knows it. */
    public String user() {
        return MariaDbServer.USER + "_" + name().toLowerCase(Locale.ROOT);
    }

    /** A new password for each. */
    public static Map<DatabaseAccount, String> generatePasswords() {
        Map<DatabaseAccount, String> passwords = new EnumMap<>(DatabaseAccount.class);
        for (DatabaseAccount account : values()) {
            passwords.put(account, Passwords.generate());
        }
        return passwords;
    }
}

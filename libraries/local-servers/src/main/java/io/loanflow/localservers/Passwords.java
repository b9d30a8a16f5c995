package io.loanflow.localservers;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Passwords for servers that this machine starts for itself. */
public final class Passwords {

    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {}

    /** 128 random bits in hexadecimal: safe in a URL, an SQL string and a configuration file without quoting. */
    public static String generate() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    static String requireSafe(String password) {
        if (!password.matches("[A-Za-z0-9]{8,}")) {
            throw new IllegalArgumentException(
                    "A local server's password must be eight or more letters and digits; use Passwords.generate()");
        }
        return password;
    }
}

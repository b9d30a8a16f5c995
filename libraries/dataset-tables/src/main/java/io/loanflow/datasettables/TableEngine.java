package io.loanflow.datasettables;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Which of MariaDB's storage engines holds the rows. */
public enum TableEngine {
    /** ColumnStore where the server has it, else InnoDB. */
    AUTO(""),
    /** Stores by column: for reading many rows at once. Has no keys. */
    COLUMNSTORE("Columnstore"),
    /** MariaDB's usual engine, on every server. */
    INNODB("InnoDB");

    private final String sqlName;

    TableEngine(String sqlName) {
        this.sqlName = sqlName;
    }

    /** As the server calls it. */
    String sqlName() {
        return sqlName;
    }

    /** An engine that this server has. */
    TableEngine on(Connection connection) throws SQLException {
        boolean columnStore = hasColumnStore(connection);
        if (this == COLUMNSTORE && !columnStore) {
            throw new TableUnfitException("this MariaDB server has no ColumnStore; set loanflow.table.engine"
                    + " (LOANFLOW_TABLE_ENGINE) to auto or innodb, or LOANFLOW_DB_URL to a server that has it");
        }
        return this == AUTO ? (columnStore ? COLUMNSTORE : INNODB) : this;
    }

    private static boolean hasColumnStore(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet engines = statement.executeQuery("SELECT 1 FROM information_schema.ENGINES"
                        + " WHERE ENGINE = 'Columnstore' AND SUPPORT IN ('YES', 'DEFAULT')")) {
            return engines.next();
        }
    }
}

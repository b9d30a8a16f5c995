package io.loanflow.ingestion.table;

/** @param type in SQL, such as {@code varchar(255)} */
record TableColumn(String name, String type) {

    String declaration() {
        return "`" + name + "` " + type;
    }
}

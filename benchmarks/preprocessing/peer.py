"""The work of the preprocessing service by the usual Python libraries: read a load, split, fit and encode, write Arrow batches to Redis."""
import os
import statistics
import sys
import time
from urllib.parse import urlparse

import pandas as pd
import pyarrow as pa
import redis
import sqlalchemy
from sklearn.compose import ColumnTransformer
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import OneHotEncoder, OrdinalEncoder

ROWS_IN_BATCH = 8192
NOMINAL = ["person_home_ownership", "loan_intent"]
ORDINAL = {
    "person_education": ["High School", "Associate", "Bachelor", "Master", "Doctorate"],
    "previous_loan_defaults_on_file": ["No", "Yes"],
}
NUMBERS = [
    "person_age", "person_income", "person_emp_exp", "loan_amnt", "loan_int_rate", "loan_percent_income",
    "cb_person_cred_hist_length", "credit_score",
]
COMPANIONS = ["person_gender", "previous_loan_defaults_on_file"]


def prepare(database, cache, load):
    rows = pd.read_sql(sqlalchemy.text(f"SELECT * FROM loan_rows WHERE load_id = {load}"), database)
    target = (rows["loan_status"] == "1").astype("int8")
    train, test, train_target, test_target = train_test_split(rows, target, test_size=0.2, stratify=target, random_state=42)
    encoder = ColumnTransformer([
        ("numbers", "passthrough", NUMBERS),
        ("ordinal", OrdinalEncoder(categories=list(ORDINAL.values())), list(ORDINAL)),
        ("nominal", OneHotEncoder(sparse_output=False, handle_unknown="ignore"), NOMINAL),
    ]).fit(train)
    names = list(encoder.get_feature_names_out())
    options = pa.ipc.IpcWriteOptions(compression="zstd")
    for part, side, labels in (("train", train, train_target), ("test", test, test_target)):
        features = encoder.transform(side)
        columns = [pa.array(features[:, i].astype(float)) for i in range(len(names))]
        columns += [pa.array(labels)] + [pa.array(side[name]) for name in COMPANIONS]
        table = pa.table(columns, names=names + ["loan_status"] + ["companion:" + name for name in COMPANIONS])
        for number, batch in enumerate(table.to_batches(max_chunksize=ROWS_IN_BATCH)):
            sink = pa.BufferOutputStream()
            with pa.ipc.new_stream(sink, batch.schema, options=options) as writer:
                writer.write_batch(batch)
            cache.set(f"peer:{part}:{number}", sink.getvalue().to_pybytes(), ex=3600)
    return len(rows)


def main():
    load, rounds = int(sys.argv[1]), int(sys.argv[2])
    address = urlparse(os.environ["LOANFLOW_DB_URL"].removeprefix("jdbc:"))
    url = sqlalchemy.URL.create(
        "mysql+pymysql", os.environ["LOANFLOW_DB_USER"], os.environ["LOANFLOW_DB_PASSWORD"], address.hostname, address.port,
        address.path.lstrip("/"))
    cache = redis.from_url(os.environ["REDIS_URL"])
    seconds = []
    with sqlalchemy.create_engine(url).connect() as database:
        for _ in range(rounds):
            start = time.perf_counter()
            rows = prepare(database, cache, load)
            seconds.append(time.perf_counter() - start)
    median = statistics.median(seconds)
    print(f"{f'pandas, median of {rounds}':<28} {rows:>10,} rows {median:8.3f} s {rows / median:>10,.0f} rows/s", flush=True)


if __name__ == "__main__":
    main()

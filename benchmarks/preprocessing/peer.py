"""The work of the preprocessing service by the usual Python libraries: read a load, split, fit and encode, write Arrow batches to Redis.

Rows are read by connectorx, in two parts at once and into Arrow: several times as fast as pandas.read_sql with a driver in Python.
"""
import os
import statistics
import sys
import time
from urllib.parse import quote, urlparse

import connectorx
import pyarrow as pa
import redis
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
COLUMNS = ["row_no", "loan_status", "person_gender", *NUMBERS, *ORDINAL, *NOMINAL]
COMPANIONS = ["person_gender", "previous_loan_defaults_on_file"]


def prepare(database, cache, load):
    rows = connectorx.read_sql(
        database, f"SELECT {', '.join(COLUMNS)} FROM loan_rows WHERE load_id = {load}", return_type="arrow", partition_on="row_no",
        partition_num=2).to_pandas()
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
    user, password = (quote(os.environ[name], safe="") for name in ("LOANFLOW_DB_USER", "LOANFLOW_DB_PASSWORD"))
    database = f"mysql://{user}:{password}@{address.hostname}:{address.port}{address.path}"
    cache = redis.from_url(os.environ["REDIS_URL"])
    seconds = []
    for _ in range(rounds):
        start = time.perf_counter()
        rows = prepare(database, cache, load)
        seconds.append(time.perf_counter() - start)
    median = statistics.median(seconds)
    print(f"{f'connectorx, scikit-learn, of {rounds}':<28} {rows:>10,} rows {median:8.3f} s {rows / median:>10,.0f} rows/s", flush=True)


if __name__ == "__main__":
    main()

"""Writes the files that TypedTableTest reads: python make.py, where pyarrow is installed."""

import datetime
import decimal
import pathlib

import pyarrow as pa
import pyarrow.feather as feather
import pyarrow.parquet as pq

HERE = pathlib.Path(__file__).parent
DAY = datetime.date(2011, 12, 31)
TIME = datetime.datetime(2011, 12, 31, 13, 30, 15)
MIDNIGHT = datetime.datetime(2011, 12, 31)

VALUES = {
    "whole": pa.array([22, None, -9007199254740993], pa.int64()),
    "small": pa.array([1, 2, None], pa.int8()),
    "unsigned": pa.array([4294967295, None, 0], pa.uint32()),
    "number": pa.array([10.65, 1e-300, None], pa.float64()),
    "single": pa.array([0.1, 5.0, None], pa.float32()),
    "truth": pa.array([True, None, False], pa.bool_()),
    "text": pa.array(["straße", "", None], pa.string()),
    "category": pa.array(["a", "b", "a"], pa.string()).dictionary_encode(),
    "amount": pa.array([decimal.Decimal("1234.50"), None, decimal.Decimal("-0.01")], pa.decimal128(20, 2)),
    "day": pa.array([DAY, None, DAY], pa.date32()),
    "time": pa.array([TIME, MIDNIGHT, None], pa.timestamp("us")),
}
table = pa.table(VALUES)

for codec in ("none", "snappy", "gzip", "zstd", "lz4"):
    pq.write_table(table, HERE / f"{codec}.parquet", compression=codec)
pq.write_table(table, HERE / "brotli.parquet", compression="brotli")
pq.write_table(
    table, HERE / "second.parquet", compression="zstd", data_page_version="2.0", use_dictionary=False, version="2.6",
    column_encoding={"whole": "DELTA_BINARY_PACKED", "text": "DELTA_BYTE_ARRAY", "number": "BYTE_STREAM_SPLIT"},
)
pq.write_table(table, HERE / "groups.parquet", row_group_size=1, write_page_checksum=True)
pq.write_table(table.slice(0, 0), HERE / "empty.parquet")
pq.write_table(pa.table({"name": ["a"], "list": [[1, 2]], "deep": [{"inner": 7}]}), HERE / "nested.parquet")

with pa.OSFile(str(HERE / "batches.arrow"), "wb") as sink, pa.ipc.new_file(sink, table.schema) as writer:
    for row in range(3):
        writer.write_table(table.slice(row, 1))
with pa.OSFile(str(HERE / "stream.arrow"), "wb") as sink, pa.ipc.new_stream(
    sink, table.schema, options=pa.ipc.IpcWriteOptions(compression="zstd")
) as writer:
    writer.write_table(table)
feather.write_feather(table, str(HERE / "lz4.feather"), compression="lz4")

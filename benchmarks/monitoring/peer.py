"""What Evidently does with the same rows: how many changed windows it sees at a stated false-alarm rate, and how long its report takes.

    peer.py power DIRECTORY [--windows 1000] [--shifted 150] [--rate 0.01]
    peer.py report DIRECTORY

DIRECTORY holds the rows as AlarmBenchmark writes them: none.csv and one file for each change. A window raises an alarm where the worst of its
columns is beyond a limit, which is the one that the stated share of unchanged windows exceeds. "default" is the test that Evidently chooses for each
column, distances where there are so many rows, by its own limit; "p-values" is its Kolmogorov-Smirnov and χ² tests.
"""

import argparse
import os
import statistics
import time
import warnings
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

os.environ["DO_NOT_TRACK"] = "1"
for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[variable] = "1"

import numpy
import pandas
from evidently.legacy.calculations import stattests
from evidently.legacy.calculations.stattests.registry import get_stattest
from evidently.legacy.core import ColumnType

warnings.filterwarnings("ignore")

REFERENCE = 36_000
SHIFTS = ["none", "mean", "scale", "category-mix", "one-group-only", "missing"]
P_VALUES = {ColumnType.Numerical: stattests.ks_stat_test, ColumnType.Categorical: stattests.chi_stat_test}


def tests(reference):
    """Of each column: its kind, and the test that Evidently takes."""
    chosen = {}
    for name in reference.columns:
        numeric = pandas.api.types.is_numeric_dtype(reference[name]) and name != "label"
        kind = ColumnType.Numerical if numeric else ColumnType.Categorical
        chosen[name] = (kind, get_stattest(reference[name], reference[name], kind, None))
    return chosen


def worst(reference, current, chosen):
    """How far the worst column is beyond its limit, by default tests and by p-values."""
    default, p_values = 0, 1
    for name, (kind, test) in chosen.items():
        result = test(reference[name], current[name], kind, None)
        default = max(default, result.drift_score / result.actual_threshold)
        p_values = min(p_values, P_VALUES[kind](reference[name], current[name], kind, None).drift_score)
    return default, -p_values


def windows(directory, shift, size, count, seed):
    unchanged = pandas.read_csv(directory / "none.csv")
    changed = pandas.read_csv(directory / f"{shift}.csv")
    random = numpy.random.default_rng(seed)
    chosen = tests(unchanged)
    found = []
    for _ in range(count):
        reference = unchanged.iloc[random.integers(len(unchanged), size=REFERENCE)]
        current = changed.iloc[random.integers(len(changed), size=size)]
        found.append(worst(reference, current, chosen))
    return shift, found


def power(options):
    unchanged = pandas.read_csv(options.directory / "none.csv")
    print("tests:", ", ".join(f"{name} {test.display_name}" for name, (_, test) in tests(unchanged).items()))
    print(f"{'window':<8} {'change':<16} {'default':>8} {'p-values':>9}")
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for size in options.sizes:
            jobs = []
            for shift in SHIFTS:
                count = options.windows if shift == "none" else options.shifted
                parts = [count // 10] * 10
                jobs += [pool.submit(windows, options.directory, shift, size, part, [size, SHIFTS.index(shift), i]) for i, part in enumerate(parts)]
            found = {shift: [] for shift in SHIFTS}
            for job in jobs:
                shift, statistics_found = job.result()
                found[shift] += statistics_found
            limits = numpy.quantile(numpy.array(found["none"]), 1 - options.rate, axis=0)
            for shift in SHIFTS[1:]:
                seen = (numpy.array(found[shift]) > limits).mean(axis=0)
                print(f"{size:<8} {shift:<16} {seen[0]:>8.3f} {seen[1]:>9.3f}", flush=True)


def report(options):
    from evidently import DataDefinition, Dataset, Report
    from evidently.presets import DataDriftPreset

    rows = pandas.read_csv(options.directory / "none.csv")
    random = numpy.random.default_rng(1)
    categories = [name for name in rows.columns if not pandas.api.types.is_numeric_dtype(rows[name])] + ["label"]
    definition = DataDefinition(
        numerical_columns=[name for name in rows.columns if name not in categories], categorical_columns=categories
    )
    seconds = []
    for _ in range(7):
        reference = rows.iloc[random.integers(len(rows), size=REFERENCE)].reset_index(drop=True)
        current = rows.iloc[random.integers(len(rows), size=9000)].reset_index(drop=True)
        begin = time.perf_counter()
        Report([DataDriftPreset()]).run(
            Dataset.from_pandas(current, data_definition=definition), Dataset.from_pandas(reference, data_definition=definition)
        ).dict()
        seconds.append(time.perf_counter() - begin)
    print(f"9,000 against 36,000 rows, {len(rows.columns)} columns: {statistics.median(seconds[1:]):.2f} s ({min(seconds):.2f}-{max(seconds):.2f})")


parser = argparse.ArgumentParser()
parser.add_argument("what", choices=["power", "report"])
parser.add_argument("directory", type=Path)
parser.add_argument("--windows", type=int, default=1000)
parser.add_argument("--shifted", type=int, default=150)
parser.add_argument("--rate", type=float, default=0.01)
parser.add_argument("--sizes", type=lambda text: [int(size) for size in text.split(",")], default=[200, 1000, 10_000])
options = parser.parse_args()
{"power": power, "report": report}[options.what](options)

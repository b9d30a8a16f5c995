"""Writes what LightGBM says of rows with missing values and categories, for LightGbmTest.

    python lightgbm_values.py DIRECTORY      needs lightgbm; was run with 4.7.0

rows.csv             values (nan where missing), and the label
missing.csv, ...     by row the raw score of a model that learnt from these rows with the parameters of that name
"""
import sys
from pathlib import Path

import lightgbm
import numpy as np

ROWS = 3000
SHARED = {"objective": "binary", "num_leaves": 8, "learning_rate": 0.1, "min_data_in_leaf": 20, "lambda_l2": 1,
          "enable_bundle": False, "feature_pre_filter": False, "deterministic": True, "force_col_wise": True,
          "num_threads": 1, "verbose": -1}
MODELS = {"missing": ([0, 1, 2], [], {}),
          "smooth": ([0, 1, 2], [], {"path_smooth": 2, "lambda_l1": 0.5}),
          "one": ([0, 3], [1], {}),
          "sets": ([0, 4], [1], {}),
          "everything": ([0, 1, 2, 3, 4], [3, 4], {"cat_l2": 2, "cat_smooth": 5, "max_cat_threshold": 3,
                                                    "min_data_per_group": 30})}


def table():
    random = np.random.default_rng(11)
    rows = random.integers(1, 120, size=(ROWS, 5)) / 8
    rows[:, 3] = random.integers(0, 3, ROWS)
    rows[:, 4] = random.integers(0, 12, ROWS)
    signal = rows[:, 0] / 5 + (rows[:, 1] > 9) * (rows[:, 3] == 1) * 2 + np.sin(rows[:, 4] * 2.4) * 1.5
    rows[random.random(ROWS) < 0.25, 0] = np.nan
    signal -= np.isnan(rows[:, 0]) * 1.5
    rows[random.random(ROWS) < 0.1, 1] = np.nan
    rows[random.random(ROWS) < 0.05, 4] = np.nan
    signal += random.normal(size=ROWS) - signal.mean()
    return rows, (signal > 0).astype(int)


def main():
    directory = Path(sys.argv[1])
    rows, labels = table()
    np.savetxt(directory / "rows.csv", np.column_stack([rows, labels]), fmt="%.10g", delimiter=",")
    for name, (columns, categories, others) in MODELS.items():
        data = lightgbm.Dataset(rows[:, columns], labels, categorical_feature=categories)
        booster = lightgbm.train(SHARED | others, data, 10)
        np.savetxt(directory / f"{name}.csv", booster.predict(rows[:, columns], raw_score=True), fmt="%.10g")


main()

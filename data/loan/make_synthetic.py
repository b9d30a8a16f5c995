#!/usr/bin/env python3
"""Writes synthetic.yaml, the statistics from which Loanflow makes up loan applications when no real file is at hand.

    python3 -m venv venv && venv/bin/pip install numpy scipy pandas scikit-learn pyyaml
    venv/bin/python data/loan/make_synthetic.py loan_data.csv

What it writes describes many rows, never one: a quantile is the mean of at least 21 rows, a leaf of the tree that decides
holds at least 100. Rows outside the definition's ranges are left out. The same file gives the same output.
"""
import argparse
import pathlib

import numpy as np
import pandas as pd
import yaml
from scipy.stats import norm, rankdata
from sklearn.tree import DecisionTreeClassifier

HERE = pathlib.Path(__file__).parent
TARGET = "loan_status"
# Never given to the tree: what it is for the pipeline, it is here.
PROTECTED = "person_gender"
# Column: (step between values, decimals written)
NUMBERS = {
    "person_age": (1, 1),
    "person_income": (1, 1),
    "person_emp_exp": (1, 0),
    "loan_amnt": (25, 1),
    "loan_int_rate": (0.01, 2),
    "cb_person_cred_hist_length": (1, 1),
    "credit_score": (1, 0),
}
# Columns that follow another at a distance: experience and credit history begin at an age.
DIFFERENCES = {"person_emp_exp": "person_age", "cb_person_cred_hist_length": "person_age"}
RATIO = {"name": "loan_percent_income", "kind": "ratio", "of": "loan_amnt", "by": "person_income", "decimals": 2}
# As the class QuantileTable has them.
LEVELS = [0, 0.001, 0.0025, 0.005, *[i / 100 for i in range(1, 100)], 0.995, 0.9975, 0.999, 1]
WINDOW = 10


def valid_rows(frame, definition):
    for column in definition["columns"]:
        if "range" in column:
            frame = frame[frame[column["name"]].between(*column["range"])]
    return frame


def quantiles(values, decimals):
    values = np.sort(values)
    middle = [min(max(round(level * (len(values) - 1)), WINDOW), len(values) - 1 - WINDOW) for level in LEVELS]
    return [round(float(values[i - WINDOW : i + WINDOW + 1].mean()), max(decimals, 2)) for i in middle]


def drawn_columns(frame, definition):
    """The columns drawn by themselves, as (model, the values whose ranks depend on each other)."""
    for column in definition["columns"]:
        name = column["name"]
        if name in DIFFERENCES:
            step, decimals = NUMBERS[name]
            gap = frame[DIFFERENCES[name]] - frame[name]
            yield {
                "name": name, "kind": "difference", "from": DIFFERENCES[name], "step": step, "decimals": decimals,
                "at-least": int(frame[name].quantile(0.001)), "at-most": int(frame[name].quantile(0.999)),
                "quantiles": quantiles(gap.to_numpy(float), decimals),
            }, gap
        elif name in NUMBERS:
            step, decimals = NUMBERS[name]
            yield {
                "name": name, "kind": "number", "step": step, "decimals": decimals,
                "quantiles": quantiles(frame[name].to_numpy(float), decimals),
            }, frame[name]
        elif "categories" in column and name != TARGET:
            categories = column["categories"]
            if column["type"] == "nominal":
                # An order in which neighbours resemble each other, so that one number can say how others depend on it.
                categories = sorted(categories, key=lambda c: frame[TARGET][frame[name] == c].mean())
            shares = {c: round(float((frame[name] == c).mean()), 5) for c in categories}
            yield {"name": name, "kind": "category", "shares": shares}, frame[name].map(categories.index)


def normal_scores(values):
    scores = norm.ppf((rankdata(values) - 0.5) / len(values))
    return scores / scores.std()


def nearest_correlation(matrix):
    values, vectors = np.linalg.eigh(matrix)
    matrix = vectors @ np.diag(np.maximum(values, 1e-3)) @ vectors.T
    scale = np.sqrt(np.diag(matrix))
    return matrix / np.outer(scale, scale)


def draw(models, correlation, rows):
    """Values ranked as the Java generator draws them."""
    normals = np.random.default_rng(1).standard_normal((rows, len(models))) @ np.linalg.cholesky(correlation).T
    for i, model in enumerate(models):
        share = norm.cdf(normals[:, i])
        if model["kind"] == "category":
            yield np.searchsorted(np.cumsum(list(model["shares"].values()))[:-1], share)
        else:
            values = np.interp(share, LEVELS, model["quantiles"])
            yield np.round(values / model["step"]) * model["step"]


def fitted_correlation(models, values):
    """The correlation of normals whose drawn values depend on each other as the real ones do; ties weaken it."""
    wanted = np.corrcoef([normal_scores(v) for v in values])
    latent = nearest_correlation(wanted)
    for _ in range(8):
        drawn = np.corrcoef([normal_scores(v) for v in draw(models, latent, 100_000)])
        latent = nearest_correlation(np.clip(latent + wanted - drawn, -0.999, 0.999))
    np.fill_diagonal(latent, 1)
    return [[round(float(x), 4) for x in row] for row in latent]


def decision(frame, definition):
    """A tree of tests, its leaves the share of approvals."""
    inputs, tests = [], []
    for column in definition["columns"]:
        name = column["name"]
        if name in (TARGET, PROTECTED):
            continue
        for category in column.get("categories", [None]):
            tests.append((name, category))
            inputs.append(frame[name] if category is None else frame[name] == category)
    tree = DecisionTreeClassifier(min_samples_leaf=100, max_leaf_nodes=300, random_state=0)
    tree.fit(np.column_stack(inputs).astype(float), frame[TARGET])
    nodes = tree.tree_

    def written(node):
        if nodes.children_left[node] < 0:
            return round(float(nodes.value[node][0][1]), 3)
        name, category = tests[nodes.feature[node]]
        low, high = written(nodes.children_left[node]), written(nodes.children_right[node])
        if category is None:
            return {"column": name, "at-most": round(float(nodes.threshold[node]), 4), "then": low, "else": high}
        return {"column": name, "is": category, "then": high, "else": low}

    return written(0)


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("csv", help="the published loan_data.csv")
    definition = yaml.load((HERE / "dataset.yaml").read_text(), yaml.BaseLoader)
    for column in definition["columns"]:
        if "range" in column:
            column["range"] = [float(limit) for limit in column["range"]]
    frame = valid_rows(pd.read_csv(arguments.parse_args().csv), definition)
    models, values = zip(*drawn_columns(frame, definition))
    model = {
        "columns": [*models, RATIO],
        "correlation": fitted_correlation(models, values),
        "decision": decision(frame, definition),
    }
    header = "# Statistics of the published loan file, from which made-up rows are drawn. Written by make_synthetic.py.\n"
    text = yaml.safe_dump(model, sort_keys=False, default_flow_style=None, width=150)
    (HERE / "synthetic.yaml").write_text(header + text)


if __name__ == "__main__":
    main()

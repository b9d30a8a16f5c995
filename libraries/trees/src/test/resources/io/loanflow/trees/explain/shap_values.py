"""Writes what shap's TreeExplainer says of a random forest of scikit-learn's and of boosted trees of LightGBM's, for ShapTest.

    python shap_values.py DIRECTORY      needs shap, scikit-learn, lightgbm; was run with 0.51.0, 1.9.1, 4.7.0

rows.csv             rows; the first 50 are the reference rows
forest.csv, ...      a line "tree NODES" and a line a node: left, right (-1 where a leaf), feature, threshold, value, rows that came to it
forest-values.csv    by row: the values of the path-dependent game, then of the interventional one; before them a line of the two bases
"""
import sys
from pathlib import Path

import lightgbm
import numpy as np
import shap
from sklearn.ensemble import RandomForestClassifier

ROWS, REFERENCE = 1000, 50


def table():
    random = np.random.default_rng(7)
    # Sixty-fourths: the same number as float32, which scikit-learn compares.
    rows = np.round(random.normal(size=(ROWS, 6)) * 64) / 64
    rows[:, 4] = random.integers(0, 2, ROWS)
    rows[:, 5] = random.integers(0, 3, ROWS)
    signal = rows[:, 0] + rows[:, 1] * rows[:, 4] - np.abs(rows[:, 2]) + (rows[:, 5] == 1) + random.normal(size=ROWS) / 2
    return rows, (signal > 0).astype(int)


def forest_trees(forest):
    for member in forest.estimators_:
        tree = member.tree_
        positive = tree.value[:, 0, 1] / tree.value[:, 0, :].sum(axis=1) / len(forest.estimators_)
        yield list(zip(tree.children_left, tree.children_right, tree.feature, tree.threshold, positive,
                       tree.weighted_n_node_samples.astype(int)))


def boosted_trees(booster):
    for tree in booster.dump_model()["tree_info"]:
        nodes = []

        def add(node):
            place = len(nodes)
            nodes.append(None)
            if "leaf_value" in node:
                nodes[place] = (-1, -1, -1, 0.0, node["leaf_value"], node["leaf_count"])
            else:
                left, right = add(node["left_child"]), add(node["right_child"])
                nodes[place] = (left, right, node["split_feature"], node["threshold"], 0.0, node["internal_count"])
            return place

        add(tree["tree_structure"])
        yield nodes


def write(directory, name, trees, model, rows):
    with open(directory / f"{name}.csv", "w") as out:
        for nodes in trees:
            print("tree", len(nodes), file=out)
            for left, right, feature, threshold, value, cover in nodes:
                print(left, right, feature, repr(float(threshold)), repr(float(value)), cover, sep=",", file=out)
    games = [shap.TreeExplainer(model, feature_perturbation="tree_path_dependent"),
             shap.TreeExplainer(model, rows[:REFERENCE], feature_perturbation="interventional")]
    values = [positive(game.shap_values(rows)) for game in games]
    with open(directory / f"{name}-values.csv", "w") as out:
        print(*[repr(float(np.ravel(game.expected_value)[-1])) for game in games], sep=",", file=out)
        for row in np.hstack(values):
            print(*[f"{value:.8f}" for value in row], sep=",", file=out)


def positive(values):
    return values[:, :, 1] if np.ndim(values) == 3 else values


def main():
    directory = Path(sys.argv[1])
    rows, labels = table()
    np.savetxt(directory / "rows.csv", rows, fmt="%.15g", delimiter=",")
    forest = RandomForestClassifier(n_estimators=8, max_depth=7, random_state=1).fit(rows, labels)
    write(directory, "forest", forest_trees(forest), forest, rows)
    booster = lightgbm.train({"objective": "binary", "num_leaves": 12, "verbose": -1, "seed": 1,
                              "deterministic": True, "num_threads": 1, "boost_from_average": False},
                             lightgbm.Dataset(rows, labels), 20)
    write(directory, "boosted", boosted_trees(booster), booster, rows)


main()

"""shap's TreeExplainer. Reads a question a line, answers each with a number.

forest FILE              trees as TreesFile writes them: per tree the number of nodes, then by node left, right, feature, threshold, value, cover
rows FILE                as RowsFile writes them
reference COUNT          the first of them are the reference rows
path COUNT               seconds for the values of the path-dependent game of the first rows
interventional COUNT     the same against the reference rows
difference FILE          the largest between the values of the last question and those in the file
"""
import sys
import time

import numpy as np
import shap


class Peer:
    def forest(self, file):
        numbers = np.fromfile(file, ">f8")
        trees, at = [], 0
        while at < len(numbers):
            nodes = int(numbers[at])
            left, right, feature, threshold, value, cover = numbers[at + 1 : at + 1 + 6 * nodes].reshape(6, nodes)
            trees.append({
                "children_left": left.astype(np.int32), "children_right": right.astype(np.int32),
                "children_default": left.astype(np.int32), "features": feature.astype(np.int32),
                "thresholds": threshold, "values": value.reshape(-1, 1), "node_sample_weight": cover})
            at += 1 + 6 * nodes
        # Otherwise rows are rounded to float32 first.
        self.model = {"trees": trees, "tree_output": "raw_value", "input_dtype": np.float64}
        return len(trees)

    def rows(self, file):
        features, rows = np.fromfile(file, ">i4", 2)
        self.table = np.ascontiguousarray(np.fromfile(file, ">f8", offset=8).reshape(features + 1, rows)[:-1].T, dtype=np.float64)
        return rows

    def reference(self, count):
        self.references = self.table[: int(count)]
        return len(self.references)

    def path(self, count):
        return self.explain(shap.TreeExplainer(self.model, feature_perturbation="tree_path_dependent"), count)

    def interventional(self, count):
        return self.explain(shap.TreeExplainer(self.model, self.references, feature_perturbation="interventional"), count)

    def explain(self, explainer, count):
        rows = self.table[: int(count)]
        start = time.perf_counter()
        self.values = explainer.shap_values(rows, check_additivity=False)
        return time.perf_counter() - start

    def difference(self, file):
        values = np.asarray(self.values).reshape(len(self.values), -1)
        return np.abs(np.fromfile(file, ">f8").reshape(values.shape) - values).max()


def main():
    peer = Peer()
    for line in sys.stdin:
        command, *arguments = line.split()
        print(getattr(peer, command)(*arguments), flush=True)


if __name__ == "__main__":
    main()

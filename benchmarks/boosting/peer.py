"""Boosting of others. Reads a question a line, answers each with a number.

use LIBRARY              lightgbm, xgboost or sklearn; the others are not loaded
train FILE, test FILE    rows as RowsFile writes them
fit THREADS TREES LEAVES RATE L2 FRACTION ROWS HESSIAN [SEED]   seconds, from rows in memory to the model
loss                     log loss of the test rows
auc                      area under the ROC curve of the test rows
score THREADS            seconds for the probabilities of the test rows
single                   seconds for one row at a time, one thread, mean
cpu                      the processors' seconds of the last fit or score
peak                     the most memory this process ever held, in MB
"""
import re
import sys
import time

import numpy as np

SINGLES = 300


def read(file):
    features, rows = np.fromfile(file, ">i4", 2)
    table = np.fromfile(file, ">f8", offset=8).reshape(features + 1, rows)
    return table[:-1].T, table[-1].astype(np.int32)


class LightGbm:
    """Histograms by column (found faster here than by row), and the Booster itself, without the wrapper that checks the rows."""

    dtype = np.float64

    def fit(self, rows, labels, threads, trees, leaves, rate, l2, fraction, least, hessian, seed):
        import lightgbm

        settings = dict(objective="binary", num_leaves=leaves, learning_rate=rate, lambda_l2=l2, feature_fraction=fraction,
                        max_bin=255, min_data_in_leaf=least, min_sum_hessian_in_leaf=hessian, num_threads=threads,
                        force_col_wise=True, verbose=-1, seed=seed)
        self.model = lightgbm.train(settings, lightgbm.Dataset(rows, labels, params=settings), trees)

    def predict(self, rows, threads):
        return self.model.predict(rows, num_threads=threads)


class XgBoost:
    """Leaf by leaf as LightGBM; float32, which is what it holds; bins made straight from the rows; predictions without a DMatrix."""

    dtype = np.float32

    def fit(self, rows, labels, threads, trees, leaves, rate, l2, fraction, least, hessian, seed):
        import xgboost

        settings = dict(objective="binary:logistic", tree_method="hist", grow_policy="lossguide", max_leaves=leaves, max_depth=0,
                        learning_rate=rate, reg_lambda=l2, colsample_bytree=fraction, max_bin=255, min_child_weight=hessian,
                        nthread=threads, seed=seed)
        self.model = xgboost.train(settings, xgboost.QuantileDMatrix(rows, labels, max_bin=255, nthread=threads), trees)

    def predict(self, rows, threads):
        self.model.set_param({"nthread": threads})
        return self.model.inplace_predict(rows)


class Sklearn:
    """Draws features by node, since it cannot by tree; threads are bounded through its OpenMP."""

    dtype = np.float64

    def fit(self, rows, labels, threads, trees, leaves, rate, l2, fraction, least, hessian, seed):
        from sklearn.ensemble import HistGradientBoostingClassifier
        from threadpoolctl import threadpool_limits

        model = HistGradientBoostingClassifier(learning_rate=rate, max_iter=trees, max_leaf_nodes=leaves, l2_regularization=l2, min_samples_leaf=least,
                                               max_features=fraction, max_bins=255, early_stopping=False, random_state=seed)
        with threadpool_limits(threads, "openmp"):
            self.model = model.fit(rows, labels)

    def predict(self, rows, threads):
        from threadpoolctl import threadpool_limits

        with threadpool_limits(threads, "openmp"):
            return self.model.predict_proba(rows)[:, 1]


LIBRARIES = {"lightgbm": LightGbm, "xgboost": XgBoost, "sklearn": Sklearn}


class Peer:
    seconds = 0

    def timed(self, work):
        wall, cpu = time.perf_counter(), time.process_time()
        work()
        self.seconds = time.process_time() - cpu
        return time.perf_counter() - wall

    def use(self, library):
        self.library = LIBRARIES[library]()
        return 0

    def rows_of(self, file):
        rows, labels = read(file)
        return np.ascontiguousarray(rows, dtype=self.library.dtype), labels

    def train(self, file):
        self.rows, self.labels = self.rows_of(file)
        return 0

    def test(self, file):
        self.test_rows, self.test_labels = self.rows_of(file)
        return 0

    def fit(self, threads, trees, leaves, rate, l2, fraction, least, hessian, seed="0"):
        arguments = int(threads), int(trees), int(leaves), float(rate), float(l2), float(fraction), int(least), float(hessian), int(seed)
        return self.timed(lambda: self.library.fit(self.rows, self.labels, *arguments))

    def auc(self):
        scores = np.asarray(self.library.predict(self.test_rows, 2), dtype=float)
        _, place, counts = np.unique(scores, return_inverse=True, return_counts=True)
        ranks = (np.cumsum(counts) - (counts - 1) / 2)[place]
        positives = int(self.test_labels.sum())
        others = len(scores) - positives
        return float((ranks[self.test_labels == 1].sum() - positives * (positives + 1) / 2) / (positives * others))

    def loss(self):
        scores = np.asarray(self.library.predict(self.test_rows, 2), dtype=float)
        return float(-np.mean(np.log(np.where(self.test_labels == 1, scores, 1 - scores))))

    def score(self, threads):
        return self.timed(lambda: self.library.predict(self.test_rows, int(threads)))

    def single(self):
        singles = [self.test_rows[i : i + 1] for i in range(SINGLES)]
        return self.timed(lambda: [self.library.predict(row, 1) for row in singles]) / SINGLES

    def cpu(self):
        return self.seconds

    def peak(self):
        with open("/proc/self/status") as status:
            return int(re.search(r"VmHWM:\s+(\d+)", status.read()).group(1)) / 1024


def main():
    peer = Peer()
    for line in sys.stdin:
        command, *arguments = line.split()
        print(getattr(peer, command)(*arguments), flush=True)


if __name__ == "__main__":
    main()

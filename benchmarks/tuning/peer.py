"""The same search by scikit-learn's RandomizedSearchCV over LightGBM: 20 candidates, 5 folds. It has no successive halving, and cannot end a
model early, so that the number of trees is drawn as well. A process for each processor with a thread each, which is faster than the reverse."""

import os
import resource
import sys
import time

import lightgbm
import numpy
from scipy.stats import loguniform, uniform
from sklearn.model_selection import RandomizedSearchCV, StratifiedKFold


class Whole:
    """Whole numbers, small ones as likely as large ones."""

    def __init__(self, least, most):
        self.range = loguniform(least, most + 1)

    def rvs(self, random_state=None):
        return int(self.range.rvs(random_state=random_state))


SPACE = {
    "n_estimators": Whole(200, 1500),
    "learning_rate": loguniform(0.05, 0.15),
    "num_leaves": Whole(12, 40),
    "min_child_samples": Whole(5, 50),
    "reg_lambda": [0, 1, 5, 10],
    "path_smooth": [0, 2, 5, 10],
    "colsample_bytree": uniform(0.3, 0.5),
    "max_bin": [255, 1023],
}


def seconds():
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def main():
    rows = numpy.loadtxt(sys.argv[1], delimiter=",")
    threads = os.cpu_count()
    search = RandomizedSearchCV(
        lightgbm.LGBMClassifier(n_jobs=1, verbose=-1, force_col_wise=True),
        SPACE,
        n_iter=20,
        cv=StratifiedKFold(5, shuffle=True, random_state=42),
        scoring="neg_log_loss",
        random_state=42,
        n_jobs=threads,
        refit=False,
    )
    wall, processors = time.perf_counter(), seconds()
    search.fit(rows[:, :-1], rows[:, -1])
    wall = time.perf_counter() - wall
    # Joblib's processes are counted once they have ended.
    from joblib.externals.loky import get_reusable_executor

    get_reusable_executor().shutdown(wait=True)
    print(
        f"RandomizedSearchCV over LightGBM {lightgbm.__version__}: {wall:.1f} s, {seconds() - processors:.1f} CPU s,"
        f" log loss {-search.best_score_:.4f}, {search.best_params_['n_estimators']} trees"
    )


main()

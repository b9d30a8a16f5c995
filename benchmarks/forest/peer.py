"""scikit-learn's random forest with default parameters. Reads a question a line, answers each with a number.

train FILE, test FILE    rows as RowsFile writes them
fit SEED THREADS         seconds for 100 trees
auc                      of the test rows
score THREADS            seconds for the probabilities of the test rows
single                   seconds for one row at a time, one thread, mean
save FILE, load FILE     seconds
peak                     the most memory this process ever held, in MB
"""
import re
import sys
import time

import joblib
import numpy as np
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import roc_auc_score

SINGLES = 100


def read(file):
    features, rows = np.fromfile(file, ">i4", 2)
    table = np.fromfile(file, ">f8", offset=8).reshape(features + 1, rows)
    # float32 is what its trees compare; other numbers are converted anew at every call.
    return np.ascontiguousarray(table[:-1].T, dtype=np.float32), table[-1].astype(int)


def timed(work):
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


class Peer:
    def train(self, file):
        self.rows, self.labels = read(file)
        return 0

    def test(self, file):
        self.test_rows, self.test_labels = read(file)
        return 0

    def fit(self, seed, threads):
        forest = RandomForestClassifier(n_jobs=int(threads), random_state=int(seed))
        seconds, self.forest = timed(lambda: forest.fit(self.rows, self.labels))
        return seconds

    def auc(self):
        return roc_auc_score(self.test_labels, self.forest.predict_proba(self.test_rows)[:, 1])

    def score(self, threads):
        self.forest.n_jobs = int(threads)
        return timed(lambda: self.forest.predict_proba(self.test_rows))[0]

    def single(self):
        self.forest.n_jobs = 1
        singles = [self.test_rows[i : i + 1] for i in range(SINGLES)]
        return timed(lambda: [self.forest.predict_proba(row) for row in singles])[0] / SINGLES

    def save(self, file):
        return timed(lambda: joblib.dump(self.forest, file))[0]

    def load(self, file):
        return timed(lambda: joblib.load(file))[0]

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

"""Writes second_scores.csv, a second model's scores of the rows in scores.csv, and what NumPy, SciPy 1.17.1 and scikit-learn 1.9.1 say
of both (statistics.json). Run in this folder."""

import json
import random

import numpy
from scipy import stats
from sklearn import metrics

rows = numpy.loadtxt("scores.csv", delimiter=",")
labels, first = rows[:, 0], rows[:, 1]
random.seed(11)
second = numpy.array([round(min(1, max(0, 0.15 + 0.6 * score + random.gauss(0, 0.15))), 2) for score in first])
numpy.savetxt("second_scores.csv", second, fmt="%.2f")


def placements(scores):
    """DeLong's structural components by comparing every positive row with every negative one."""
    pairs = (scores[labels == 1][:, None] > scores[labels == 0]) + 0.5 * (scores[labels == 1][:, None] == scores[labels == 0])
    return pairs.mean(axis=1), pairs.mean(axis=0)


def error(positive, negative):
    return float(numpy.sqrt(positive.var(ddof=1) / len(positive) + negative.var(ddof=1) / len(negative)))


def losses(scores):
    clipped = numpy.clip(scores, 2**-52, 1 - 2**-52)
    return -numpy.log(numpy.where(labels == 1, clipped, 1 - clipped))


def calibration(scores, bins=15):
    """Bins of equal numbers of rows; rows of equal score in the bin of the first of them."""
    below = stats.rankdata(scores, method="min") - 1
    bin_of = (below * bins // len(scores)).astype(int)
    loss = 0
    for bin in set(bin_of):
        y, s = labels[bin_of == bin], scores[bin_of == bin]
        if len(y) > 1:
            loss += len(y) * ((s.mean() - y.mean()) ** 2 - y.var(ddof=1) / len(y))
    return float(loss / len(scores))


one, other = placements(first), placements(second)
difference = losses(first) - losses(second)
interval = stats.norm.interval(0.95, loc=difference.mean(), scale=stats.sem(difference))
bootstrap = stats.bootstrap(
    (labels, first, second),
    lambda y, a, b: metrics.roc_auc_score(y, a) - metrics.roc_auc_score(y, b),
    paired=True, vectorized=False, n_resamples=4000, method="percentile", rng=numpy.random.default_rng(1),
)
golden = {
    "auc_error": error(*one),
    "auc_difference": metrics.roc_auc_score(labels, first) - metrics.roc_auc_score(labels, second),
    "auc_difference_error": error(one[0] - other[0], one[1] - other[1]),
    "bootstrap_error": float(bootstrap.standard_error),
    "bootstrap_lower": float(bootstrap.confidence_interval.low),
    "bootstrap_upper": float(bootstrap.confidence_interval.high),
    "loss_difference": float(difference.mean()),
    "loss_difference_lower": float(interval[0]),
    "loss_difference_upper": float(interval[1]),
    "calibration_first": calibration(first),
    "calibration_second": calibration(second),
    "quantiles": {str(share): float(stats.norm.ppf(share)) for share in (1e-12, 0.001, 0.025, 0.1, 0.5, 0.6, 0.975, 0.999999)},
}
with open("statistics.json", "w") as file:
    json.dump(golden, file, indent=2)
    file.write("\n")

"""Writes scores.csv and what scikit-learn 1.9.1 says of them (scikit-learn.json). Run in this folder; needs scikit-learn."""

import json
import random

from sklearn import metrics

random.seed(7)
labels = [1 if random.random() < 0.25 else 0 for _ in range(600)]
# Two decimals make ties, within a class and across; the ends are exactly 0 and 1, right and wrong.
scores = [round(min(1, max(0, random.gauss(0.62 if label else 0.35, 0.25))), 2) for label in labels]
with open("scores.csv", "w") as file:
    file.writelines(f"{label},{score}\n" for label, score in zip(labels, scores))

decided = [int(score >= 0.5) for score in scores]
true_negatives, false_positives, false_negatives, true_positives = map(
    int, metrics.confusion_matrix(labels, decided).ravel()
)
golden = {
    "accuracy": metrics.accuracy_score(labels, decided),
    "precision": metrics.precision_score(labels, decided),
    "recall": metrics.recall_score(labels, decided),
    "f1": metrics.f1_score(labels, decided),
    "roc_auc": metrics.roc_auc_score(labels, scores),
    "pr_auc": metrics.average_precision_score(labels, scores),
    "log_loss": metrics.log_loss(labels, scores),
    "brier": metrics.brier_score_loss(labels, scores),
    "true_positives": true_positives,
    "false_positives": false_positives,
    "true_negatives": true_negatives,
    "false_negatives": false_negatives,
}
with open("scikit-learn.json", "w") as file:
    json.dump({name: float(value) for name, value in golden.items()}, file, indent=2)
    file.write("\n")

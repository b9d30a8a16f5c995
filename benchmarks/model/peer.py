"""Models of other libraries on the batches that a run left in Redis, and the champion's figures from MLflow beside them."""
import argparse
import json
import urllib.request
import warnings

import numpy as np
import pyarrow as pa
import redis
from lightgbm import LGBMClassifier
from sklearn.ensemble import HistGradientBoostingClassifier, RandomForestClassifier
from sklearn.metrics import accuracy_score, brier_score_loss, f1_score, log_loss, precision_recall_curve, roc_auc_score
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from xgboost import XGBClassifier

FOLDS = 5

TUNED = dict(verbose=-1, learning_rate=0.08)
MODELS = {
    "scikit-learn random forest, defaults": lambda seed: RandomForestClassifier(n_jobs=-1, random_state=seed),
    "scikit-learn HistGradientBoosting, defaults": lambda seed: HistGradientBoostingClassifier(random_state=seed),
    "LightGBM, defaults": lambda seed: LGBMClassifier(verbose=-1, random_state=seed),
    "XGBoost, defaults": lambda seed: XGBClassifier(random_state=seed),
    "LightGBM, 615 trees of 23 leaves": lambda seed: LGBMClassifier(
        **TUNED, random_state=seed, n_estimators=615, num_leaves=23, colsample_bytree=0.3, reg_lambda=1),
    "LightGBM, 1,208 trees of 15 leaves, 1,023 bins": lambda seed: LGBMClassifier(
        **TUNED, random_state=seed, n_estimators=1208, num_leaves=15, colsample_bytree=0.5, feature_fraction_bynode=0.5, reg_lambda=10,
        path_smooth=5, max_bin=1023),
}


def prepared(cache, dataset):
    """Of the newest batches: features and labels of both parts."""
    manifests = [key for key in cache.scan_iter(count=1000) if key.startswith(f"loanflow:{{{dataset}:".encode()) and key.endswith(b":manifest")]
    newest = max(manifests, key=cache.ttl, default=None)
    if newest is None:
        raise SystemExit(f"no batches of {dataset} in the cache: ./loanflow run first")
    prefix = newest[: -len(b":manifest")]
    width = len(json.loads(cache.get(newest))["schema"]["features"])
    return [part(cache, prefix + name, width) for name in (b":train:", b":test:")]


def part(cache, prefix, width):
    tables = []
    while (batch := cache.get(prefix + str(len(tables)).encode())) is not None:
        tables.append(pa.ipc.open_stream(batch).read_all())
    table = pa.concat_tables(tables)
    features = np.column_stack([table.column(i).to_numpy() for i in range(width)])
    return features, table.column(width).to_numpy().astype(int)


def threshold(model, rows, labels):
    """Of best F1, on scores of rows that a fold's model did not see."""
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=0)
    scores = cross_val_predict(model, rows, labels, cv=folds, method="predict_proba")[:, 1]
    precision, recall, thresholds = precision_recall_curve(labels, scores)
    f1 = 2 * precision * recall / np.maximum(precision + recall, 1e-12)
    return thresholds[np.argmax(f1[:-1])]


def figures(make, train, test, seeds):
    rows = []
    for seed in range(seeds):
        model = make(seed)
        cut = threshold(model, *train)
        scores = model.fit(*train).predict_proba(test[0])[:, 1]
        decided = scores >= cut
        rows.append([
            roc_auc_score(test[1], scores), f1_score(test[1], decided), log_loss(test[1], scores),
            brier_score_loss(test[1], scores), accuracy_score(test[1], decided)])
    return np.mean(rows, axis=0)


def champion(mlflow, dataset):
    """Name and metrics of the version in service."""
    def ask(path):
        with urllib.request.urlopen(f"{mlflow}/api/2.0/mlflow/{path}", timeout=30) as answer:
            return json.load(answer)
    version = ask(f"registered-models/alias?name={dataset}&alias=champion")["model_version"]
    run = ask(f"runs/get?run_id={version['run_id']}")["run"]
    metrics = {metric["key"]: metric["value"] for metric in run["data"]["metrics"]}
    return f"Loanflow, {dataset} version {version['version']}", metrics


def main():
    warnings.filterwarnings("ignore")
    parser = argparse.ArgumentParser()
    parser.add_argument("stack")
    parser.add_argument("--dataset", default="loan")
    parser.add_argument("--seeds", type=int, default=5)
    options = parser.parse_args()
    with open(options.stack) as file:
        connections = json.load(file)["connections"]
    train, test = prepared(redis.from_url(connections["redisUrl"]), options.dataset)
    print(f"{len(train[1]):,} rows to train on, {len(test[1]):,} to test, means of {options.seeds} seeds", flush=True)
    print("| Model | AUC | F1 | log loss | Brier | accuracy |\n|---|---|---|---|---|---|", flush=True)
    name, metrics = champion(connections["mlflow"], options.dataset)
    print(f"| {name} | " + " | ".join(f"{metrics.get(key, float('nan')):.4f}" for key in ("roc_auc", "f1", "log_loss", "brier", "accuracy")) + " |", flush=True)
    for name, make in MODELS.items():
        print(f"| {name} | " + " | ".join(f"{value:.4f}" for value in figures(make, train, test, options.seeds)) + " |", flush=True)


if __name__ == "__main__":
    main()

"""What scikit-learn's forest makes of the small data sets, on the rows that the pipeline trains and tests on. The split is the pipeline's own:
MurmurHash3 of what a model sees of a row (RowHash.java). Prints the ROC AUC on the test rows, by seed."""

import csv
import json
import pathlib
import statistics
import struct
import sys

import numpy
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import roc_auc_score

SEED, TEST_SHARE = 42, 0.2
MASK = (1 << 64) - 1
SONG = [
    "danceability", "energy", "key", "loudness", "mode", "speechiness", "acousticness", "instrumentalness",
    "liveness", "valence", "tempo", "duration_ms", "time_signature",
]
CATEGORIES = {"key": [str(key) for key in range(12)], "mode": ["0", "1"]}


def rotate(value, bits):
    return ((value << bits) | (value >> (64 - bits))) & MASK


def mixed(value):
    value = ((value ^ (value >> 33)) * 0xFF51AFD7ED558CCD) & MASK
    value = ((value ^ (value >> 33)) * 0xC4CEB9FE1A85EC53) & MASK
    return value ^ (value >> 33)


def murmur(data):
    """The first half of the 128-bit x64 form, seed 0."""
    c1, c2 = 0x87C37B91114253D5, 0x4CF5AD432745937F
    h1 = h2 = 0
    whole = len(data) // 16 * 16
    for at in range(0, whole, 16):
        k1, k2 = struct.unpack_from("<QQ", data, at)
        h1 ^= (rotate((k1 * c1) & MASK, 31) * c2) & MASK
        h1 = ((rotate(h1, 27) + h2) * 5 + 0x52DCE729) & MASK
        h2 ^= (rotate((k2 * c2) & MASK, 33) * c1) & MASK
        h2 = ((rotate(h2, 31) + h1) * 5 + 0x38495AB5) & MASK
    k1, k2 = struct.unpack("<QQ", data[whole:].ljust(16, b"\0"))
    h2 ^= (rotate((k2 * c2) & MASK, 33) * c1) & MASK
    h1 ^= (rotate((k1 * c1) & MASK, 31) * c2) & MASK
    h1 ^= len(data)
    h2 ^= len(data)
    h1 = (h1 + h2) & MASK
    h2 = (h2 + h1) & MASK
    h1, h2 = mixed(h1), mixed(h2)
    return (h1 + h2) & MASK


def value(cell):
    if cell == "":
        return b"\0"
    if isinstance(cell, float):
        return b"\1" + struct.pack("<d", cell + 0.0)
    text = cell.encode()
    return b"\1" + struct.pack("<i", len(text)) + text


def is_test(row):
    bits = murmur(struct.pack("<q", SEED) + b"".join(map(value, row)))
    return (bits >> 11) * 2.0**-53 < TEST_SHARE


def ilpd(path):
    """Rows without the gender, which is protected."""
    for row in csv.reader(open(path / "ilpd.csv", newline="")):
        features = [float(cell) if cell else "" for cell in [row[0]] + row[2:10]]
        yield features, {"1": "patient", "2": "healthy"}[row[10]]


def songs(rows):
    for row in rows:
        yield [str(row[name]) if name in CATEGORIES else float(row[name]) for name in SONG], str(row["liked"])


def spotify(path):
    return songs(csv.DictReader(open(path / "spotify.csv", newline="")))


def spotify_json(path):
    for name, liked in (("spotify_good.json", "1"), ("spotify_dislike.json", "0")):
        yield from songs(dict(row, liked=liked) for row in json.load(open(path / name))["audio_features"])


def numbers(features):
    """Key one-hot; a missing number is nan."""
    for name, cell in zip(SONG, features) if len(features) == len(SONG) else ((None, cell) for cell in features):
        if name == "key":
            yield from (1.0 if cell == key else 0.0 for key in CATEGORIES["key"])
        else:
            yield float("nan") if cell == "" else float(cell)


def main():
    path = pathlib.Path(sys.argv[1])
    for name, read, positive, leaf in (
        ("ilpd", ilpd, "patient", 3), ("spotify", spotify, "1", 1), ("spotify_json", spotify_json, "1", 1)
    ):
        rows = list(read(path))
        test = numpy.array([is_test(features + [label]) for features, label in rows])
        x = numpy.array([list(numbers(features)) for features, _ in rows])
        x = numpy.where(numpy.isnan(x), numpy.nanmedian(x[~test], axis=0), x)
        y = numpy.array([label == positive for _, label in rows])
        scores = []
        for seed in range(1, 6):
            forest = RandomForestClassifier(300, min_samples_leaf=leaf, random_state=seed, n_jobs=-1)
            forest.fit(x[~test], y[~test])
            scores.append(roc_auc_score(y[test], forest.predict_proba(x[test])[:, 1]))
        print(
            f"{name}: {(~test).sum()} rows to train on, {test.sum()} to test; ROC AUC "
            + " ".join(f"{score:.4f}" for score in scores)
            + f", mean {statistics.mean(scores):.4f}"
        )


main()

"""The share of rows with the positive label in each fifth of a number's values, and in each category of the other columns."""
import argparse
import csv


def numbers(values):
    try:
        return [float(value) for value in values]
    except ValueError:
        return None


def fifths(values):
    """Equal values fall into the same part, so parts are as equal as that lets them be."""
    ordered = sorted(values)
    edges = [ordered[len(ordered) * part // 5] for part in range(1, 5)]
    return [sum(value >= edge for edge in edges) for value in values]


def line(name, label, rows, positives):
    print(f"{name:32} {label:>24} {rows:8,d} {100 * positives / rows:7.1f} %")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file")
    parser.add_argument("--target", default="loan_status")
    parser.add_argument("--positive", default="1")
    parser.add_argument("--only", metavar="COLUMN=VALUE", help="look at the rows with this value only")
    arguments = parser.parse_args()
    with open(arguments.file, newline="", encoding="utf-8") as text:
        rows = list(csv.DictReader(text))
    if arguments.only:
        column, value = arguments.only.split("=", 1)
        rows = [row for row in rows if row[column] == value]
    positive = [row[arguments.target] == arguments.positive for row in rows]
    print(f"{'column':32} {'part':>24} {'rows':>8} {'positive':>9}")
    line("all rows", "", len(rows), sum(positive))
    for column in rows[0]:
        if column == arguments.target:
            continue
        values = [row[column] for row in rows]
        parsed = numbers(values)
        parts = fifths(parsed) if parsed and len(set(parsed)) > 5 else values
        for part in sorted(set(parts)):
            members = [i for i, other in enumerate(parts) if other == part]
            label = part
            if parsed and parts is not values:
                inside = [parsed[i] for i in members]
                label = f"{min(inside):g} to {max(inside):g}"
            line(column, label, len(members), sum(positive[i] for i in members))


main()

"""Writes what SciPy 1.17.1 says of two samples that are counted over the same cells to standard output (drift.json)."""

import json

import numpy
from scipy import special, stats
from scipy.spatial import distance

random = numpy.random.RandomState(7)


def expanded(counts):
    return numpy.repeat(numpy.arange(len(counts)), counts)


def golden(reference, current, positions):
    reference, current, positions = map(numpy.asarray, (reference, current, positions))
    filled = (reference + current) > 0
    added = 0.5 if (reference[filled] == 0).any() or (current[filled] == 0).any() else 0
    p, q = reference[filled] + added, current[filled] + added
    weighted = numpy.average(positions, weights=reference)
    deviation = numpy.sqrt(numpy.average((positions - weighted) ** 2, weights=reference))
    ks = stats.ks_2samp(expanded(reference), expanded(current), method="asymp").statistic
    n, m = reference.sum(), current.sum()
    table = numpy.array([reference[filled], current[filled]])
    chi = stats.chi2_contingency(table, correction=False)
    pairs = [stats.chi2_contingency([[a, n - a], [b, m - b]], correction=False).statistic for a, b in zip(reference, current) if 0 < a + b < n + m]
    return {
        "reference": reference.tolist(),
        "current": current.tolist(),
        "positions": positions.tolist(),
        "populationStability": float(stats.entropy(p, q) + stats.entropy(q, p)),
        "jensenShannon": float(distance.jensenshannon(reference, current, base=2)),
        "wasserstein": float(stats.wasserstein_distance(positions, positions, reference, current) / deviation),
        "kolmogorovSmirnov": float(ks),
        "kolmogorovSmirnovChance": float(special.kolmogorov(numpy.sqrt(n * m / (n + m)) * ks)),
        "chiSquared": float(chi.statistic),
        "chiSquaredChance": float(chi.pvalue),
        "largestCell": float(max(pairs)),
        # Without ties within the cells' order: SciPy's statistic of right-hand distribution functions, before it is standardised.
        "andersonDarling": anderson(reference, current),
    }


def anderson(reference, current):
    """The sum of Scholz and Stephens's equation 6 by SciPy's own function, which anderson_ksamp standardises."""
    from scipy.stats._morestats import _anderson_ksamp_right

    samples = [numpy.sort(expanded(reference)), numpy.sort(expanded(current))]
    pooled = numpy.sort(numpy.hstack(samples))
    sizes = numpy.array([len(sample) for sample in samples])
    return float(_anderson_ksamp_right(samples, pooled, numpy.unique(pooled), 2, sizes, sizes.sum()))


cases = [
    golden([10, 20, 30, 40], [12, 18, 35, 31], [1, 2, 3, 4]),
    golden([500, 0, 3, 97], [40, 7, 0, 3], [-2.5, 0, 0.25, 1000]),
    golden([36000, 1], [9000, 1], [0, 1]),
    golden([5, 0, 5], [1, 0, 0], [0, 1, 5]),
]
for cells in (2, 7, 64, 255):
    positions = numpy.cumsum(random.exponential(1, cells)).round(6)
    shares = random.dirichlet(numpy.full(cells, 5.0))
    for size, shift in ((200, 0), (1000, 0.1), (10000, 0.02)):
        moved = shares * (1 + shift * numpy.linspace(-1, 1, cells))
        cases.append(golden(random.multinomial(36000, shares), random.multinomial(size, moved / moved.sum()), positions))
print("[" + ",\n".join(map(json.dumps, cases)) + "]")

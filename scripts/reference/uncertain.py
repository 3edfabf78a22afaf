#!/usr/bin/env python3
"""Reference values for uncertain rates, to 40 digits, from the definitions of docs/model.md.

    pip install mpmath
    python3 scripts/reference/uncertain.py            # writes; about half a minute
    python3 scripts/reference/uncertain.py --check    # compares with what is committed

Writes, beside the tests that read them (crates/outreach/tests/it/reference):

    uncertain.csv   case,k,probability   the law of the yield; each case by its name in CASES, and `overall`
    overall.csv     quantity,value       the moments where odds are solved and clamped
    beta_fits.csv   low,high,alpha,beta  Beta distributions by their 5 % and 95 % points

The library counts paths and knows the distributions of the counts. Here nothing is counted: given all rates a yield is the sum
of two independent binomials, and that is integrated over the rates, one after the other. The probability of a yield is
a polynomial in each rate, of the degree of the calls that meet it, so that Gauss quadrature has no error but rounding.
Nodes are the roots of the orthogonal polynomial, written in its coefficients; weights integrate Lagrange's polynomials
by the moments of the Beta distribution. Cases with one uncertain rate are integrated once more by mpmath's `quad`.
"""

import csv
import functools
import itertools
import pathlib
import sys

from mpmath import mp, mpf

mp.dps = 40
TARGET = pathlib.Path(__file__).resolve().parents[2] / "crates/outreach/tests/it/reference"

DOCUMENTED = {
    "cold.reach": mpf(1),
    "cold.meeting": mpf(1) / 10,
    "cold.show": mpf(1),
    "warm.reach": mpf(1),
    "warm.meeting": mpf(9) / 10,
    "warm.show": mpf(1),
    "incident.rate": mpf(2) / 100,
    "incident.disliked": mpf(0),
    "incident.recovery": mpf(2) / 3,
    "incident.plain_ask": "cold.meeting",
    "incident.response": "cold.meeting",
}

# A pair is a Beta distribution, a text another key whose value this one has.
MIXED = {"cold.meeting": (2, 3), "warm.meeting": (9, 1), "incident.rate": (2, 3), "incident.recovery": (2, 1)}
DISLIKED = MIXED | {"incident.disliked": (1, 2), "incident.response": (3, 4)}
TWO = {"cold.meeting": (2, 3), "incident.rate": mpf(4) / 10}

# name: (cold calls, warm calls, what differs from the documented rates)
CASES = {
    "cold 100, weight 100": (100, 0, {"cold.meeting": (10, 90)}),
    "cold 100, weight 20": (100, 0, {"cold.meeting": (2, 18)}),
    "mixed": (6, 6, MIXED),
    "own plain ask": (6, 6, MIXED | {"incident.plain_ask": (2, 3)}),
    "disliked": (6, 6, MIXED | {"incident.disliked": (1, 2)}),
    "reframe": (6, 6, DISLIKED),
    "reach": (6, 6, MIXED | {"cold.reach": (4, 2), "warm.reach": (3, 3)}),
    "fixed shows": (6, 6, TWO | {"warm.meeting": (9, 1), "cold.show": mpf(7) / 10, "warm.show": mpf(7) / 10}),
    "uncertain cold show": (6, 6, TWO | {"cold.show": (7, 3)}),
    "uncertain shows apart": (6, 6, MIXED | {"cold.show": (7, 3), "warm.show": (6, 2), "incident.plain_ask": (1, 4)}),
    "warm with show": (0, 10, MIXED | {"warm.show": (7, 3)}),
    "linked reach": (6, 6, {"cold.reach": (4, 2), "warm.reach": "cold.reach", "warm.meeting": (9, 1)}),
    "arcsine": (4, 5, {key: (mpf(1) / 2, mpf(1) / 2) for key in ("cold.meeting", "warm.meeting", "incident.rate")}),
    "mixed 60": (30, 30, {"cold.meeting": (10, 90), "warm.meeting": (27, 3), "incident.rate": (2, 18)}),
}


@functools.cache
def nodes(alpha, beta, count):
    """Gauss quadrature for a Beta distribution: [(rate, weight)], exact for polynomials of degree below 2 * count."""
    with mp.workdps(60 + 3 * count):
        alpha, beta = mpf(alpha), mpf(beta)
        moments = [mp.rf(alpha, k) / mp.rf(alpha + beta, k) for k in range(2 * count)]
        # 2F1(-n, n + a + b - 1; a; x) is orthogonal to all of lower degree under the density of Beta(a, b).
        coefficients = [
            mp.rf(-count, k) * mp.rf(count + alpha + beta - 1, k) / (mp.rf(alpha, k) * mp.factorial(k))
            for k in range(count + 1)
        ]
        roots = mp.polyroots(coefficients[::-1], maxsteps=500, extraprec=200)
        result = []
        for root in roots:
            # Synthetic division leaves the polynomial that is 0 at the other roots.
            quotient, carried = [], mpf(0)
            for coefficient in coefficients[:0:-1]:
                carried = carried * root + coefficient
                quotient.append(carried)
            quotient.reverse()
            integral = mp.fsum(c * m for c, m in zip(quotient, moments))
            result.append((root, integral / mp.polyval(quotient[::-1], root)))
    assert all(0 < root < 1 and weight > 0 for root, weight in result)
    assert abs(mp.fsum(weight for _, weight in result) - 1) < mpf(10) ** -38
    return [(+root, +weight) for root, weight in result]


@functools.cache
def choose(n):
    return [mp.binomial(n, k) for k in range(n + 1)]


def binomial(n, p):
    ups, downs = [mpf(1)], [mpf(1)]
    for _ in range(n):
        ups.append(ups[-1] * p)
        downs.append(downs[-1] * (1 - p))
    return [c * ups[k] * downs[n - k] for k, c in enumerate(choose(n))]


def convolve(one, other):
    result = [mpf(0)] * (len(one) + len(other) - 1)
    for (i, x), (j, y) in itertools.product(enumerate(one), enumerate(other)):
        result[i + j] += x * y
    return result


def held(world, kind):
    """P(meeting held), per attempt of a kind, where every rate is known."""
    rate = lambda key: rate(world[key]) if isinstance(world[key], str) else world[key]
    if kind == "cold":
        return rate("cold.reach") * rate("cold.meeting") * rate("cold.show")
    incident, disliked, recovery = (rate("incident." + key) for key in ("rate", "disliked", "recovery"))
    unknown = incident * (1 - disliked)
    meeting = (
        (1 - incident) * rate("warm.meeting")
        + unknown * recovery * rate("warm.meeting")
        + unknown * (1 - recovery) * rate("incident.plain_ask")
        + incident * disliked * rate("incident.response")
    )
    return rate("warm.reach") * meeting * rate("warm.show")


def mean_binomial(calls, kind, world, uncertain):
    """The distribution of one kind's meetings, integrated over the rates that only this kind has."""
    axes = [nodes(*uncertain[key], calls // 2 + 1) for key in uncertain]
    total = [mpf(0)] * (calls + 1)
    for point in itertools.product(*axes):
        at = world | {key: value for key, (value, _) in zip(uncertain, point)}
        weight = mp.fprod(weight for _, weight in point)
        total = [sum_ + weight * mass for sum_, mass in zip(total, binomial(calls, held(at, kind)))]
    return total


def law(cold, warm, changes):
    """The distribution of the yield."""
    world = DOCUMENTED | changes
    uncertain = {key: value for key, value in world.items() if isinstance(value, tuple)}
    both = {key: uncertain.pop(key) for key in ("cold.meeting", "cold.reach") if key in uncertain}
    of_cold = {key: uncertain.pop(key) for key in ("cold.show",) if key in uncertain}
    of_warm = uncertain if warm else {}
    total = [mpf(0)] * (cold + warm + 1)
    for point in itertools.product(*(nodes(*beta, (cold + warm) // 2 + 1) for beta in both.values())):
        at = world | {key: value for key, (value, _) in zip(both, point)}
        weight = mp.fprod(weight for _, weight in point)
        masses = convolve(mean_binomial(cold, "cold", at, of_cold), mean_binomial(warm, "warm", at, of_warm))
        total = [sum_ + weight * mass for sum_, mass in zip(total, masses)]
    assert abs(mp.fsum(total) - 1) < mpf(10) ** -35
    return total


def density(alpha, beta):
    return lambda x: x ** (alpha - 1) * (1 - x) ** (beta - 1) / mp.beta(alpha, beta)


def check_by_quad():
    """The same number by another integration."""
    for name in ("cold 100, weight 100", "cold 100, weight 20"):
        cold, warm, changes = CASES[name]
        f = density(*changes["cold.meeting"])
        masses = law(cold, warm, changes)
        for k in (0, 10, 40):
            integral = mp.quad(lambda c: f(c) * mp.binomial(cold, k) * c**k * (1 - c) ** (cold - k), [0, 0.1, 0.3, 1])
            assert abs(integral / masses[k] - 1) < mpf(10) ** -30, (name, k)


# Reading `overall`: 20 warm and 10 cold calls, warm.meeting Beta(9, 1), incident.rate Beta(2, 8), the rest documented.
OVERALL = {"cold": 10, "warm": 20, "warm.meeting": (9, 1), "incident.rate": (2, 8)}


def overall():
    """(distribution, moments). A warm conversation brings a meeting with the odds asked for, clamped to what the kept ones can
    make of it: between nothing and all of them. Piecewise polynomial, the pieces integrated apart."""
    lost = lambda incident: incident * (1 - DOCUMENTED["incident.recovery"])
    plain = DOCUMENTED["cold.meeting"]
    alpha, beta = OVERALL["warm.meeting"]
    f, g = density(alpha, beta), density(*OVERALL["incident.rate"])
    at_most = lambda x: mp.betainc(alpha, beta, 0, x, regularized=True)
    uniform = nodes(1, 1, 40)
    # (weight, odds), and how much of it is clamped.
    points, clamped = [], mpf(0)
    for incident, weight in uniform:
        weight *= g(incident)
        low, high = lost(incident) * plain, 1 - lost(incident) * (1 - plain)
        outside = [at_most(low), 1 - at_most(high)]
        clamped += weight * mp.fsum(outside)
        points += [(weight * share, end) for share, end in zip(outside, (low, high))]
        inside = [(share * (high - low), low + (high - low) * x) for x, share in uniform]
        points += [(weight * share * f(x), x) for share, x in inside]
    mean = mp.fsum(w * h for w, h in points)
    square = mp.fsum(w * h * h for w, h in points)
    cold, warm = OVERALL["cold"], OVERALL["warm"]
    masses = [mpf(0)] * (warm + 1)
    for weight, odds in points:
        masses = [sum_ + weight * mass for sum_, mass in zip(masses, binomial(warm, odds))]
    masses = convolve(masses, binomial(cold, plain))
    moments = {
        "mean": warm * mean + cold * plain,
        "luck": warm * (mean - square) + cold * plain * (1 - plain),
        "ignorance": warm**2 * (square - mean**2),
        "clamped": clamped,
    }
    first = mp.fsum(k * mass for k, mass in enumerate(masses))
    second = mp.fsum(k * k * mass for k, mass in enumerate(masses))
    assert abs(mp.fsum(masses) - 1) < mpf(10) ** -35
    assert abs(second - first**2 - moments["luck"] - moments["ignorance"]) < mpf(10) ** -30
    by_quad = mp.quad(lambda i: g(i) * (1 - at_most(1 - lost(i) * (1 - plain)) + at_most(lost(i) * plain)), [0, 1])
    assert abs(by_quad - clamped) < mpf(10) ** -30
    return masses, moments


RANGES = ["0.8 0.97", "0.04 0.2", "0.02 0.15", "0.3 0.85", "0.005 0.1", "0.3 0.9", "0.6 0.8", "0.75 0.95"]


def fit(low, high):
    """The Beta distribution with 5 % below low and 5 % above high, by the secant method on its definition."""
    def off(log_alpha, log_beta):
        alpha, beta = mp.exp(log_alpha), mp.exp(log_beta)
        return [
            mp.betainc(alpha, beta, 0, low, regularized=True) - mpf(5) / 100,
            mp.betainc(alpha, beta, high, 1, regularized=True) - mpf(5) / 100,
        ]

    centre, spread = (low + high) / 2, (high - low) / mpf("3.29")
    weight = centre * (1 - centre) / spread**2 - 1
    start = [mp.log(weight * centre), mp.log(weight * (1 - centre))]
    found = mp.findroot(off, start, tol=mpf(10) ** -50)
    assert max(abs(x) for x in off(*found)) < mpf(10) ** -25
    return [mp.exp(x) for x in found]


def tables():
    check_by_quad()
    masses, moments = overall()
    laws = {name: law(*case) for name, case in CASES.items()} | {"overall": masses}
    digits = lambda x: mp.nstr(x, 20, min_fixed=-5)
    return {
        "uncertain.csv": [("case", "k", "probability")]
        + [(name.replace(",", ""), k, digits(mass)) for name, masses in laws.items() for k, mass in enumerate(masses)],
        "overall.csv": [("quantity", "value")] + [(key, digits(value)) for key, value in moments.items()],
        "beta_fits.csv": [("low", "high", "alpha", "beta")]
        + [(*text.split(), *map(digits, fit(*map(mpf, text.split())))) for text in RANGES],
    }


def main():
    TARGET.mkdir(exist_ok=True)
    different = []
    for name, rows in tables().items():
        path = TARGET / name
        if sys.argv[1:] == ["--check"]:
            with path.open(newline="") as file:
                if [tuple(row) for row in csv.reader(file)] != [tuple(map(str, row)) for row in rows]:
                    different.append(name)
        else:
            with path.open("w", newline="") as file:
                csv.writer(file, lineterminator="\n").writerows(rows)
    sys.exit(f"different: {', '.join(different)}" if different else None)


if __name__ == "__main__":
    main()

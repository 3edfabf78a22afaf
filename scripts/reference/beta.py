#!/usr/bin/env python3
"""Reference values for Beta distributions, to 25 digits, from the integral of their density.

    pip install mpmath gmpy2
    python3 scripts/reference/beta.py            # writes; about ten minutes
    python3 scripts/reference/beta.py --check    # compares with what is committed

Writes, beside the tests that read them (crates/outreach/tests/it/reference):

    beta.csv   alpha,beta,probability,quantile,at_most,more_than

for all pairs of PARAMETERS and all PROBABILITIES. `quantile` is the number of 64 bits that is nearest to the quantile;
`at_most` and `more_than` are P(X <= quantile) and P(X > quantile) of that very number.

The density over ln(x / (1 - x)) falls away from the mean on both sides; its integral from x outwards is computed by
Gauss-Legendre quadrature, each interval halved until its halves say the same. The other side is what is left to 1.
Where mpmath's hypergeometric series converges, it has to say the same.
"""

import csv
import functools
import multiprocessing
import pathlib
import sys

from mpmath import mp, mpf

mp.dps = 45
TARGET = pathlib.Path(__file__).resolve().parents[2] / "crates/outreach/tests/it/reference/beta.csv"
HEADER = ["alpha", "beta", "probability", "quantile", "at_most", "more_than"]

PARAMETERS = [1e-3, 1e-2, 0.1, 0.5, 0.9, 1.0, 1.000001, 1.5, 2.0, 5.0, 10.0, 50.737, 100.0, 449.854]
PARAMETERS += [1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]
PROBABILITIES = [1e-300, 1e-100, 1e-12, 1e-3, 0.05, 0.5, 0.95, 0.999, 1 - 2.0**-40]
DIGITS = mpf(10) ** -27


@functools.cache
def legendre(n):
    """Nodes and weights of Gauss-Legendre quadrature on [-1, 1]."""
    found = []
    for i in range(n):
        x = mp.cos(mp.pi * (i + mpf(3) / 4) / (n + mpf(1) / 2))
        for _ in range(8):
            before, now = mpf(1), x
            for k in range(2, n + 1):
                before, now = now, ((2 * k - 1) * x * now - (k - 1) * before) / k
            slope = n * (x * now - before) / (x * x - 1)
            x -= now / slope
        found.append((x, 2 / ((1 - x * x) * slope * slope)))
    return found


def panel(f, low, high):
    middle, half = (low + high) / 2, (high - low) / 2
    return half * sum(w * f(middle + half * x) for x, w in legendre(24))


def integral(f, low, high, whole, least):
    """Over [low, high], of which `whole` is a first estimate."""
    middle = (low + high) / 2
    halves = panel(f, low, middle), panel(f, middle, high)
    if abs(sum(halves) - whole) <= max(abs(whole) * DIGITS, least):
        return sum(halves)
    return integral(f, low, middle, halves[0], least) + integral(f, middle, high, halves[1], least)


def outwards(a, b, x, y):
    """The integral of exp(a ln(x(s) / x) + b ln(y(s) / y)) over s from 0, where x(s) has the odds x / y exp(-s)."""

    def f(s):
        less = mp.exp(-s)
        log = mp.log(y + x * less)
        return mp.exp(-a * s - (a + b) * log)

    end = 1 / (a + b)
    while f(end) > mpf(10) ** -30:
        end *= 2
    edges = [mpf(0)] + [end / 2**k for k in range(6, -1, -1)]
    first = [panel(f, low, high) for low, high in zip(edges, edges[1:])]
    least = sum(first) * DIGITS
    return sum(integral(f, low, high, one, least) for low, high, one in zip(edges, edges[1:], first))


class Beta:
    def __init__(self, a, b):
        self.a, self.b = mpf(a), mpf(b)
        self.log = mp.loggamma(self.a + self.b) - mp.loggamma(self.a) - mp.loggamma(self.b)

    def density(self, x, y):
        """Over the logarithm of the odds."""
        return mp.exp(self.a * mp.log(x) + self.b * mp.log(y) + self.log)

    def sides(self, x, y):
        """P(X <= x) and P(X > x)."""
        if x == 0 or y == 0:
            return (mpf(0), mpf(1)) if x == 0 else (mpf(1), mpf(0))
        if x * self.b <= y * self.a:
            low = self.density(x, y) * outwards(self.a, self.b, x, y)
            return low, 1 - low
        high = self.density(x, y) * outwards(self.b, self.a, y, x)
        return 1 - high, high

    def quantile(self, p):
        """Newton's method on the logarithm of the smaller side over the logarithm of the odds."""
        p = mpf(p)
        at = lambda t: (1 / (1 + mp.exp(-t)), 1 / (1 + mp.exp(t)))
        t = mp.log(self.a / self.b)
        low = p <= self.sides(*at(t))[0]
        target = mp.log(p if low else 1 - p)
        for _ in range(200):
            x, y = at(t)
            side = self.sides(x, y)[0 if low else 1]
            slope = self.density(x, y) / side * (1 if low else -1)
            # Numbers of 64 bits end long before the bounds; Newton's method may overshoot them and come back.
            after = min(max(t + (target - mp.log(side)) / slope, mpf(-800)), mpf(800))
            step, t = after - t, after
            if abs(step) < mpf(10) ** -21:
                break
        else:
            raise ArithmeticError(f"no quantile of beta({self.a}, {self.b}) at {p}")
        return float(at(t)[0])


def rows(pair):
    distribution = Beta(*pair)
    found = []
    for p in PROBABILITIES:
        x = distribution.quantile(p)
        sides = distribution.sides(mpf(x), 1 - mpf(x))
        if max(pair) <= 50 and 0 < x < 1:
            known = mp.betainc(distribution.a, distribution.b, 0, mpf(x), regularized=True)
            assert abs(known - sides[0]) <= mpf(10) ** -20 * known, (pair, p, known, sides)
        found.append([*map(repr, pair), repr(p), repr(x), *(mp.nstr(side, 14) for side in sides)])
    return found


def main():
    pairs = [(a, b) for a in PARAMETERS for b in PARAMETERS]
    with multiprocessing.Pool() as pool:
        table = [HEADER] + [row for part in pool.imap(rows, pairs, 4) for row in part]
    if sys.argv[1:] == ["--check"]:
        with TARGET.open() as file:
            assert list(csv.reader(file)) == table, "beta.csv says something else"
    else:
        with TARGET.open("w", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(table)


if __name__ == "__main__":
    main()

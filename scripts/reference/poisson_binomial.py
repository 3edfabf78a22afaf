#!/usr/bin/env python3
"""The meetings from lists of contacts, to 40 digits: every list is convolved contact by contact.

    pip install mpmath
    python3 scripts/reference/poisson_binomial.py            # writes; about half a minute
    python3 scripts/reference/poisson_binomial.py --check    # compares with what is committed

Writes crates/outreach/tests/it/reference/poisson_binomial.csv: case,k,probability,at_least. The contacts are those of
`contacts` in crates/outreach/tests/it/contact_lists.rs: the same doubles, by the same operations.
"""

import csv
import pathlib
import sys

from mpmath import mp, mpf

mp.dps = 45
TARGET = pathlib.Path(__file__).parents[2] / "crates/outreach/tests/it/reference/poisson_binomial.csv"


def spread(i):
    """Numbers all over 0 to 1."""
    return ((i * 7919 + 13) % 9973 + 1) / 9975


def power_8(x):
    for _ in range(3):
        x = x * x
    return x


CASES = {
    "even": (40, spread),
    "even 300": (300, spread),
    "even 2000": (2000, spread),
    "rare 1500": (1500, lambda i: spread(i) * spread(i) / 64),
    "extreme 1000": (1000, lambda i: power_8(spread(i)) if i % 2 else 1.0 - power_8(spread(i))),
    "likely 2000": (2000, lambda i: 1.0 - power_8(spread(i))),
    "two groups 1200": (1200, lambda i: 1e-9 * spread(i) if i % 3 else 0.4 + 0.01 * spread(i)),
}


def law(probabilities):
    masses = [mpf(1)]
    for p in map(mpf, probabilities):
        q = 1 - p
        up = [mass * p for mass in masses]
        masses = [masses[0] * q] + [mass * q + more for mass, more in zip(masses[1:], up)] + [up[-1]]
    return masses


def rows():
    yield "case", "k", "probability", "at_least"
    for name, (contacts, probability) in CASES.items():
        masses = law(map(probability, range(contacts)))
        tails, tail = [], mpf(0)
        for mass in reversed(masses):
            tail += mass
            tails.append(tail)
        tails.reverse()
        assert abs(tails[0] - 1) < mpf(10) ** -38
        digits = lambda x: mp.nstr(x, 20, min_fixed=-5)
        mean = sum(map(probability, range(contacts)))
        near = {round(mean + d) for d in (-30, -10, -4, -2, -1, 0, 1, 2, 4, 10, 30)}
        far = {contacts * part // 25 for part in range(26)} | {1, contacts - 1}
        for k in sorted(k for k in near | far if 0 <= k <= contacts):
            yield name, k, digits(masses[k]), digits(tails[k])


def main():
    table = [tuple(map(str, row)) for row in rows()]
    if sys.argv[1:] == ["--check"]:
        with TARGET.open(newline="") as file:
            sys.exit([tuple(row) for row in csv.reader(file)] != table)
    with TARGET.open("w", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(table)


if __name__ == "__main__":
    main()

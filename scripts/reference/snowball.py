#!/usr/bin/env python3
"""Every course of a few small campaigns with a pool of referrals, by the rules of docs/model.md § 6.

    python3 scripts/reference/snowball.py > crates/outreach/tests/it/reference/snowball.csv

Standard library only. A course is what each attempt came to, and how many referrals each held meeting brought; referrals
that no attempt is left for are not told apart. The queue holds the generation of every referral, first in, first out.
"""

import math

# case: calls, first referrals, names, dispersion, introduced, decay, P(held) of a cold and of a warm call of generation 1
CASES = {
    "default": (6, 5, 2.0, None, 1.0, 1.0, 0.1, 671 / 750),
    "dry": (5, 1, 0.8, None, 1.0, 1.0, 0.1, 0.5),
    "empty": (5, 0, 2.0, None, 0.4, 1.0, 0.3, 0.8),
    "dispersed": (5, 1, 1.5, 0.5, 0.7, 1.0, 0.2, 0.6),
    "alone": (4, 2, 0.0, None, 1.0, 1.0, 0.1, 0.9),
    "decays": (5, 1, 2.0, None, 1.0, 0.5, 0.1, 0.9),
    "forgets": (4, 2, 1.2, 2.0, 0.8, 0.0, 0.2, 0.7),
}


def referrals(names, dispersion, introduced, most):
    """P(a held meeting brings j), j = 0, …, most; the last one is of that many or more."""
    mean = names * introduced
    if mean == 0:
        return [1.0] + [0.0] * most
    if dispersion is None:
        law = [math.exp(-mean) * mean**j / math.factorial(j) for j in range(most)]
    else:
        failure = mean / (mean + dispersion)
        law, mass = [], (1 - failure) ** dispersion
        for j in range(most):
            law.append(mass)
            mass *= (dispersion + j) / (j + 1) * failure
    return law + [1 - sum(law)]


def courses(case):
    """Each course's probability, its meetings, the number of its first cold attempt, its meetings by generation."""
    calls, initial, names, dispersion, introduced, decay, cold, warm = case

    def attempt(made, queue, probability, meetings, first_cold, by_generation):
        if made == calls:
            yield probability, meetings, first_cold, by_generation
            return
        generation = queue[0] if queue else None
        rest = queue[1:]
        if generation is None:
            held, first_cold = cold, first_cold or made + 1
        else:
            held = cold + (warm - cold) * decay ** (generation - 1)
        yield from attempt(made + 1, rest, probability * (1 - held), meetings, first_cold, by_generation)
        if held == 0:
            return
        if generation is not None:
            by_generation = by_generation | {generation: by_generation.get(generation, 0) + 1}
        left = calls - made - 1
        for count, odds in enumerate(referrals(names, dispersion, introduced, left)):
            if odds > 0:
                more = (1 if generation is None else generation + 1,) * count
                yield from attempt(made + 1, rest + more, probability * held * odds, meetings + 1, first_cold, by_generation)

    yield from attempt(0, (1,) * initial, 1.0, 0, None, {})


def main():
    print("case,what,number,value")
    for name, case in CASES.items():
        yields, first_cold, generations = {}, {}, {}
        for probability, meetings, first, by_generation in courses(case):
            yields.setdefault(meetings, []).append(probability)
            if first is not None:
                first_cold.setdefault(first, []).append(probability)
            for generation, count in by_generation.items():
                generations.setdefault(generation, []).append(probability * count)
        for what, values in (("yield", yields), ("first cold", first_cold), ("generation", generations)):
            for number in sorted(values):
                print(f"{name},{what},{number},{math.fsum(values[number])!r}")


if __name__ == "__main__":
    main()

"""What DriftingRate knows after a sequence of trials, in 50 digits: crates/outreach/tests/it/reference/drifting.csv.

    python3 scripts/reference/drifting.py > crates/outreach/tests/it/reference/drifting.csv

Every belief is kept as the plain sum over all trials, sum 2^(-age / half-life), instead of a running one, and the distribution of
a batch is told by Beta functions instead of products. Needs mpmath.
"""

from itertools import product

from mpmath import beta, betainc, binomial, inf, mp, mpf

mp.dps = 50
HALF_LIVES = [25 * 2**i for i in range(8)] + [inf]
CAPS = [10 * 2**i for i in range(7)] + [inf]
STEPS, SHARE = (25, 100), mpf(2) / 100
START = [mpf(1) / 2 / (len(HALF_LIVES) * len(CAPS) - 1)] * (len(HALF_LIVES) * len(CAPS) - 1) + [mpf(1) / 2]


def trials(count, steady):
    """Every fifth trial at first; unless steady every second after 300, none after 450."""
    for t in range(count):
        yield t % 5 == 0 if steady or t < 300 else (t < 450 and t % 2 == 0)


def beliefs(seen):
    for half_life in HALF_LIVES:
        ages = [(len(seen) - 1 - t, success) for t, success in enumerate(seen)]
        weight = lambda age: mpf(1) if half_life == inf else mpf(2) ** (-mpf(age) / half_life)
        s = sum((weight(age) for age, success in ages if success), mpf(0))
        f = sum((weight(age) for age, success in ages if not success), mpf(0))
        for cap in CAPS:
            scale = mpf(1) if s + f <= cap else cap / (s + f)
            yield mpf(1) / 2 + scale * s, mpf(1) / 2 + scale * f


def known(seen, step):
    """Beliefs with their weights."""
    weights = START
    for end in range(step, len(seen) + 1, step):
        s = sum(seen[end - step : end])
        told = [w * beta(a + s, b + step - s) / beta(a, b) for w, (a, b) in zip(weights, beliefs(seen[: end - step]))]
        weights = [(1 - SHARE) * w / sum(told) + SHARE * start for w, start in zip(told, START)]
    return list(zip(weights, beliefs(seen)))


def quantile(belief, q):
    """By halving, 60 times."""
    low, high = mpf(0), mpf(1)
    with mp.workdps(20):
        for _ in range(60):
            x = (low + high) / 2
            below = sum(w * betainc(a, b, 0, x, regularized=True) for w, (a, b) in belief) < q
            low, high = (x, high) if below else (low, x)
    return (low + high) / 2


def main():
    print("steady,step,trials,alpha,beta,half_life,constant,mass_0,mass_3,mass_10,low,high")
    for steady, step in product((True, False), STEPS):
        for count in (199, 200, 310, 470, 700):
            seen = list(trials(count, steady))
            belief = known(seen, step)
            half_life, constant = "", belief[-1][0]
            if count < 200:
                belief, constant = [(mpf(1), list(beliefs(seen))[-1])], mpf(1)
            elif sum(w for w, _ in belief[-len(CAPS) :]) < mpf(1) / 2:
                rates = [mpf(1) / h for h in HALF_LIVES for _ in CAPS]
                half_life = mp.nstr(1 / sum(w * r for (w, _), r in zip(belief, rates)), 17)
            mean = sum(w * a / (a + b) for w, (a, b) in belief)
            second = sum(w * a * (a + 1) / ((a + b) * (a + b + 1)) for w, (a, b) in belief)
            weight = mean * (1 - mean) / (second - mean**2) - 1
            mass = lambda k: sum(w * binomial(10, k) * beta(a + k, b + 10 - k) / beta(a, b) for w, (a, b) in belief)
            numbers = [mean * weight, (1 - mean) * weight]
            rest = (constant, mass(0), mass(3), mass(10), quantile(belief, mpf("0.05")), quantile(belief, mpf("0.95")))
            told = [mp.nstr(n, 17) for n in numbers] + [half_life] + [mp.nstr(n, 17) for n in rest]
            print(",".join([str(steady).lower(), str(step), str(count)] + told))


if __name__ == "__main__":
    main()

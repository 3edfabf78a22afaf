"""Would the tests see it? Puts one error after the other into a copy of the library and runs the tests.

    python3 scripts/audit.py [NAME…]       all errors, or these
    python3 scripts/audit.py --sample N    so many, drawn by the number in the variable SAMPLE, of a library that passes its tests
    python3 scripts/audit.py --places      whether the text that each replaces is there

An error that no test catches fails the audit. The pinned results are left out: they see that something changed, and not
that it is wrong. The copy is in target/audit and takes from target what does not depend on the library. Needs Python 3.9 and
Rust; all errors take eight minutes on two cores.
"""

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LIBRARY = "crates/outreach/src/"
ACCEPTANCE = ["--test", "acceptance"]
IT = ["--test", "it"]

# The name of an error, the file, what stands there once, what is put in its place, and the tests that are run first, as
# they are those that are to see it.
ERRORS = [
    ("a rate 1 % too high", "model/call.rs", "let conversation = reach * share;",
     "let conversation = reach * share * 1.01;", ACCEPTANCE),
    ("recovered and unrecovered swapped", "model/call.rs", "let recovery = world.value(Parameter::IncidentRecovery);",
     "let recovery = 1.0 - world.value(Parameter::IncidentRecovery);", ACCEPTANCE),
    ("no-shows are held", "model/call.rs", "conversation * meeting * (1.0 - show);", "0.0 * show;", ACCEPTANCE),
    ("disliked connectors are forgotten", "model/call.rs", "let unknown = incident * (1.0 - disliked);",
     "let unknown = incident * (1.0 - 0.9 * disliked);", ACCEPTANCE),
    ("one cold call less", "simulate/lanes/mod.rs", "(calls - made).min(PORTION.into()) as u16",
     "((calls - made).min(PORTION.into()) as u16).saturating_sub(u16::from(calls > 9))", IT),
    ("a simulated rate 0.3 % too low", "simulate/lanes/codes.rs", "probabilities[lane] = of_path;",
     "probabilities[lane] = of_path * 0.997;", ACCEPTANCE),
    ("what the first code leaves is drawn like all", "simulate/lanes/codes.rs", "cut(rest, &scale.0, 65_536.0, codes, of_rest);",
     "cut(&self.probabilities.0, &[65_536.0; LANES], 65_536.0, codes, of_rest);", ACCEPTANCE),
    ("all blocks share a stream", "simulate/stream.rs", "keyed.set_stream(purpose.tag() << 48 | block);",
     "keyed.set_stream(purpose.tag() << 48 | (block & 1));", ACCEPTANCE),
    ("neighbouring seeds share blocks", "simulate/stream.rs",
     "ChaCha8Rng::seed_from_u64(seed);\n    keyed.set_stream(purpose.tag() << 48 | block);",
     "ChaCha8Rng::seed_from_u64(seed.wrapping_add(block));\n    keyed.set_stream(purpose.tag() << 48);", ACCEPTANCE),
    ("the twin has the first one's luck", "simulate/stream.rs", "0x1001 + strategy as u64", "1 + strategy as u64", IT),
    ("Poisson for binomial", "numerics/pmf/mod.rs", "n.saturating_sub(k) as f64 / (k + 1) as f64 * odds",
     "n as f64 * p / (k + 1) as f64", ACCEPTANCE),
    ("quantiles one too high", "simulate/sample.rs", "below >= rank", "below > rank", IT),
    ("exact quantiles one too high", "numerics/pmf/mod.rs", "self.first + below.count()", "self.first + 1 + below.count()", IT),
    ("too narrow intervals of quantiles", "simulate/sample.rs", "const MISSES: f64 = 0.05;", "const MISSES: f64 = 0.2;",
     ACCEPTANCE),
    ("shapes of gamma draws off", "simulate/beta_draw.rs", "log_gamma_draw(beta.alpha(), rng) -",
     "log_gamma_draw(beta.alpha() * 1.05, rng) -", ACCEPTANCE),
    ("one meeting more before the stop", "simulate/trial.rs", "spent.meetings >= meetings,",
     "spent.meetings > meetings,", ACCEPTANCE),
    ("standard errors of sums, not of means", "simulate/tally.rs", "difference / (n * n * (n - 1.0))",
     "difference / (n * (n - 1.0))", IT),
    ("a merged part loses its squares", "simulate/tally.rs", "sum += more;\n        }\n    }\n\n    /// Whether",
     "sum += more / 2;\n        }\n    }\n\n    /// Whether", ACCEPTANCE),
    ("parts may overlap by a block", "simulate/part.rs", "first < end && start < behind",
     "first + 1 < end && start + 1 < behind", IT),
    ("too narrow ranges of learned rates", "learn/drifting_rate.rs", "|| [0.05, 0.95].map", "|| [0.1, 0.9].map", ACCEPTANCE),
    ("the past is forgotten twice as fast", "learn/drifting_rate.rs", "libm::exp(-std::f64::consts::LN_2 / half_life)",
     "libm::exp2(-2.0 / half_life)", IT),
    ("a score that takes the outcome as missed", "learn/backtest.rs", "if k >= outcome {", "if k > outcome {", IT),
    ("open conversations are refusals", "learn/call_log/mod.rs", "if self.outcome != Outcome::Open {", "{", IT),
    ("a connector that is unknown counts as disliked", "learn/call_log/mod.rs", "trials.push((Parameter::IncidentDisliked, false));",
     "trials.push((Parameter::IncidentDisliked, true));", IT),
]

TESTS = [ACCEPTANCE, IT, ["--lib"]]


def caught(folder, first=ACCEPTANCE):
    """The first test that fails, or nothing; a library that does not compile is no error that was caught."""
    environment = dict(os.environ, CARGO_TARGET_DIR=str(ROOT / "target"))
    for tests in sorted(TESTS, key=lambda tests: tests is not first):
        run = ["cargo", "test", "--quiet", "--package", "outreach", *tests]
        result = subprocess.run(run, cwd=folder, env=environment, capture_output=True, text=True, timeout=600)
        if "could not compile" in result.stderr:
            sys.exit(f"the error does not compile:\n{result.stderr[-2000:]}")
        if result.returncode != 0:
            failed = [line.split()[0] for line in result.stdout.splitlines() if line.endswith("FAILED") and "::" in line]
            return failed[0] if failed else tests[-1]
    return None


def places():
    """Ends with what is not there once."""
    for name, file, good, _, _ in ERRORS:
        there = (ROOT / LIBRARY / file).read_text().count(good)
        if there != 1:
            sys.exit(f"{name}: {file} has {there} times {good!r}")


def main(words):
    places()
    if words == ["--places"]:
        return
    chosen = ERRORS
    if words[:1] == ["--sample"]:
        chosen = random.Random(int(os.environ.get("SAMPLE", "1"))).sample(ERRORS, int(words[1]))
    elif words:
        chosen = [error for error in ERRORS if error[0] in words]
    missed = []
    folder = ROOT / "target/audit"
    shutil.rmtree(folder, ignore_errors=True)
    ignored = shutil.ignore_patterns("target", ".git", "node_modules")
    # New times of change, so that nothing that was built before is taken for these files.
    shutil.copytree(ROOT, folder, ignore=ignored, copy_function=shutil.copyfile)
    # Of a sample it is known: the tests have just passed.
    if words[:1] != ["--sample"] and (name := caught(folder)) is not None:
        sys.exit(f"{name} fails without any error")
    for name, file, good, bad, first in chosen:
        path = folder / LIBRARY / file
        text = path.read_text()
        path.write_text(text.replace(good, bad))
        test = caught(folder, first)
        path.write_text(text)
        print(f"{name}: {test or 'NOT CAUGHT'}", flush=True)
        if test is None:
            missed.append(name)
    print(f"{len(chosen)} errors, {len(missed)} of them not caught")
    sys.exit(1 if missed or not chosen else 0)


if __name__ == "__main__":
    main(sys.argv[1:])

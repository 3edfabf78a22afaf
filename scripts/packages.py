#!/usr/bin/env python3
"""Looks at what the Python package is handed out as, in target/wheels, and installs it into a new environment.

    python3 scripts/packages.py             # the wheel: tag, licences, command, stripped
    python3 scripts/packages.py --release   # that it is for any Linux with glibc 2.17, too, and that the sources, which it
                                            # packs, are built and installed without a network
"""

import re
import struct
import subprocess
import sys
import tarfile
import tempfile
import venv
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WHEELS = ROOT / "target/wheels"
PROGRAM = """
import outreach
campaign = outreach.Campaign(calls=40, warm=12, rates={"cold.meeting": 0.05, "warm.meeting": 0.6})
print(outreach.simulate(campaign, at_least=10).sentence())
"""
CRATE = re.compile(rb"/registry/src/[^/]+/([A-Za-z0-9_-]+?)-(\d+\.\d+\.\d+[^/]*)/")


SYMBOLS = 2


def section_kinds(elf):
    """What the sections of a 64-bit, little-endian program are."""
    (first,), (size, many) = struct.unpack_from("<Q", elf, 0x28), struct.unpack_from("<HH", elf, 0x3A)
    return {struct.unpack_from("<I", elf, first + size * number + 4)[0] for number in range(many)}


def only(pattern):
    """The one file of this name."""
    found = list(WHEELS.glob(pattern))
    assert len(found) == 1, f"target/wheels has {len(found)} of {pattern}"
    return found[0]


def look_into(wheel, is_portable):
    """What whoever installs it finds."""
    assert re.search("-cp310-abi3-manylinux_2_[0-9]+_", wheel.name), f"{wheel.name} is for one Python, or for no other Linux"
    assert not is_portable or "manylinux_2_17_" in wheel.name, f"{wheel.name} needs a glibc later than 2.17"
    with zipfile.ZipFile(wheel) as files:
        names = files.namelist()

        def text(ending):
            (name,) = (name for name in names if name.endswith(ending))
            return files.read(name).decode()

        (native,) = (files.read(name) for name in names if name.endswith(".so"))
        assert SYMBOLS not in section_kinds(native), "the native module is not stripped"
        linked = {(name.decode(), version.decode()) for name, version in CRATE.findall(native)}
        assert len(linked) > 5, "no crates are found in the native module"
        notices = text("licenses/NOTICES.txt")
        missing = [f"{name} {version}" for name, version in linked if f"{name} {version}:" not in notices]
        assert not missing, f"NOTICES.txt lacks {', '.join(missing)}"
        assert "MIT" in text("licenses/LICENSE-MIT") and "Apache" in text("licenses/LICENSE-APACHE")
        assert "outreach=outreach.__main__:main" in text("entry_points.txt").replace(" ", "")
        told = text(".dist-info/METADATA")
        for line in ("License-Expression: MIT OR Apache-2.0", "Requires-Python: >=3.10", "Requires-Dist: numpy>=1.26", "Classifier: Typing :: Typed"):
            assert line in told, f"METADATA has no {line}"
        assert any(name.endswith("outreach/py.typed") for name in names)
    return f"{wheel.name}: {wheel.stat().st_size / 1e6:.1f} MB, stripped, with the licences of {len(linked)} crates seen in it and more"


def install(wheel, folder):
    """Into an environment that has nothing, and runs it there in the three ways."""
    venv.create(folder, with_pip=True)
    python = folder / "bin/python"

    def run(*words):
        return subprocess.run(words, cwd=folder, check=True, capture_output=True, text=True).stdout

    run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel)
    words = ("simulate", "--calls", "40", "--warm", "12", "--set", "cold.meeting=0.05", "--set", "warm.meeting=0.6", "-q")
    told = {" ".join(run(*command).split()) for command in ((python, "-c", PROGRAM), (python, "-m", "outreach", *words), (folder / "bin/outreach", *words))}
    assert len(told) == 1, f"Python and the command say something else: {told}"
    return f"{wheel.name} runs in a new environment: {told.pop()}"


def look_at_sources(packed):
    """What they are built of is in them."""
    with tarfile.open(packed) as files:
        names = [name.partition("/")[2] for name in files.getnames()]
    for needed in ("PKG-INFO", "Cargo.lock", ".cargo/config.toml", "LICENSE-MIT", "LICENSE-APACHE", "NOTICES.txt"):
        assert any(name == needed or name.endswith(f"crates/outreach-python/{needed}") for name in names), f"{packed.name} has no {needed}"
    vendored = {name.split("/")[1] for name in names if name.startswith("vendor/")}
    return f"{packed.name}: {packed.stat().st_size / 1e6:.1f} MB, {len(vendored)} crates"


def main(is_release):
    wheel = only("*.whl")
    print(look_into(wheel, is_release))
    with tempfile.TemporaryDirectory() as folder:
        print(install(wheel, Path(folder)))
    if is_release:
        subprocess.run([ROOT / "scripts/sdist", "--install"], check=True)
        print(look_at_sources(only("*.tar.gz")))


if __name__ == "__main__":
    main("--release" in sys.argv[1:])

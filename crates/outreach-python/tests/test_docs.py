"""What is written about the package is true: its page, its doc strings, the notebook."""

from __future__ import annotations

import doctest
import importlib
import inspect
import os
import pkgutil
from pathlib import Path
from typing import Any

import nbformat
import outreach
import pytest
import reference
from conftest import ROOT
from nbclient import NotebookClient
from outreach import dask, logs

FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE | doctest.IGNORE_EXCEPTION_DETAIL


def test_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").symlink_to(ROOT / "data")
    found = doctest.testfile(str(ROOT / "docs" / "python.md"), module_relative=False, optionflags=FLAGS)
    assert found.failed == 0 and found.attempted > 10


@pytest.mark.parametrize("name", [module.name for module in pkgutil.iter_modules(outreach.__path__) if module.name != "__main__"])
def test_doc_strings(name: str) -> None:
    assert doctest.testmod(importlib.import_module(f"outreach.{name}"), optionflags=FLAGS).failed == 0


def outputs(notebook: Any) -> list[Any]:
    return [output.get("data", output.get("text")) for cell in notebook.cells for output in cell.get("outputs", [])]


def test_the_notebook_is_stored_with_its_outputs() -> None:
    path = ROOT / "examples" / "decision.ipynb"
    stored, fresh = (nbformat.read(path, as_version=4) for _ in range(2))
    resources = {"metadata": {"path": str(ROOT / "examples")}}
    NotebookClient(fresh, timeout=120, kernel_name="python3", record_timing=False, resources=resources).execute()
    if "RENEW" in os.environ:
        fresh.metadata = stored.metadata
        nbformat.write(fresh, path)
        stored = fresh
    assert outputs(stored) == outputs(fresh)
    assert any("<svg" in str(output.get("text/html", "")) for output in outputs(fresh))


def test_every_parameter_is_told() -> None:
    verbs = [getattr(outreach, name) for name in outreach.__all__ if inspect.isfunction(getattr(outreach, name))]
    for of in [*verbs, logs.log_layout, outreach.Campaign.__init__, dask.simulate, dask.forecast]:
        stars = {inspect.Parameter.VAR_KEYWORD: "**"}
        named = [f"{stars.get(one.kind, '')}{one.name}" for one in inspect.signature(of).parameters.values() if one.name != "self"]
        assert [name for section, name, _ in reference.entries(of) if section == "Parameters"] == named, of


def test_the_reference_is_that_of_the_doc_strings() -> None:
    path, text = ROOT / "docs" / "python-reference.md", reference.page()
    if "RENEW" in os.environ:
        path.write_text(text)
    assert path.read_text() == text, "RENEW=1 pytest writes it"

"""What is written about the package is true: its page, its doc strings, the notebook."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
from pathlib import Path

import nbformat
import outreach
import pytest
from conftest import ROOT
from nbclient import NotebookClient

FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE | doctest.IGNORE_EXCEPTION_DETAIL


def test_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").symlink_to(ROOT / "data")
    found = doctest.testfile(str(ROOT / "docs" / "python.md"), module_relative=False, optionflags=FLAGS)
    assert found.failed == 0 and found.attempted > 10


@pytest.mark.parametrize("name", [module.name for module in pkgutil.iter_modules(outreach.__path__)])
def test_doc_strings(name: str) -> None:
    assert doctest.testmod(importlib.import_module(f"outreach.{name}"), optionflags=FLAGS).failed == 0


def test_the_notebook(tmp_path: Path) -> None:
    notebook = nbformat.read(ROOT / "examples" / "decision.ipynb", as_version=4)
    NotebookClient(notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(ROOT / "examples")}}).execute()
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    assert any("<svg" in str(output.get("data", {}).get("text/html", "")) for output in outputs)

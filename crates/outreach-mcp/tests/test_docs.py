"""The client of the manual's page prints what the page says."""

import os
import re
import subprocess
import sys
from pathlib import Path

from conftest import COMMAND, ROOT


def test_the_client_of_the_page():
    page = (ROOT / "docs/embedding.md").read_text()
    [(program, printed)] = re.findall(r"```python\n(.*?)```\n\n```text\n(.*?)```", page, re.DOTALL)
    path = os.pathsep.join([str(Path(COMMAND).parent), os.environ["PATH"]])
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, env={**os.environ, "PATH": path})
    assert ran.stdout == printed, ran.stderr

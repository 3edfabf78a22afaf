"""The client and the settings of the manual's page do what the page says."""

import asyncio
import json
import os
import re
import subprocess
import sys
from pathlib import Path

from conftest import COMMAND, DATA, ROOT, client


def test_the_client_of_the_page():
    page = (ROOT / "docs/embedding.md").read_text()
    [(program, printed)] = re.findall(r"```python\n(.*?)```\n\n```text\n(.*?)```", page, re.DOTALL)
    path = os.pathsep.join([str(Path(COMMAND).parent), os.environ["PATH"]])
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, env={**os.environ, "PATH": path})
    assert ran.stdout == printed, ran.stderr


def test_the_settings_of_the_page_start_a_server_that_reads_the_folder():
    page = (ROOT / "docs/embedding.md").read_text()
    [settings] = re.findall(r"```json\n(\{ \"mcpServers\".*?)```", page, re.DOTALL)
    server = json.loads(settings)["mcpServers"]["outreach"]
    command, first, *words = [server["command"], *server["args"]]
    assert (command, first) == ("outreach", "mcp")
    words = [DATA if word == "/home/you/calls" else word for word in words]

    async def ask():
        async with client(*words) as session:
            return await session.call_tool("calibrate", {"log": {"file": "calls.csv"}})

    assert not asyncio.run(ask()).is_error

"""The server, as a client of the protocol starts it: by the command, with the folder `data` of the project allowed."""

import contextlib
import json
import subprocess
import time
from pathlib import Path

import pytest
from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client

ROOT = Path(__file__).parents[3]
COMMAND = str(ROOT / "target/debug/outreach")
DATA = str(ROOT / "data")


@contextlib.asynccontextmanager
async def client(*words):
    """A session of the official client with a server of its own."""
    server = StdioServerParameters(command=COMMAND, args=["mcp", *(words or ("--allow", DATA))])
    async with stdio_client(server) as (read, write), ClientSession(read, write) as session:
        await session.initialize()
        yield session


def command(*words):
    """What the command prints as JSON, without the end of the line."""
    printed = subprocess.run([COMMAND, *words, "--format", "json"], capture_output=True, text=True)
    assert printed.stdout, printed.stderr
    return printed.stdout.rstrip("\n")


class Pipe:
    """A server to which lines are written as they are."""

    def __init__(self):
        self.process = subprocess.Popen(
            [COMMAND, "mcp", "--allow", DATA], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        about = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "pipe", "version": "1"}}
        self.ask("start", "initialize", about)
        self.read("start")
        self.write({"jsonrpc": "2.0", "method": "notifications/initialized"})

    def write(self, message):
        line = message if isinstance(message, bytes) else json.dumps(message).encode()
        self.process.stdin.write(line + b"\n")
        self.process.stdin.flush()

    def ask(self, number, method, params):
        self.write({"jsonrpc": "2.0", "id": number, "method": method, "params": params})

    def call(self, number, verb, **fields):
        self.ask(number, "tools/call", {"name": verb, "arguments": fields})

    def read(self, number):
        """The line that answers the question of this number."""
        while line := self.process.stdout.readline():
            message = json.loads(line)
            if "id" in message and message["id"] == number:
                return line.decode()
        raise AssertionError("the server has gone")

    def is_at_rest(self):
        """Whether no thread works or waits for a processor, whatever else the machine does, in ten looks."""
        for _ in range(10):
            for thread in Path(f"/proc/{self.process.pid}/task").iterdir():
                with contextlib.suppress(FileNotFoundError, ProcessLookupError):
                    if (thread / "stat").read_text().rsplit(")")[-1].split()[0] == "R":
                        return False
            time.sleep(0.05)
        return True

    def most_memory(self):
        """The most bytes that the server had."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.split("VmHWM:")[1].split()[0]) << 10


@pytest.fixture
def pipe():
    pipe = Pipe()
    yield pipe
    pipe.process.stdin.close()
    assert pipe.process.wait(timeout=30) == 0

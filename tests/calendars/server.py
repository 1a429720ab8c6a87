"""A CalDAV server of our own on this machine, for as long as the tests need it."""

from __future__ import annotations

import json
import socket
import subprocess
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import attrs

from tests.programs import calendar_client

USER, PASSWORD = "ann", "kept-in-a-test"
_PATIENCE_S = 60


@attrs.frozen
class Server:
    """A running Radicale."""

    url: str
    """Where the calendars of its only user are."""

    def do(self, jobs: Sequence[dict[str, str]]) -> dict[str, Any]:
        """Let the caldav package do jobs in order; return what it read, by the jobs' names."""
        given = {"url": self.url, "user": USER, "password": PASSWORD, "jobs": list(jobs)}
        client = Path(__file__).with_name("caldav_client.py")
        result = subprocess.run(
            [calendar_client("python"), client],
            input=json.dumps(given),
            capture_output=True,
            text=True,
            check=False,
        )
        assert result.returncode == 0, result.stderr
        found: dict[str, Any] = json.loads(result.stdout)
        return found


@contextmanager
def running(folder: Path) -> Iterator[Server]:
    """Start Radicale on a free port of 127.0.0.1 with a folder of its own; stop it at the end."""
    port = _free_port()
    (folder / "users").write_text(f"{USER}:{PASSWORD}\n", encoding="utf-8")
    options = {
        "config": "",
        "server-hosts": f"127.0.0.1:{port}",
        "auth-type": "htpasswd",
        "auth-htpasswd-filename": str(folder / "users"),
        "auth-htpasswd-encryption": "plain",
        "storage-filesystem-folder": str(folder / "store"),
        "logging-level": "info",
    }
    command = [
        str(calendar_client("radicale")),
        *(f"--{name}={value}" for name, value in options.items()),
    ]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            _wait_until_ready(process)
            yield Server(url=f"http://127.0.0.1:{port}/{USER}/")
        finally:
            process.terminate()


def _wait_until_ready(process: subprocess.Popen[str]) -> None:
    """Read the server's log until it says so; go on emptying it, or it would stand still."""
    assert process.stderr is not None
    lines: list[str] = []
    giving_up = threading.Timer(_PATIENCE_S, process.terminate)
    giving_up.start()
    for line in process.stderr:
        lines.append(line)
        if "server ready" in line:
            break
    else:
        raise AssertionError("Radicale does not start:\n" + "".join(lines))
    giving_up.cancel()
    threading.Thread(target=process.stderr.read, daemon=True).start()


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
    return port

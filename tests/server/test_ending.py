"""How a session ends: the exit code that the protocol asks for, and nothing on standard error."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

import pytest

pytestmark = pytest.mark.timeout(120)
ALONE, COMMAND = ["doenvermogentoets_server"], ["doenvermogentoets", "server"]


def say(server: subprocess.Popen[bytes], method: str, params: Any = None, number: int | None = None) -> None:
    body = json.dumps({"jsonrpc": "2.0", "method": method, "params": params} | ({"id": number} if number is not None else {})).encode()
    assert server.stdin is not None
    server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
    server.stdin.flush()


def answer(stream: IO[bytes], number: int) -> Any:
    """The answer to a request; what the server says meanwhile is passed over."""
    while True:
        size = 0
        while (line := stream.readline()) != b"\r\n":
            assert line, "the server is gone"
            name, _, value = line.partition(b":")
            size = int(value) if name.lower() == b"content-length" else size
        told = json.loads(stream.read(size))
        if told.get("id") == number and "method" not in told:
            return told


@contextmanager
def session(module: list[str], *, busy: bool = True) -> Iterator[subprocess.Popen[bytes]]:
    """A server that was greeted; ``busy``: and given a draft to read."""
    command = [sys.executable, "-m", *module]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as server:
        assert server.stdout is not None
        say(server, "initialize", {"processId": None, "rootUri": None, "capabilities": {}}, 1)
        answer(server.stdout, 1)
        say(server, "initialized", {})
        if busy:
            draft = {"uri": "untitled:ontwerp", "languageId": "plaintext", "version": 1, "text": "Artikel 1\nDe ouder meldt dit.\n"}
            say(server, "textDocument/didOpen", {"textDocument": draft})
            say(server, "textDocument/foldingRange", {"textDocument": {"uri": draft["uri"]}}, 2)
            answer(server.stdout, 2)
        yield server
        server.kill()


def ended(server: subprocess.Popen[bytes]) -> tuple[int, str]:
    """Exit code and standard error; the editor has not closed its end of the line."""
    assert server.stderr is not None
    code = server.wait(timeout=60)
    return code, server.stderr.read().decode()


@pytest.mark.parametrize(("module", "busy"), [(ALONE, False), (COMMAND, True)])
def test_after_shutdown_and_exit_it_ends_in_silence(module: list[str], busy: bool) -> None:
    with session(module, busy=busy) as server:
        say(server, "shutdown", None, 3)
        assert server.stdout is not None
        assert answer(server.stdout, 3)["result"] is None
        say(server, "exit")
        assert ended(server) == (0, "")


def test_exit_without_shutdown_is_an_error_by_its_code_only() -> None:
    with session(COMMAND) as server:
        say(server, "exit")
        assert ended(server) == (1, "")


def test_an_editor_that_is_gone_ends_it_in_silence() -> None:
    with session(COMMAND) as server:
        assert server.stdin is not None
        server.stdin.close()
        assert ended(server) == (0, "")


def test_a_request_after_shutdown_is_refused_and_a_notification_is_not_answered() -> None:
    with session(ALONE, busy=False) as server:
        assert server.stdout is not None
        say(server, "shutdown", None, 3)
        answer(server.stdout, 3)
        say(server, "textDocument/didClose", {"textDocument": {"uri": "untitled:ontwerp"}})
        say(server, "textDocument/hover", {"textDocument": {"uri": "untitled:ontwerp"}, "position": {"line": 0, "character": 0}}, 4)
        assert answer(server.stdout, 4)["error"]["code"] == -32600
        say(server, "exit")
        assert ended(server) == (0, "")

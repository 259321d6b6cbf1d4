"""How a session ends: the exit code that the protocol asks for, and nothing on standard error."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import pytest

from doenvermogentoets_server import stdio
from doenvermogentoets_server.app import Server
from doenvermogentoets_server.processes import here

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


def test_a_second_greeting_is_refused_and_the_session_goes_on() -> None:
    with session(ALONE, busy=False) as server:
        assert server.stdout is not None
        say(server, "initialize", {"processId": None, "rootUri": None, "capabilities": {}}, 7)
        assert answer(server.stdout, 7)["error"]["code"] == -32600
        say(server, "shutdown", None, 8)
        assert answer(server.stdout, 8)["result"] is None


def stat(process: int | str) -> list[str]:
    """What Linux tells of a process, from its state on; nothing when it is gone."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    except OSError:
        return []


def alive(process: int) -> bool:
    return stat(process)[:1] not in ([], ["Z"])


def children(process: int) -> list[int]:
    numbers = [int(folder.name) for folder in Path("/proc").glob("[0-9]*")]
    return [number for number in numbers if stat(number)[1:2] == [str(process)] and alive(number)]


def ticks(process: int) -> int:
    """What a process computed until now, in ticks of the clock."""
    told = stat(process)
    return int(told[11]) + int(told[12])


def soon(over: Callable[[], bool]) -> bool:
    """Whether it comes true; that takes as long as it takes, up to a point."""
    until = time.monotonic() + 60
    while not over():
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks at processes as Linux shows them")
def test_a_server_that_is_killed_takes_the_process_that_checks_with_it_in_the_middle_of_a_task() -> None:
    sentence = "De ouder die de opgave niet binnen twee weken doet, verliest de toelage, tenzij hij kan aantonen dat hij ziek was. "
    long = "".join(f"Artikel {n}\n{n}. {sentence * 40}\n\n" for n in range(1, 100))
    with session(ALONE) as server:
        assert soon(lambda: bool(children(server.pid)))
        (worker,) = children(server.pid)
        say(server, "textDocument/didOpen", {"textDocument": {"uri": "untitled:b", "languageId": "plaintext", "version": 1, "text": long}})
        # more than it computes to load itself and to check the short draft
        assert soon(lambda: ticks(worker) > 8 * os.sysconf("SC_CLK_TCK"))
        server.kill()
        server.wait()
        assert soon(lambda: not alive(worker))


@pytest.mark.skipif(sys.platform == "win32", reason="there a process cannot be asked after without harm")
def test_an_editor_that_died_ends_the_session_although_the_line_stays_open() -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as editor:
        command = [sys.executable, "-m", *ALONE]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as server:
            assert server.stdout is not None
            say(server, "initialize", {"processId": editor.pid, "rootUri": None, "capabilities": {}}, 1)
            answer(server.stdout, 1)
            say(server, "initialized", {})
            assert server.poll() is None, "the editor is there"
            editor.kill()
            editor.wait()
            assert ended(server) == (0, "")


@pytest.mark.skipif(sys.platform == "win32", reason="there a process cannot be asked after without harm")
def test_only_an_editor_that_is_here_is_watched() -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as gone:
        gone.wait()
    assert here(os.getpid()) == os.getpid()
    for given in (gone.pid, 0, -1, None):
        assert here(given) is None


def test_the_session_goes_on_as_long_as_the_editor_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    looks = [True, True, True, False]
    ends: list[str] = []

    def leave(code: int) -> None:
        raise SystemExit(code)

    monkeypatch.setattr(stdio, "EVERY", 0)
    monkeypatch.setattr(stdio, "is_alive", lambda _: looks.pop(0))
    monkeypatch.setattr(stdio.os, "_exit", leave)
    server = Server()
    server.editor_process = 4
    monkeypatch.setattr(server, "end", lambda: ends.append("end"))
    with pytest.raises(SystemExit, match="0"):
        asyncio.run(stdio._watch(server))
    assert (looks, ends) == ([], ["end"])


@pytest.mark.parametrize("length", ["99999999999999", "9" * 5000])
def test_a_message_of_a_length_that_no_memory_holds_ends_the_session(length: str) -> None:
    with session(ALONE, busy=False) as server:
        assert server.stdin is not None
        server.stdin.write(f"Content-Length: {length}\r\n\r\n{{}}".encode())
        server.stdin.flush()
        code, said = ended(server)
        assert code == 0
        assert said.splitlines() == ["fout: de editor kondigt een bericht aan dat te lang is om te lezen; de sessie eindigt"]


def test_a_length_with_zeros_before_it_is_that_length() -> None:
    with session(ALONE, busy=False) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        body = b'{"jsonrpc": "2.0", "id": 3, "method": "shutdown"}'
        server.stdin.write(b"Content-Length: %020d\r\n\r\n%s" % (len(body), body))
        server.stdin.flush()
        assert answer(server.stdout, 3)["result"] is None

"""Every request is answered, also one that makes no sense; and what goes wrong is told without traceback, paths or words of a draft."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from test_ending import ALONE, COMMAND, answer, ended, say, session

pytestmark = pytest.mark.timeout(120)
INVALID, REQUEST, EARLY = -32602, -32600, -32002
URI = {"textDocument": {"uri": "untitled:ontwerp"}}
Server = subprocess.Popen[bytes]


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with session(ALONE) as started:
        yield started


def raw(server: Server, message: dict[str, Any]) -> None:
    body = json.dumps(message).encode()
    assert server.stdin is not None
    server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
    server.stdin.flush()


def refusal(server: Server, number: int) -> dict[str, Any]:
    assert server.stdout is not None
    error = answer(server.stdout, number)["error"]
    assert isinstance(error, dict)
    assert not error.get("data"), "no traceback"
    return error


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("textDocument/hover", {}),
        ("textDocument/hover", None),
        ("textDocument/hover", {**URI, "position": {"line": -1, "character": 0}}),
        ("textDocument/hover", {**URI, "position": {"line": 0, "character": -4}}),
        ("textDocument/hover", {"textDocument": {"uri": 3}, "position": "hier"}),
        ("textDocument/foldingRange", [1, 2]),
        ("textDocument/foldingRange", "alles"),
        ("textDocument/documentSymbol", {"textDocument": None}),
        ("textDocument/codeAction", {**URI, "range": 7, "context": {"diagnostics": []}}),
        ("textDocument/rename", {**URI, "position": {"line": 0, "character": 0}}),
        ("workspace/symbol", {}),
        ("workspace/executeCommand", {"arguments": []}),
        ("workspace/executeCommand", {"command": "bestaat.niet"}),
        ("workspace/executeCommand", {"command": "doenvermogentoets.settings"}),
        ("workspace/executeCommand", {"command": "doenvermogentoets.settings", "arguments": [3]}),
        ("workspace/executeCommand", {"command": "doenvermogentoets.check"}),
        ("workspace/executeCommand", {"command": "doenvermogentoets.check", "arguments": ["untitled:a", 2]}),
    ],
)
def test_parameters_that_do_not_fit_are_refused(server: Server, method: str, params: Any) -> None:
    message = {"jsonrpc": "2.0", "id": 70, "method": method}
    raw(server, message if params is None else {**message, "params": params})
    assert refusal(server, 70)["code"] == INVALID
    say(server, "textDocument/foldingRange", URI, 71)
    assert server.stdout is not None
    assert "result" in answer(server.stdout, 71), "the server goes on"


@pytest.mark.parametrize("message", [{"id": 80, "method": "shutdown"}, {"jsonrpc": "1.0", "id": 80, "method": "shutdown"}])
def test_what_is_no_request_of_this_protocol_is_refused(server: Server, message: dict[str, Any]) -> None:
    raw(server, message)
    assert refusal(server, 80)["code"] == REQUEST


def test_a_request_before_the_greeting_is_refused() -> None:
    with subprocess.Popen([sys.executable, "-m", *ALONE], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as server:
        say(server, "textDocument/hover", {**URI, "position": {"line": 0, "character": 0}}, 1)
        assert refusal(server, 1)["code"] == EARLY
        assert server.stdout is not None
        say(server, "initialize", {"processId": None, "rootUri": None, "capabilities": {}}, 2)
        assert "capabilities" in answer(server.stdout, 2)["result"]
        server.kill()


def test_an_editor_that_goes_while_it_waits_for_a_command_ends_it_in_silence() -> None:
    with session(COMMAND) as server:
        say(
            server,
            "textDocument/didChange",
            {"textDocument": {**URI["textDocument"], "version": 2}, "contentChanges": [{"text": "Artikel 1\nNu.\n"}]},
        )
        say(server, "workspace/executeCommand", {"command": "doenvermogentoets.check", "arguments": ["untitled:ontwerp"]}, 5)
        assert server.stdin is not None
        server.stdin.close()
        assert ended(server) == (0, "")


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def connected(server: Server, port: int) -> socket.socket:
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=60)
        except ConnectionRefusedError:
            assert server.poll() is None, "the server is gone"


def listening(port: int) -> Server:
    return subprocess.Popen([sys.executable, "-m", *COMMAND, "--tcp", f"127.0.0.1:{port}"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def tell(line: socket.socket, method: str, number: int | None = None, params: Any = None) -> None:
    body = json.dumps({"jsonrpc": "2.0", "method": method, "params": params} | ({"id": number} if number is not None else {})).encode()
    line.sendall(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))


@pytest.mark.parametrize(("polite", "code"), [(True, 0), (False, 1)])
def test_over_tcp_one_editor_is_served_and_the_end_is_that_of_the_protocol(polite: bool, code: int) -> None:
    port = free_port()
    with listening(port) as server, connected(server, port) as line, line.makefile("rb") as heard:
        tell(line, "initialize", 1, {"processId": None, "rootUri": None, "capabilities": {}})
        assert "capabilities" in answer(heard, 1)["result"]
        with pytest.raises(OSError):
            socket.create_connection(("127.0.0.1", port), timeout=60)
        if polite:
            tell(line, "shutdown", 2)
            assert answer(heard, 2)["result"] is None
        tell(line, "exit")
        assert ended(server) == (code, "")


@pytest.mark.parametrize("reset", [True, False])
def test_an_editor_over_tcp_that_breaks_off_ends_it_in_silence(reset: bool) -> None:
    port = free_port()
    with listening(port) as server, connected(server, port) as line:
        with line.makefile("rb") as heard:
            tell(line, "initialize", 1, {"processId": None, "rootUri": None, "capabilities": {}})
            answer(heard, 1)
        line.sendall(b"Content-Length: 500\r\n\r\nhalf")
        if reset:
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        line.close()
        assert ended(server) == (0, "")


def test_a_port_that_is_taken_is_told_with_a_remedy() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, listening(taken.getsockname()[1]) as server:
        code, told = ended(server)
        assert code == 2
        assert "een ander programma gebruikt die poort" in told
        assert "Kies een andere poort" in told


@pytest.mark.parametrize("number", ['a"b', 'x", "result": "y', "regel\n", "é", 9007199254740993])
def test_an_answer_carries_the_id_of_its_request_whatever_that_is(server: Server, number: str | int) -> None:
    uri = "untitled:nummers"
    opened = {"textDocument": {"uri": uri, "languageId": "plaintext", "version": 1, "text": "Artikel 1\n1. De ouder meldt dit.\n"}}
    raw(server, {"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": opened})
    for method in ("textDocument/documentSymbol", "textDocument/foldingRange"):
        raw(server, {"jsonrpc": "2.0", "id": number, "method": method, "params": {"textDocument": {"uri": uri}}})
        assert server.stdout is not None
        assert "result" in answer(server.stdout, number)

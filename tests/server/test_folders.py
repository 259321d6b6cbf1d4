"""Drafts in the opened folders that are not open, and other sessions that need nothing but messages over a pipe."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from doenvermogentoets_server.checking import MOST

pytestmark = pytest.mark.timeout(240)
DRAFT = "Artikel 1\nHet college en/of de raad beslist.\n"
PULLS = {"textDocument": {"diagnostic": {}}, "workspace": {"diagnostics": {"refreshSupport": True}}}


def session(folder: Path, capabilities: dict[str, Any], options: dict[str, Any], *messages: dict[str, Any]) -> list[dict[str, Any]]:
    """What a server answers to some messages, with a folder opened."""
    opened = [{"uri": folder.as_uri(), "name": "map"}]
    first = {"processId": None, "rootUri": None, "capabilities": capabilities, "initializationOptions": options, "workspaceFolders": opened}
    sent = [{"id": 1, "method": "initialize", "params": first}, {"method": "initialized", "params": {}}, *messages]
    sent += [{"id": 99, "method": "shutdown", "params": None}, {"method": "exit", "params": None}]
    server = subprocess.Popen(
        [sys.executable, "-m", "doenvermogentoets_server"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert server.stdin is not None
    assert server.stdout is not None
    out: list[dict[str, Any]] = []
    for message in sent:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        server.stdin.flush()
        while "id" in message and not any(o.get("id") == message["id"] and "method" not in o for o in out):
            out.append(_read(server.stdout))
    server.stdin.close()
    server.wait(20)
    return out


def _read(stream: Any) -> dict[str, Any]:
    length = 0
    while (line := stream.readline()) not in (b"\r\n", b""):
        found = re.match(rb"Content-Length: (\d+)", line)
        length = int(found.group(1)) if found else length
    message: dict[str, Any] = json.loads(stream.read(length))
    return message


def answer(out: list[dict[str, Any]], number: int) -> Any:
    return next(o["result"] for o in out if o.get("id") == number and "method" not in o)


def opened(path: Path, text: str) -> dict[str, Any]:
    document = {"uri": path.as_uri(), "languageId": "plaintext", "version": 1, "text": text}
    return {"method": "textDocument/didOpen", "params": {"textDocument": document}}


def check(number: int, path: Path) -> dict[str, Any]:
    command = {"command": "doenvermogentoets.check", "arguments": [path.as_uri()]}
    return {"id": number, "method": "workspace/executeCommand", "params": command}


def test_drafts_that_are_not_open_are_checked_for_who_asks_for_that(tmp_path: Path) -> None:
    (tmp_path / "map" / ".verborgen").mkdir(parents=True)
    closed = tmp_path / "map" / "regeling.txt"
    closed.write_text("VOORSTEL VAN WET\n\n" + DRAFT, encoding="utf-8")
    (tmp_path / "map" / ".verborgen" / "oud.txt").write_text("VOORSTEL VAN WET\n\n" + DRAFT, encoding="utf-8")
    (tmp_path / "boodschappen.txt").write_text("melk en/of brood\n", encoding="utf-8")
    ask = {"method": "workspace/diagnostic", "params": {"previousResultIds": []}}
    out = session(tmp_path, PULLS, {"workspaceDiagnostics": True}, {"id": 2, **ask})
    items = answer(out, 2)["items"]
    assert [i["uri"] for i in items] == [closed.as_uri()]
    assert "en-of" in [d["code"] for d in items[0]["items"]]
    assert answer(out, 1)["capabilities"]["diagnosticProvider"]["workspaceDiagnostics"] is True


def test_without_asking_only_open_drafts_are_checked(tmp_path: Path) -> None:
    (tmp_path / "regeling.txt").write_text("VOORSTEL VAN WET\n\n" + DRAFT, encoding="utf-8")
    other = tmp_path / "open.txt"
    out = session(tmp_path, {}, {}, opened(other, DRAFT), check(2, other))
    published = {o["params"]["uri"] for o in out if o.get("method") == "textDocument/publishDiagnostics"}
    assert published == {other.as_uri()}
    assert answer(session(tmp_path, PULLS, {}), 1)["capabilities"]["diagnosticProvider"]["workspaceDiagnostics"] is False


def test_a_draft_that_is_too_large_is_named_and_the_next_one_checked(tmp_path: Path) -> None:
    large, small = tmp_path / "groot.txt", tmp_path / "klein.txt"
    text = (DRAFT * (MOST // len(DRAFT) + 2)) + "x" * 2_000_000
    out = session(tmp_path, {}, {}, opened(large, text), check(2, large), opened(small, DRAFT), check(3, small))
    found = {o["params"]["uri"]: o["params"]["diagnostics"] for o in out if o.get("method") == "textDocument/publishDiagnostics"}
    assert [d["code"] for d in found[large.as_uri()]] == ["niet-leesbaar"]
    assert "3 miljoen tekens" in found[large.as_uri()][0]["message"]
    assert [d["code"] for d in found[small.as_uri()]] == ["en-of"]

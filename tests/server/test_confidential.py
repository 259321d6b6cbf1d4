"""Nothing of a draft reaches standard error, and the server does not listen to other computers."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

from doenvermogentoets.errors import UserError
from doenvermogentoets_server.__main__ import main, serve

CANARY = "kanarie-geheime-zin"
pytestmark = pytest.mark.timeout(90)


def framed(body: str) -> bytes:
    data = body.encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(data), data)


def message(method: str, params: Any, number: int | None = None) -> bytes:
    return framed(json.dumps({"jsonrpc": "2.0", "method": method, "params": params} | ({"id": number} if number is not None else {})))


def test_a_draft_is_not_quoted_when_things_go_wrong() -> None:
    uri = "file:///nergens/ontwerp.txt"
    document = {"uri": uri, "languageId": "plaintext", "version": 1, "text": f"Artikel 1\nHet college {CANARY} en/of de raad.\n"}
    changed = {"textDocument": {"uri": "file:///onbekend.txt", "version": 2}, "contentChanges": [{"text": CANARY}]}
    sent = [
        message("initialize", {"processId": None, "rootUri": None, "capabilities": {}, "initializationOptions": {"debounce": CANARY}}, 1),
        message("initialized", {}),
        message("textDocument/didOpen", {"textDocument": document}),
        message("textDocument/didChange", changed),
        message("textDocument/didChange", {"textDocument": {"uri": uri}, "contentChanges": CANARY}),
        message("textDocument/hover", {"textDocument": {"uri": uri}, "position": CANARY}, 2),
        message("workspace/executeCommand", {"command": CANARY, "arguments": [CANARY]}, 3),
        message("workspace/executeCommand", {"command": "doenvermogentoets.explain", "arguments": [CANARY, CANARY]}, 4),
        message(f"iets/{CANARY[:3]}", {"tekst": CANARY}, 5),
        framed(f'{{"jsonrpc": "2.0", "method": "{CANARY}'),
        message("textDocument/foldingRange", {"textDocument": {"uri": uri}}, 6),
        message("shutdown", None, 7),
        message("exit", None),
    ]
    server = subprocess.Popen(
        [sys.executable, "-m", "doenvermogentoets_server"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    answer, errors = server.communicate(b"".join(sent), timeout=60)
    assert CANARY not in errors.decode()
    assert b'"id": 6' in answer or b'"id":6' in answer
    assert b"window/showMessage" not in answer


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.7", "::", "voorbeeld.nl"])
def test_only_this_computer_can_connect(host: str) -> None:
    with pytest.raises(UserError, match="niet alleen deze computer"):
        serve((host, 8765))


def test_another_computer_is_refused_on_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--tcp", "0.0.0.0:8765"]) == 2
    assert "127.0.0.1:8765" in capsys.readouterr().err


@pytest.mark.parametrize("given", ["8765", "localhost", "127.0.0.1:0", "127.0.0.1:99999", "127.0.0.1:poort"])
def test_an_address_needs_a_host_and_a_port(given: str) -> None:
    with pytest.raises(SystemExit):
        main(["--tcp", given])

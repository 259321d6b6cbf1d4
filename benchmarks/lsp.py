"""How fast the language server answers: from a key to new findings, and other requests, over its real protocol.

    python benchmarks/lsp.py [--words 60000] [--keys 100] [--edits 2000]

A bill and a toelichting of the given length are open. Times are wall clock, from the first byte sent to the last byte received, with no
quiet time after a key (debounce 0); the ratio compares them with a full check of the same dossier in this process. Keys are typed in runs
of six, each run in another artikel, so one in six pays for reading a new place. They are typed in provisions,
not in headings: a key that changes the structure costs a full check.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from doenvermogentoets import catalogue
from doenvermogentoets_server.checking import Client, check
from doenvermogentoets_server.dossiers import Draft, key_of, same
from doenvermogentoets_server.settings import EditorSettings
from speed import bill

PARAGRAPH = (
    "{n}. Onderwerp {n}\nDe gebruiker van voorziening {n} moet de aanvraag zelf indienen. "
    "Artikel {n} verplicht het college te beslissen binnen zes weken. "
    "De regering heeft overwogen of het college meer ruimte nodig heeft. "
    "In {n} gevallen is dat niet nodig, omdat de gegevens al bekend zijn.\n\n"
)


def explanation(words: int) -> str:
    """A synthetic toelichting of about this many words."""
    per = len(PARAGRAPH.split())
    return "MEMORIE VAN TOELICHTING\n\nI. ALGEMEEN\n\n" + "".join(PARAGRAPH.format(n=n) for n in range(1, words // per + 1))


def figures(seconds: list[float]) -> dict[str, float]:
    ordered = sorted(seconds)
    return {"p50 ms": round(1000 * statistics.median(ordered), 1), "p95 ms": round(1000 * ordered[int(0.95 * (len(ordered) - 1))], 1)}


def memory_megabytes(process: int) -> int | None:
    """Resident memory of a process and its children, where the system tells it."""
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
        return sum(int(Path(f"/proc/{p}/status").read_text().partition("VmRSS:")[2].split()[0]) for p in [process, *children]) // 1024
    except (OSError, IndexError, ValueError):
        return None


class Editor:
    """An editor that pulls diagnostics; it takes apart no more of an answer than it must, so that its own time hardly counts."""

    def __init__(self, draft: Path, text: str) -> None:
        self.uri = draft.as_uri()
        self.text = text
        self.version = 1
        self._number = 0
        self._waiting: dict[int, asyncio.Future[bytes]] = {}
        self._typed = False

    async def start(self, others: dict[str, str]) -> None:
        self.process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "doenvermogentoets_server", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, limit=1 << 24
        )
        self._reading = asyncio.create_task(self._read())
        capabilities = {
            "textDocument": {"diagnostic": {}, "documentSymbol": {"hierarchicalDocumentSymbolSupport": True}},
            "workspace": {"diagnostics": {"refreshSupport": True}},
        }
        await self.ask(
            "initialize", {"processId": None, "rootUri": None, "capabilities": capabilities, "initializationOptions": {"debounce": 0}}
        )
        self.tell("initialized", {})
        for uri, text in {**others, self.uri: self.text}.items():
            self.tell("textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "plaintext", "version": 1, "text": text}})
        await self.checked()

    async def _read(self) -> None:
        assert self.process.stdout is not None
        while header := await self.process.stdout.readuntil(b"\r\n\r\n"):
            length = int(header.partition(b"Content-Length:")[2].split()[0])
            body = await self.process.stdout.readexactly(length)
            if b'"method"' in body[:200] or b'"method"' in body[-200:]:
                self._answer(body)
            else:
                number = json.loads(body)["id"] if length < 2000 else int(body.partition(b'"id":')[2].split(b",")[0].strip(b" }"))
                self._waiting.pop(number).set_result(body)

    def _answer(self, body: bytes) -> None:
        message = json.loads(body)
        if "id" in message:
            self._send({"id": message["id"], "result": None})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))

    def tell(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    async def ask(self, method: str, params: Any) -> bytes:
        self._number += 1
        self._waiting[self._number] = asyncio.get_running_loop().create_future()
        self._send({"id": self._number, "method": method, "params": params})
        return await self._waiting[self._number]

    async def about(self, method: str, place: tuple[int, int] | None = None) -> bytes:
        """A request about the draft, or about a place in it."""
        position = {"position": {"line": place[0], "character": place[1]}} if place else {}
        return await self.ask(f"textDocument/{method}", {"textDocument": {"uri": self.uri}, **position})

    async def checked(self) -> None:
        """Wait for a full analysis."""
        await self.ask("workspace/executeCommand", {"command": "doenvermogentoets.check", "arguments": [self.uri]})

    def type(self, at: int) -> None:
        """One key: a letter that is typed, or taken away again, so that the draft keeps its length."""
        self.text = self.text[:at] + self.text[at + 1 :] if self._typed else f"{self.text[:at]}x{self.text[at:]}"
        self._typed = not self._typed
        self.version += 1
        self.tell(
            "textDocument/didChange",
            {"textDocument": {"uri": self.uri, "version": self.version}, "contentChanges": [{"text": self.text}]},
        )

    async def stop(self) -> None:
        await self.ask("shutdown", None)
        self.tell("exit", None)
        self._reading.cancel()
        await self.process.wait()


def _in_provisions(text: str) -> list[int]:
    """Ends of words in leden and onderdelen; a key in a heading can change the structure, and then the whole is read again at once."""
    at, out = 0, []
    for line in text.splitlines(keepends=True):
        if not line.startswith(("Artikel", "Hoofdstuk")):
            out += [at + i for i, c in enumerate(line) if c == " " and line[i - 1].isalpha()]
        at += len(line)
    return out


async def timed(times: list[float], work: Any) -> None:
    start = time.perf_counter()
    await work
    times.append(time.perf_counter() - start)


async def measure(words: int, keys: int, edits: int, folder: Path) -> dict[str, object]:
    draft, other = folder / "wet.txt", folder / "wet-toelichting.txt"
    texts = {draft: bill(words), other: explanation(words)}
    for path, text in texts.items():
        path.write_text(text, encoding="utf-8")
    drafts = {same(p.as_uri()): Draft(p.as_uri(), 1, "plaintext", t) for p, t in texts.items()}
    checks, key = catalogue.load(), key_of(draft.as_uri())
    full = []
    for _ in range(3):
        start = time.perf_counter()
        check(key, drafts, checks, EditorSettings(), Client())
        full.append(time.perf_counter() - start)
    editor = Editor(draft, texts[draft])
    await editor.start({other.as_uri(): texts[other]})
    chance = random.Random(5)
    words_at = _in_provisions(editor.text)

    async def run(count: int, times: list[float], pause: float) -> None:
        for i in range(count):
            if i % 6 == 0:
                at = chance.choice(words_at)
            start = time.perf_counter()
            editor.type(at)
            await editor.about("diagnostic")
            times.append(time.perf_counter() - start)
            await asyncio.sleep(pause)

    typed: list[float] = []
    await run(20, [], 0.0)
    await editor.checked()
    early = memory_megabytes(editor.process.pid)
    await run(keys, typed, 0.15)
    await editor.checked()
    asked: dict[str, list[float]] = {"hover": [], "definition": [], "documentSymbol": []}
    lines = editor.text.count("\n")
    for _ in range(50):
        place = (chance.randrange(lines), chance.randrange(60))
        await timed(asked["hover"], editor.about("hover", place))
        await timed(asked["definition"], editor.about("definition", place))
        await timed(asked["documentSymbol"], editor.about("documentSymbol"))
    burst: list[float] = []
    at = chance.choice(words_at)
    for _ in range(200):
        editor.type(at)
        await asyncio.sleep(0.05)
    await timed(burst, editor.about("diagnostic"))
    await timed(burst, editor.checked())
    many: list[float] = []
    await run(edits, many, 0.0)
    await editor.checked()
    late = memory_megabytes(editor.process.pid)
    await editor.stop()
    median = statistics.median(full)
    return {
        "words in bill and in toelichting": words,
        "full check ms": round(1000 * median, 1),
        "key to findings": figures(typed),
        "full check against key to findings": {name: round(1000 * median / value, 1) for name, value in figures(typed).items()},
        "key to findings, without a pause": figures(many),
        "after the first": {name: figures(times[1:]) for name, times in asked.items()},
        "after a burst of 200 keys at 20 a second": {
            "findings ms": round(1000 * burst[0], 1),
            "full analysis ms": round(1000 * burst[1], 1),
        },
        "memory MB": {"after 20 keys": early, f"after {edits} more": late, "ratio": round(late / early, 2) if early and late else None},
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=int, default=60_000)
    parser.add_argument("--keys", type=int, default=100)
    parser.add_argument("--edits", type=int, default=2_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(asyncio.run(measure(options.words, options.keys, options.edits, Path(folder))), indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""How fast the language server answers: from a key to new findings, and other requests, over its real protocol.

    python benchmarks/lsp.py [--words 60000] [--keys 20]

A bill and a toelichting of the given length are open. Times are wall clock, with no quiet time after a key (debounce 0); the ratio compares
them with a full check of the same dossier in this process.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import statistics
import sys
import tempfile
import time
from pathlib import Path

from lsprotocol import types
from pygls.lsp.client import LanguageClient

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
    """Resident memory of a process, where the system tells it."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return None
    return int(status.partition("VmRSS:")[2].split()[0]) // 1024


class Session:
    """One editor that pulls diagnostics."""

    def __init__(self, draft: Path, text: str) -> None:
        self.client = LanguageClient("meting", "1")
        self.uri = draft.as_uri()
        self.text = text
        self.version = 1

    async def start(self, others: dict[str, str]) -> None:
        await self.client.start_io(sys.executable, "-m", "doenvermogentoets_server")
        pull = types.TextDocumentClientCapabilities(diagnostic=types.DiagnosticClientCapabilities())
        await self.client.initialize_async(
            types.InitializeParams(types.ClientCapabilities(text_document=pull), initialization_options={"debounce": 0})
        )
        self.client.initialized(types.InitializedParams())
        for uri, text in {**others, self.uri: self.text}.items():
            self.client.text_document_did_open(types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, "plaintext", 1, text)))
        await self.diagnostics()

    async def diagnostics(self) -> int:
        report = await self.client.text_document_diagnostic_async(types.DocumentDiagnosticParams(types.TextDocumentIdentifier(self.uri)))
        assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
        return len(report.items)

    def type(self) -> None:
        """One key in the middle of the draft."""
        middle = self.text.index(" ", len(self.text) // 2)
        self.text = f"{self.text[:middle]} x{self.text[middle:]}"
        self.version += 1
        identifier = types.VersionedTextDocumentIdentifier(version=self.version, uri=self.uri)
        change = types.TextDocumentContentChangeWholeDocument(self.text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(identifier, [change]))

    async def stop(self) -> None:
        await self.client.shutdown_async(None)
        self.client.exit(None)
        await self.client.stop()


async def timed(times: list[float], work: object) -> None:
    start = time.perf_counter()
    await work  # type: ignore[misc]
    times.append(time.perf_counter() - start)


async def measure(words: int, keys: int, folder: Path) -> dict[str, object]:
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
    session = Session(draft, texts[draft])
    await session.start({other.as_uri(): texts[other]})
    document, place = types.TextDocumentIdentifier(session.uri), types.Position(20, 30)
    typed: list[float] = []
    hovers: list[float] = []
    symbols: list[float] = []
    for _ in range(keys):
        session.type()
        await timed(typed, session.diagnostics())
    early = memory_megabytes(session.client._server.pid)  # the client offers no other way to its process
    for _ in range(keys):
        await timed(hovers, session.client.text_document_hover_async(types.HoverParams(document, place)))
        await timed(symbols, session.client.text_document_document_symbol_async(types.DocumentSymbolParams(document)))
    for _ in range(200):
        session.type()
        await asyncio.sleep(0.01)
    burst: list[float] = []
    await timed(burst, session.diagnostics())
    late = memory_megabytes(session.client._server.pid)
    await session.stop()
    return {
        "words in bill and in toelichting": words,
        "full check ms": round(1000 * statistics.median(full), 1),
        "key to findings": figures(typed),
        "key to findings against full check": round(statistics.median(typed) / statistics.median(full), 2),
        "hover": figures(hovers),
        "symbols": figures(symbols),
        "findings after a burst of 200 keys, ms": round(1000 * burst[0], 1),
        "memory MB": {f"after {keys} keys": early, f"after {keys + 200} keys": late},
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=int, default=60_000)
    parser.add_argument("--keys", type=int, default=20)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(asyncio.run(measure(options.words, options.keys, Path(folder))), indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())

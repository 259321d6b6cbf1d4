"""One analysis of a dossier: from the drafts in the editor to what every request is answered from.

The outcome is passed between processes, so it holds what is shown and what is navigated by, and not the analysis itself.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from lsprotocol import types

from doenvermogentoets import baseline, readers, structure
from doenvermogentoets.analysis import DossierAnalysis, analyse
from doenvermogentoets.baseline import Baseline
from doenvermogentoets.catalogue import Catalogue, Check
from doenvermogentoets.config import Settings
from doenvermogentoets.document import Document, Dossier, Source, Unit
from doenvermogentoets.engine import CheckFailure, check_analysed
from doenvermogentoets.errors import UserError
from doenvermogentoets.findings import Finding
from doenvermogentoets.norms.definitions import Definition
from doenvermogentoets.norms.model import Ruimte
from doenvermogentoets.structure.legible import blank
from doenvermogentoets.suppress import own_checks
from doenvermogentoets.text import Text
from doenvermogentoets_server.deadlines import Deadline, deadlines
from doenvermogentoets_server.diagnostics import SOURCE, Shown, as_json, diagnostic, in_order, written
from doenvermogentoets_server.dossiers import Draft, Key, path_of
from doenvermogentoets_server.positions import Positions
from doenvermogentoets_server.settings import EditorSettings, settings_for

LANGUAGE = "TAL"
"""What the codes of the checks of language begin with."""
_CLOSING = '.;:!?»"”'

MOST = 3_000_000
"""Characters of the largest draft that is checked in an editor: some 450,000 words, more than any law."""


@dataclass(frozen=True)
class Client:
    """What the editor can do, as far as it matters for the answers.

    Attributes:
        shows_messages: a hover over a finding shows its message already, above what the server answers.
    """

    encoding: types.PositionEncodingKind = types.PositionEncodingKind.Utf16
    related_information: bool = False
    shows_messages: bool = False


@dataclass(frozen=True)
class Rules:
    """The settings and the baseline that hold for a dossier, and what is wrong with them."""

    settings: Settings = field(default_factory=Settings)
    known: Baseline | None = None
    problem: str = ""


@dataclass(frozen=True, eq=False)
class View:
    """All that is known about one version of an open document.

    Attributes:
        documents: the document as the engine knows it; a bill followed by its toelichting in one file is two.
        findings: in this file.
        diagnostics: the findings as the editor shows them, and what is wrong with the file or the settings.
        outcome: what the view is part of.
    """

    draft: Draft
    encoding: types.PositionEncodingKind
    outcome: Outcome
    documents: Sequence[Document] = ()
    findings: Sequence[Finding] = ()
    diagnostics: Sequence[Shown] = ()

    @cached_property
    def positions(self) -> Positions:
        return Positions(self.documents[0].text if self.documents else Text(self.draft.content), self.encoding)

    def __getstate__(self) -> dict[str, Any]:
        """Without what is derived."""
        return {name: value for name, value in self.__dict__.items() if name in self.__dataclass_fields__}


@dataclass
class Outcome:
    """What one analysis of a dossier found.

    Attributes:
        views: the open documents of the dossier, by URI.
        documents: the bill and the toelichting, as far as they are there.
        homes: the URI of each of them, as the editor spells it.
        bill: the one whose provisions were analysed.
        definitions: the terms that it defines, in lower case.
        hardship: its provisions with a hardship clause.
        duties: how many norms of each artikel ask a citizen to act.
        deadlines: the time limits of the bill; none for an excerpt, which does not hold all that follows from them.
        rules: what held when the dossier was checked.
    """

    encoding: types.PositionEncodingKind = types.PositionEncodingKind.Utf16
    views: dict[str, View] = field(default_factory=dict)
    documents: Sequence[Document] = ()
    homes: Sequence[str] = ()
    bill: Document | None = None
    definitions: Mapping[str, Definition] = field(default_factory=dict)
    hardship: Sequence[Unit] = ()
    duties: Mapping[Unit, int] = field(default_factory=dict)
    deadlines: Sequence[Deadline] = ()
    failures: Sequence[CheckFailure] = ()
    rules: Rules = field(default_factory=Rules)

    def document_of(self, unit: Unit) -> Document | None:
        """The document whose tree a unit belongs to."""
        root = next(reversed([unit, *unit.ancestors()]))
        return next((d for d in self.documents if d.root is root), None)

    def place(self, document: Document) -> tuple[str, Positions] | None:
        """URI and positions of a document of this dossier."""
        for known, uri in zip(self.documents, self.homes, strict=True):
            if known is document:
                return uri, self._positions[uri]
        return None

    @cached_property
    def _positions(self) -> Mapping[str, Positions]:
        return {uri: Positions(d.text, self.encoding) for d, uri in zip(self.documents, self.homes, strict=True)}

    @cached_property
    def _places(self) -> Mapping[tuple[str, str | None], Unit]:
        out: dict[tuple[str, str | None], Unit] = {}
        for unit in self.bill.provisions() if self.bill is not None else ():
            artikel = unit.artikel
            if artikel is not None:
                out.setdefault((artikel.number, unit.number if unit is not artikel else None), unit)
                out.setdefault((artikel.number, None), artikel)
        return out

    def find(self, artikel: str, lid: str | None = None) -> Unit | None:
        """The artikel, or the lid of it, with this number in the bill; the first if there are more."""
        return self._places.get((artikel, lid))

    def __getstate__(self) -> dict[str, Any]:
        """Without what is derived."""
        return {name: value for name, value in self.__dict__.items() if name in self.__dataclass_fields__}


def check(key: Key, drafts: Mapping[str, Draft], catalogue: Catalogue, editor: EditorSettings, client: Client) -> Outcome:
    """Analyse a dossier. What is wrong with a file or with the settings becomes a diagnostic, not an exception.

    Args:
        key: the dossier; a part that is not open is read from disk if it can be.
        drafts: the open documents of the dossier by URI.
    """
    rules = rules_for(next(iter(drafts.values())), catalogue, editor)
    outcome = Outcome(client.encoding, rules=rules)
    sources: dict[str, Source] = {}
    elsewhere: list[Shown] = []  # what is wrong with a part that is not open is said in the part that is
    for uri in key.uris:
        draft = drafts.get(uri)
        complaints = [_complaint("instellingen", rules.problem)] if rules.problem else []
        try:
            source = _source(uri, draft)
        except UserError as error:
            source = None
            if draft is not None:
                complaints.append(_complaint("niet-leesbaar", str(error)))
            else:
                elsewhere.append(_complaint("niet-leesbaar", f"Het andere deel van dit dossier is niet meegelezen. {error}"))
        if source is not None:
            sources[uri] = source
        if draft is not None:
            outcome.views[uri] = View(draft, client.encoding, outcome, diagnostics=complaints)
    for uri, view in outcome.views.items() if elsewhere else ():
        outcome.views[uri] = replace(view, diagnostics=[*view.diagnostics, *elsewhere])
    if sources:
        dossier = structure.dossier(*list(sources.values())[:2]).alone()
        analysis = judge(outcome, dossier, {id(source): uri for uri, source in sources.items()}, catalogue, client)
        outcome.deadlines = deadlines(analysis)
    for view in outcome.views.values():
        written(view.diagnostics)  # here, so that the process that talks with the editor need not
    return outcome


def judge(
    outcome: Outcome, dossier: Dossier, uri_of: Mapping[int, str], catalogue: Catalogue, client: Client, *, excerpt: bool = False
) -> DossierAnalysis:
    """Analyse and check what was read, and put what was found into the outcome.

    Args:
        uri_of: identity of a source to the URI of its document.
        excerpt: not all was read, so nothing can be said of the document as a whole.

    Returns:
        The analysis, for what only the whole dossier can tell.
    """
    documents = [d for d in (dossier.bill, dossier.toelichting) if d is not None and id(d.source) in uri_of]
    uris = [uri_of[id(d.source)] for d in documents]
    outcome.documents = documents
    outcome.homes = [outcome.views[uri].draft.uri if uri in outcome.views else uri for uri in uris]
    outcome.bill = dossier.bill
    nothing = blank(dossier.bill) if not excerpt and _is_under_way(dossier.bill) else None
    if nothing is not None and (view := outcome.views.get(uri_of.get(id(dossier.bill.source), ""))) is not None:
        told = f"{nothing.why[:1].upper()}{nothing.why[1:]} {nothing.remedy}"
        complaint = _complaint("niet-getoetst", told, types.DiagnosticSeverity.Information)
        outcome.views[view.draft.uri] = replace(view, diagnostics=[*view.diagnostics, complaint])
    analysis = analyse(dossier)
    outcome.definitions = analysis.bill.definitions
    outcome.hardship = [p.unit for p in analysis.bill.provisions if any(n.ruimte is Ruimte.HARDHEIDSCLAUSULE for n in p.norms)]
    outcome.duties = _duties(analysis)
    result = check_analysed(analysis, catalogue, outcome.rules.settings, outcome.rules.known)
    outcome.failures = result.failures
    pages = pages_of(catalogue)
    for uri, view in list(outcome.views.items()):
        mine = [d for d, home in zip(documents, uris, strict=True) if home == uri]
        if not mine:
            continue
        typed = _being_typed(view.draft, mine[0].text, view.encoding)
        findings = [f for d in mine for f in result.of(d) if not (excerpt and f.whole) and not _half_typed(f, typed)]
        shown = [diagnostic(f, outcome.place, pages, related=client.related_information) for f in findings]
        outcome.views[uri] = View(
            view.draft,
            view.encoding,
            outcome,
            mine,
            findings,
            [*view.diagnostics, *in_order(as_json(d) for d in shown if d is not None)],
        )
    return analysis


_BEGUN = 150  # words: a title, an aanhef and considerans may stand there before the first artikel is typed


def _is_under_way(document: Document) -> bool:
    """Whether so much is written that an artikel would be there by now; an editor also opens notes, and drafts that were just begun."""
    return len(document.text.content.split(maxsplit=_BEGUN)) > _BEGUN


def _being_typed(draft: Draft, text: Text, encoding: types.PositionEncodingKind) -> int | None:
    """Where the sentence ends that is being typed; ``None`` when the line that was edited last is finished, or when that is unknown."""
    positions = Positions(text, encoding)
    if draft.typed is None or draft.typed >= positions.line_count:
        return None
    start, end = (positions.offset(types.Position(draft.typed, character)) for character in (0, len(draft.content)))
    line = text.content[start:end].rstrip()
    return start + len(line) if line and line[-1] not in _CLOSING else None


def _half_typed(finding: Finding, typed: int | None) -> bool:
    """Whether a finding ends where words are still to come: with every word it would grow. Words of language are complete in themselves."""
    return finding.span.end == typed and not finding.code.startswith(LANGUAGE)


def _duties(analysis: DossierAnalysis) -> dict[Unit, int]:
    out: Counter[Unit] = Counter()
    for provision in analysis.bill.provisions:
        artikel = provision.unit.artikel
        if artikel is not None:
            out[artikel] += sum(n.doenlast and (n.adressaat is None or n.adressaat.rol != "overheid") for n in provision.norms)
    return dict(out)


def pages_of(catalogue: Catalogue) -> dict[str, Check]:
    """The page of every check by name."""
    return {c.name: c for c in (*catalogue, *own_checks())}


def rules_for(draft: Draft, catalogue: Catalogue, editor: EditorSettings) -> Rules:
    """The settings, the baseline, and what is wrong with them; settings with an error in them are not used."""
    try:
        settings = settings_for(draft.path, editor, catalogue)
        settings.validate(catalogue)
        known = baseline.load(settings.baseline) if settings.baseline is not None else None
    except UserError as error:
        return Rules(problem=str(error))
    return Rules(settings, known)


def _source(uri: str, draft: Draft | None) -> Source | None:
    if draft is not None:
        if len(draft.content) > MOST:
            raise UserError(
                f"Dit stuk heeft meer dan {MOST // 1_000_000} miljoen tekens en wordt daarom in de editor niet getoetst.",
                "Splits het, of toets het met «doenvermogentoets check».",
            )
        return readers.read_text(draft.content, draft.name, draft.format) if draft.content.strip() else None
    path = path_of(uri)
    return readers.read(path) if path is not None and _holds_text(path) else None


def _holds_text(path: Path) -> bool:
    """Whether a file is there; an empty one is a part that is still to be written."""
    try:
        return path.is_file() and path.stat().st_size > 0
    except OSError:
        return False  # gone in between


def _complaint(code: str, message: str, severity: types.DiagnosticSeverity = types.DiagnosticSeverity.Warning) -> Shown:
    start = types.Position(0, 0)
    return as_json(types.Diagnostic(types.Range(start, start), message, severity=severity, code=code, source=SOURCE))


def by_citation(outcome: Outcome) -> Mapping[str, Sequence[tuple[Document, int]]]:
    """Per number of an artikel of the bill: where the dossier refers to it, as document and offset."""
    out: dict[str, list[tuple[Document, int]]] = defaultdict(list)
    for document in outcome.documents:
        for reference in document.references:
            numbers = {t.artikel for t in reference.targets if t.artikel is not None and t.regeling is None}
            for number in numbers:
                out[number].append((document, reference.span.start))
    return out

"""One analysis of a dossier: from the drafts in the editor to what every request is answered from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from lsprotocol import types

from doenvermogentoets import baseline, readers, structure
from doenvermogentoets.analysis import Analysis, analyse
from doenvermogentoets.baseline import Baseline
from doenvermogentoets.catalogue import Catalogue, Check
from doenvermogentoets.config import Settings
from doenvermogentoets.document import Document, Source, Unit
from doenvermogentoets.engine import CheckFailure, run_analysed, sift
from doenvermogentoets.errors import UserError
from doenvermogentoets.findings import Finding
from doenvermogentoets.suppress import own_checks
from doenvermogentoets.text import Text
from doenvermogentoets_server.diagnostics import SOURCE, diagnostic, result_id
from doenvermogentoets_server.dossiers import Draft, Key, path_of
from doenvermogentoets_server.positions import Positions
from doenvermogentoets_server.settings import EditorSettings, settings_for


@dataclass(frozen=True)
class Client:
    """What the editor can do, as far as it matters for the answers."""

    encoding: types.PositionEncodingKind = types.PositionEncodingKind.Utf16
    related_information: bool = False


@dataclass(frozen=True)
class View:
    """All that is known about one version of an open document.

    Attributes:
        documents: the document as the engine knows it; a bill followed by its toelichting in one file is two.
        findings: in this file.
        diagnostics: the findings as the editor shows them, and what is wrong with the file or the settings.
        outcome: what the view is part of.
    """

    draft: Draft
    positions: Positions
    outcome: Outcome
    documents: Sequence[Document] = ()
    findings: Sequence[Finding] = ()
    diagnostics: Sequence[types.Diagnostic] = ()

    @cached_property
    def result_id(self) -> str:
        return result_id(self.diagnostics)


@dataclass
class Outcome:
    """The views of the open documents of a dossier, by URI; where each of its documents stands; the analysis of the bill."""

    views: dict[str, View] = field(default_factory=dict)
    pages: Mapping[str, Check] = field(default_factory=dict)
    analysis: Analysis | None = None
    documents: Sequence[Document] = ()
    places: dict[int, tuple[str, Positions]] = field(default_factory=dict)
    failures: Sequence[CheckFailure] = ()

    def document_of(self, unit: Unit) -> Document | None:
        """The document whose tree a unit belongs to."""
        root = next(reversed([unit, *unit.ancestors()]))
        return next((d for d in self.documents if d.root is root), None)

    def place(self, document: Document) -> tuple[str, Positions] | None:
        """URI and positions of a document of this dossier."""
        return self.places.get(id(document))


def check(key: Key, drafts: Mapping[str, Draft], catalogue: Catalogue, editor: EditorSettings, client: Client) -> Outcome:
    """Analyse a dossier. What is wrong with a file or with the settings becomes a diagnostic, not an exception.

    Args:
        key: the dossier; a part that is not open is read from disk if it can be.
        drafts: the open documents of the dossier by URI.
    """
    settings, known, problem = _settings(next(iter(drafts.values())), catalogue, editor)
    checks = settings.enabled(catalogue)
    outcome = Outcome(pages={c.name: c for c in (*checks, *own_checks())})
    sources: dict[str, Source] = {}
    for uri in key.uris:
        draft = drafts.get(uri)
        complaints = [_complaint("instellingen", problem)] if problem else []
        try:
            source = _source(uri, draft)
        except UserError as error:
            source = None
            complaints.append(_complaint("niet-leesbaar", str(error)))
        if source is not None:
            sources[uri] = source
        if draft is not None:
            outcome.views[uri] = View(draft, Positions(Text(draft.content), client.encoding), outcome, diagnostics=complaints)
    if sources:
        _analyse(outcome, sources, settings, known, catalogue, client)
    return outcome


def _analyse(
    outcome: Outcome, sources: Mapping[str, Source], settings: Settings, known: Baseline | None, catalogue: Catalogue, client: Client
) -> None:
    dossier = structure.dossier(*list(sources.values())[:2]).alone()
    uri_of = {id(source): uri for uri, source in sources.items()}
    documents = [d for d in (dossier.bill, dossier.toelichting) if d is not None and id(d.source) in uri_of]
    outcome.documents = documents
    for document in documents:
        uri = uri_of[id(document.source)]
        spelled = outcome.views[uri].draft.uri if uri in outcome.views else uri
        outcome.places[id(document)] = spelled, Positions(document.text, client.encoding)
    analysis = analyse(dossier)
    outcome.analysis = analysis.bill
    result = run_analysed(
        analysis, settings.enabled(catalogue), options=settings.options(catalogue), severities=settings.severities(catalogue)
    )
    result = sift(result, catalogue, settings, known)
    outcome.failures = result.failures
    for uri, view in list(outcome.views.items()):
        mine = [d for d in documents if uri_of[id(d.source)] == uri]
        if not mine:
            continue
        findings = [f for d in mine for f in result.of(d)]
        shown = [diagnostic(f, outcome.place, outcome.pages, related=client.related_information) for f in findings]
        outcome.views[uri] = View(
            view.draft,
            outcome.places[id(mine[0])][1],
            outcome,
            mine,
            findings,
            [*view.diagnostics, *(d for d in shown if d is not None)],
        )


def _settings(draft: Draft, catalogue: Catalogue, editor: EditorSettings) -> tuple[Settings, Baseline | None, str]:
    """The settings, the baseline, and what is wrong with them; settings with an error in them are not used."""
    try:
        settings = settings_for(draft.path, editor)
        settings.validate(catalogue)
        known = baseline.load(settings.baseline) if settings.baseline is not None else None
    except UserError as error:
        return Settings(), None, str(error)
    return settings, known, ""


def _source(uri: str, draft: Draft | None) -> Source | None:
    if draft is not None:
        return readers.read_text(draft.content, draft.name, draft.format) if draft.content.strip() else None
    path = path_of(uri)
    return readers.read(path) if path is not None and path.is_file() else None


def _complaint(code: str, message: str) -> types.Diagnostic:
    start = types.Position(0, 0)
    return types.Diagnostic(types.Range(start, start), message, severity=types.DiagnosticSeverity.Warning, code=code, source=SOURCE)

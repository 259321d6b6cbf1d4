"""From an analysis and its findings to a :class:`~doenvermogentoets.report.model.Report`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from doenvermogentoets import __version__, engine
from doenvermogentoets.analysis import DossierAnalysis, analyse
from doenvermogentoets.changes import reading
from doenvermogentoets.document import Document, DocumentKind, UnitKind
from doenvermogentoets.output.run import shown_path
from doenvermogentoets.report.asks import doelijst
from doenvermogentoets.report.counts import figures
from doenvermogentoets.report.doenvermogen import doenvermogentoets
from doenvermogentoets.report.evidence import Places, even
from doenvermogentoets.report.findings import Findings
from doenvermogentoets.report.hardship import hardship
from doenvermogentoets.report.limits import deadlines
from doenvermogentoets.report.model import Accountability, DocumentInfo, Figure, Report, Source, Unread
from doenvermogentoets.report.questions import table
from doenvermogentoets.report.reading import language
from doenvermogentoets.report.room import room_test
from doenvermogentoets.report.summary import summary
from doenvermogentoets.report.told import explanation_part
from doenvermogentoets.report.topics import Topics
from doenvermogentoets.structure.legible import blank, not_read

if TYPE_CHECKING:
    from doenvermogentoets.baseline import Baseline
    from doenvermogentoets.catalogue import Catalogue
    from doenvermogentoets.config import Settings
    from doenvermogentoets.document import Dossier
    from doenvermogentoets.engine import Result

_KINDS = {
    DocumentKind.WETSVOORSTEL: "wetsvoorstel",
    DocumentKind.WIJZIGINGSVOORSTEL: "wijzigingsvoorstel",
    DocumentKind.AMVB: "algemene maatregel van bestuur",
    DocumentKind.REGELING: "regeling",
    DocumentKind.VERORDENING: "verordening",
    DocumentKind.TOELICHTING: "toelichting",
    DocumentKind.ONBEKEND: "soort niet herkend",
}


def make(
    dossier: Dossier,
    catalogue: Catalogue,
    settings: Settings,
    baseline: Baseline | None = None,
    *,
    notes: Sequence[str] = (),
    made: datetime | None = None,
) -> tuple[Report, Result]:
    """Check a dossier and make its report; the dossier is analysed once.

    Args:
        settings: validated against ``catalogue``.
        made: when the report is made; now, if not given.

    Raises:
        UserError: nothing in the draft was read, or the file itself could not be read again for answers in Word comments.
    """
    nothing = blank(dossier.bill)
    if nothing is not None and dossier.toelichting is None:
        raise nothing.error(shown_path(dossier.bill))
    analysis = analyse(dossier.alone())
    result = engine.check_analysed(analysis, catalogue, settings, baseline)
    notes = [*map(str, catalogue.unusable), *notes]
    return build(analysis, result, catalogue, settings, notes=notes, made=made), result


def build(
    analysis: DossierAnalysis,
    result: Result,
    catalogue: Catalogue,
    settings: Settings,
    *,
    notes: Sequence[str] = (),
    made: datetime | None = None,
) -> Report:
    """The report of one dossier.

    Args:
        analysis: the same that the checks ran on.
        result: their findings, sifted.
        notes: remarks about the run, shown with the accountability.
        made: when the report is made; now, if not given.
    """
    places = Places(analysis)
    findings = Findings(places, result, catalogue)
    topics = Topics(places, analysis)
    actors = doelijst(places, analysis.bill)
    room = room_test(places, analysis, findings, topics)
    hard = hardship(places, analysis, findings, topics, room.powers)
    limits = deadlines(places, analysis, findings)
    documents = tuple(_info(places, document) for document in result.documents())
    return Report(
        tool=f"doenvermogentoets {__version__}",
        title=_title(result.documents()),
        documents=documents,
        summary=summary(
            places, analysis, findings, actors, room.powers, hard.burdens, limits, counted=blank(analysis.bill.document) is None
        ),
        actors=actors,
        asked=figures([x for a in actors if a.person for x in a.actions]),
        room=room,
        hardship=hard,
        doenvermogen=tuple(doenvermogentoets(places, analysis, findings, topics, actors, hard.burdens)),
        deadlines=limits,
        language=language(places, analysis, findings),
        explanation=explanation_part(places, analysis, findings, catalogue),
        findings=findings.rows,
        set_aside=findings.set_aside,
        accountability=_accountability(result, settings, notes, made or datetime.now(UTC).astimezone()),
    )


def _title(documents: Sequence[Document]) -> str:
    return next((even(d.title) for d in documents if d.title), even(documents[0].name) if documents else "dossier")


def _info(places: Places, document: Document) -> DocumentInfo:
    first = places.analysis.dossier.documents()[0]
    shared = document is not first and document.source is first.source
    unread = (*(() if shared else document.source.unread), *not_read(document))
    return DocumentInfo(
        role=places.side(document),
        path=even(shown_path(document)),
        title=even(document.title),
        kind=_KINDS[document.kind],
        words=len(document.text[document.root.span].split()),
        articles=sum(u.kind is UnitKind.ARTIKEL for u in document.root.walk()),
        unread=tuple(Unread(what=even(u.what), count=u.count, where=even(u.where)) for u in unread),
        remarks=len(document.remarks()),
    )


def _accountability(result: Result, settings: Settings, notes: Iterable[str], made: datetime) -> Accountability:
    return Accountability(
        version=__version__,
        made=made.isoformat(timespec="minutes"),
        settings=tuple(_settings(settings)),
        checks_ran=len(result.ran),
        checks_skipped=tuple(result.skipped),
        checks_failed=tuple(sorted({f.check for f in result.failures})),
        sources=tuple(Source(name=s["naam"], about=s["over"], date=s["stand"]) for s in table("bron")),
        cannot_see=tuple(entry["tekst"] for entry in table("niet-te-zien")),
        notes=tuple(even(n) for n in (*notes, *reading(result.documents()))),
    )


def _settings(settings: Settings) -> Iterable[Figure]:
    """What differs from the standard settings, and where that was laid down."""
    values = settings.values
    if settings.path is not None:
        yield Figure(name="instellingenbestand", value=settings.path.name)
    if values.select:
        yield Figure(name="alleen", value=", ".join(values.select))
    if values.ignore:
        yield Figure(name="zonder", value=", ".join(values.ignore))
    for name, level in values.severity.items():
        yield Figure(name=f"ernst van {name}", value=str(level))
    for name, options in values.checks.items():
        for option, value in options.items():
            yield Figure(name=f"{name}, {option}", value=str(value))

"""A long text: its findings on language are gathered by kind, and effects without a way out come first where nothing else does."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import docx

from doenvermogentoets.report import Report, as_bytes
from doenvermogentoets.report.model import Review
from doenvermogentoets.report.view import View

LONG = (
    "De dijkgraaf legt van elke sloot die breder is dan twee meter en die in het voorafgaande jaar niet is gebaggerd, van elke stuw die "
    "door een ander dan het waterschap wordt bediend en van elke duiker waarvan de eigenaar niet bekend is, in een register dat door ieder "
    "kan worden ingezien de ligging, de breedte, de diepte, de toestand van de oever en de naam van de aangrenzende eigenaar vast."
)


def law(times: int) -> str:
    return "\n".join(f"Artikel {n}\n{LONG}\n" for n in range(1, times + 1))


def form(report: Report, suffix: str) -> str:
    data = as_bytes(report, suffix)
    return "\n".join(p.text for p in docx.Document(BytesIO(data)).paragraphs) if suffix == ".docx" else data.decode("utf-8")


def test_many_findings_on_language_stand_by_kind_and_each_place_is_named(draft: Callable[..., Report]) -> None:
    report = draft(law(16))
    view = View(report)
    assert view.kinds and all(f.theme == "taal" for k in view.kinds for f in k.findings)
    assert len(view.apart) + sum(len(k.findings) for k in view.kinds) == len(report.findings)
    for suffix in (".md", ".docx"):
        told = form(report, suffix)
        assert "Lange zin (TAL001), 16 keer" in told
        assert all(f"artikel {n}, regel" in told for n in range(1, 17))
    page = form(report, ".html")
    assert all(f'id="{f.key}"' in page for f in report.findings)  # each one whole, folded by kind
    assert page.count('<details class="soort"') == len(view.kinds)


def test_a_few_or_one_with_a_remark_stand_on_their_own(draft: Callable[..., Report]) -> None:
    few = View(draft(law(3)))
    assert not few.kinds and few.apart == few.ordered
    report = draft(law(16))
    key = next(f.key for f in report.findings if f.code == "TAL001")
    judged = View(report.model_copy(update={"review": {key: Review(judgement="in orde", remark="")}}))
    assert key in [f.key for f in judged.apart]
    assert key not in [f.key for k in judged.kinds for f in k.findings]


def test_effects_without_a_way_out_are_named_where_no_finding_comes_first(draft: Callable[..., Report]) -> None:
    report = draft(
        "Artikel 1\nHet college kan een standplaats intrekken indien de houder haar niet gebruikt.\n\n"
        "Artikel 2\nGeen recht op een standplaats heeft degene die al een winkel heeft.\n"
    )
    report = report.model_copy(update={"summary": report.summary.model_copy(update={"first": ()})})
    view = View(report)
    assert view.bare
    for suffix in (".md", ".docx", ".html"):
        told = form(report, suffix)
        top = told[told.index("Eerst te bekijken") : told.index("Kerngetallen", told.index("Eerst te bekijken"))]
        if suffix == ".html":
            top = told[told.index("<h3>Eerst te bekijken") : told.index("<h3>Kerngetallen")]
        assert "zonder gevonden uitweg:" in top
        assert all(b.quote.place.capitalize() in top for b in view.bare_first)


def test_nothing_to_name_is_said_shortly(draft: Callable[..., Report]) -> None:
    report = draft("Artikel 1\nHet college houdt een register van de bruggen bij.\n")
    assert View(report).nothing_first == "Er zijn geen bevindingen die als eerste aandacht vragen."

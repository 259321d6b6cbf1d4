"""The norm table in the forms that are written out: JSON units and flat rows."""

from __future__ import annotations

from typing import Any

from doenvermogentoets.analysis import Analysis, Provision
from doenvermogentoets.document import Unit, UnitKind
from doenvermogentoets.language.model import Passage
from doenvermogentoets.language.pipeline import text_span
from doenvermogentoets.norms import gegevens
from doenvermogentoets.norms.model import Adressaat, Norm, Soort, Termijn
from doenvermogentoets.structure.labels import label
from doenvermogentoets.text import Span, Text

COLUMNS = (
    "plaats",
    "artikel",
    "lid",
    "soort",
    "adressaat",
    "rol",
    "zekerheid",
    "bevoegdheid",
    "richting",
    "werkwoord",
    "belastend",
    "termijn",
    "duur",
    "termijn_voor",
    "streng",
    "gevolgen",
    "ruimte",
    "doenlast",
    "handelingen",
    "tekst",
)


def norms_json(analysis: Analysis) -> dict[str, Any]:
    """One entry of ``documents`` in ``norms --format json``."""
    return {"path": analysis.document.name, "units": document_units(analysis)}


def document_units(analysis: Analysis) -> list[dict[str, Any]]:
    """The provisions of a document with their norms, in document order; an amending instruction is one norm of kind slot."""
    out = []
    for unit in analysis.document.root.walk():
        provision = analysis.by_unit.get(unit)
        if provision is not None:
            out.append(unit_json(analysis, provision))
        elif unit.instruction and unit.kind in (UnitKind.ARTIKEL, UnitKind.LID):
            out.append(_instruction_json(analysis, unit))
    return out


def _instruction_json(analysis: Analysis, unit: Unit) -> dict[str, Any]:
    span = text_span(unit)
    provision = Provision(analysis.document, unit, Passage(span, ()), (Norm(Soort.SLOT, span),))
    return unit_json(analysis, provision)


def unit_json(analysis: Analysis, provision: Provision) -> dict[str, Any]:
    """A provision with its norms, as the JSON contract has it; spans are those of the file (for Word: of the text as read)."""
    unit, document = provision.unit, provision.document
    artikel = unit.artikel
    return {
        "artikel": artikel.number if artikel is not None else None,
        "lid": unit.number if unit.kind is UnitKind.LID else None,
        "label": label(unit),
        "text": document.text[provision.span],
        "span": _span(document.text, provision.span),
        "norms": [norm_json(analysis, provision, norm) for norm in provision.norms],
    }


def norm_json(analysis: Analysis, provision: Provision, norm: Norm) -> dict[str, Any]:
    """One norm, as the JSON contract has it."""
    text = provision.document.text
    who = norm.adressaat
    limits = {id(t): {**_termijn(text, t), **gegevens.deadline(analysis, provision, norm, t)} for t in norm.termijnen}
    return {
        "soort": norm.soort.value,
        "adressaat": {"tekst": who.tekst, "rol": who.rol, "zekerheid": who.zekerheid} if who is not None else None,
        "bevoegdheid": norm.bevoegdheid,
        "richting": norm.richting,
        "werkwoord": norm.werkwoord,
        "belastend": norm.belastend,
        "termijn": limits[id(norm.termijn)] if norm.termijn is not None else None,
        "termijnen": list(limits.values()),
        "besluit": gegevens.power(analysis, provision, norm),
        "voorwaarden": [{"tekst": text[s], "span": _span(text, s)} for s in norm.voorwaarden],
        "gevolgen": [{"soort": g.soort.value, "tekst": text[g.span], "span": _span(text, g.span)} for g in norm.gevolgen],
        "ruimte": norm.ruimte.value,
        "signalen": [{"soort": s.soort.value, "tekst": text[s.span], "span": _span(text, s.span)} for s in norm.signalen],
        "doenlast": norm.doenlast,
        "handelingen": [{"soort": h.soort, "span": _span(text, h.span)} for h in norm.handelingen],
        "passief": norm.passief,
        "span": _span(text, norm.span),
        "tekst": text[norm.span],
    }


def rows(analysis: Analysis) -> list[dict[str, str]]:
    """One flat row per norm, with the keys of :data:`COLUMNS`, for a table or CSV."""
    out = []
    for provision in analysis.provisions:
        unit, text = provision.unit, provision.document.text
        artikel = unit.artikel
        for norm in provision.norms:
            who, limit = norm.adressaat, norm.termijn
            out.append(
                {
                    "plaats": label(unit),
                    "artikel": artikel.number if artikel is not None else "",
                    "lid": unit.number if unit.kind is UnitKind.LID else "",
                    "soort": norm.soort.value,
                    "adressaat": who.tekst if who else "",
                    "rol": who.rol if who else "",
                    "zekerheid": who.zekerheid if who else "",
                    "bevoegdheid": norm.bevoegdheid,
                    "richting": norm.richting,
                    "werkwoord": norm.werkwoord,
                    "belastend": _yes(norm.belastend),
                    "termijn": limit.tekst if limit else "",
                    "duur": (limit.duur or "") if limit else "",
                    "termijn_voor": limit.voor if limit else "",
                    "streng": _yes(limit.streng) if limit else "",
                    "gevolgen": ", ".join(dict.fromkeys(g.soort.value for g in norm.gevolgen)),
                    "ruimte": norm.ruimte.value,
                    "doenlast": _yes(norm.doenlast),
                    "handelingen": ", ".join(dict.fromkeys(h.soort for h in norm.handelingen)),
                    "tekst": " ".join(text[norm.span].split()),
                }
            )
    return out


ORGANISATIE = "organisatie of onderneming"


def roles(analysis: Analysis) -> list[tuple[str, str]]:
    """Per norm, in the order of :func:`rows`, the role of the addressee and of whoever has to keep the limit, as people read them."""
    return [_roles(norm) for provision in analysis.provisions for norm in provision.norms]


def _roles(norm: Norm) -> tuple[str, str]:
    who, limit = norm.adressaat, norm.termijn
    if limit is None:
        return shown_role(who), ""
    return shown_role(who), shown_role(who) if who is not None and who.rol == limit.voor else limit.voor


def shown_role(who: Adressaat | None) -> str:
    """The role of an addressee as people read it, the same in every form: whoever is not the authority may be no person."""
    if who is None:
        return ""
    return ORGANISATIE if who.rol == "burger" and who.tekst and not who.particulier else who.rol


def _yes(value: bool) -> str:
    return "ja" if value else "nee"


def _span(text: Text, span: Span) -> dict[str, int]:
    shown = text.shown_span(span)
    return {"start": shown.start, "end": shown.end}


def _termijn(text: Text, limit: Termijn) -> dict[str, Any]:
    return {
        "tekst": limit.tekst,
        "duur": limit.duur,
        "soort": limit.soort.value,
        "voor": limit.voor,
        "streng": limit.streng,
        "begin": limit.begin,
        "teruggerekend": limit.teruggerekend,
        "terugkerend": limit.terugkerend,
        "werkdagen": limit.werkdagen,
        "uren": limit.uren,
        "span": _span(text, limit.span),
    }

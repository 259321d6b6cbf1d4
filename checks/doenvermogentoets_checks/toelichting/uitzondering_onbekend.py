"""An exception, a milder rule or an excuse that a sentence gives a group or a case of which the bill has no word."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.document import Unit
from doenvermogentoets.findings import Annotation, Hit, Severity
from doenvermogentoets.norms.model import Soort
from doenvermogentoets.search import Listed
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets_checks.common import capital, words
from doenvermogentoets_checks.toelichting.lezen import naam, over_het_ontwerp, words_pattern
from doenvermogentoets_checks.toelichting.onbekend import kent, onbekend, zeggend

_QUOTED = 90
_NEAR = 0.1  # an artikel with this chance may make the exception itself
_LEAST = 0.05  # an artikel with this chance is among those the sentence is about
_PLAATSEN = {
    "{KOP}": r"^(?:Alleen |Slechts |Ook |Zo |Wel )?",
    "{VOOR}": r"(?:^|[,;:] |\b(?:maar|en|terwijl|dat) )[Vv]oor ",
    "{WIE}": r"(?P<wie>[^.;:()]{4,110}?)",
}
# Words before a verb that are no group: «Bij elke stap is …».
_GEEN_WIE = re.compile(r"(?:Bij|In|Op|Met|Door|Van|Na|Dit|Dat|Er|Het|Daar\w*|Hier\w*|Zij|Hij|Ze|Deze|Die|Om|Aan|Uit|Over)\b")


@dataclass(frozen=True, slots=True)
class _Lijsten:
    """Patterns by what they tell, and word lists, of ``uitzondering_onbekend.toml``."""

    vrijstellend: Sequence[Listed]
    nog_een: Sequence[Listed]
    overig: Sequence[Listed]
    een: Listed
    uitgezonderd: Listed
    vrijgesteld: Listed
    al: Listed
    overgang: Listed
    elders: Listed
    vaag: Listed


@cache
def _lijsten() -> _Lijsten:
    data = tomllib.loads(files(__package__).joinpath("uitzondering_onbekend.toml").read_text(encoding="utf-8"))
    found = data["woorden"]
    places = {
        **_PLAATSEN,
        "{LAST}": r"(?:[\w-]*(?:" + "|".join(found["last"]) + r")(?:en|s|n)?)",
        "{MILDER}": f"(?:{'|'.join(found['milder'])})",
        "{VRIJ}": f"(?:{'|'.join(found['vrij'])})",
    }

    def patterns(key: str) -> Sequence[Listed]:
        out = []
        for pattern in data["patronen"][key]:
            for name, words_of in places.items():
                pattern = pattern.replace(name, words_of)
            out.append(Listed([pattern], any_case=False))
        return tuple(out)

    rest = ("een", "uitgezonderd", "vrijgesteld", "al", "overgang", "elders", "vaag")
    return _Lijsten(
        patterns("vrijstellend"), patterns("nog_een"), patterns("overig"), *(words_pattern(tuple(data[key]["woorden"])) for key in rest)
    )


def uitzondering_onbekend(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> Hit | None:
    """The exception of a sentence for a group or case that the bill does not know, beside the provision it would soften."""
    if elders(zin.text) or not over_het_ontwerp(zin):
        return None
    text = dossier.bill.document.text
    for wie, nog_een in _wie(explanation, zin):
        if _lijsten().al.search(wie) and any(_lijsten().overgang.search(text[p.span]) for p in dossier.bill.provisions):
            continue
        if _LUKT_NIET.search(wie):
            continue  # who cannot manage gets help: no group that is excepted from a rule
        strange = onbekend(explanation, wie)
        if not strange:
            continue
        # who is meant tells the reader more than what is said of them: «scholen die gratis …»
        meant = [w for w in zeggend(re.split(r",? (?:die|dat|met|zonder|van wie)\b", wie)[0]) if not kent(dossier.bill, w)]
        named = meant[0] if meant else strange[0]
        provision = waarover(explanation, zin)
        if provision is None or (not nog_een and _keeps(dossier, explanation, zin)):
            return None
        return Hit(
            explanation.document,
            zin.alinea.unit,
            zin.span,
            f"De toelichting maakt een uitzondering voor «{wie}»; het ontwerp noemt «{named}» nergens. "
            f"{capital(naam(provision.unit))} zegt: «{words(dossier.bill.document, provision.passage.span, _QUOTED)}». "
            "Klopt dat met elkaar?",
            "Gezocht is in het hele ontwerp naar deze woorden, naar samenstellingen ermee en naar andere woorden voor hetzelfde: niet "
            "gevonden. Wie op de uitzondering rekent, valt onder de regel.",
            label="zonder grondslag in het ontwerp",
            annotations=(Annotation(dossier.bill.document, provision.passage.span, "zonder deze uitzondering"),),
            lighter="bij het nalezen bleek zo een verschil vaak met opzet of elders geregeld",
            severity=Severity.INFO,
        )
    return None


def elders(text: str) -> bool:
    """The sentence says what another rule, another time or somebody else has."""
    return _lijsten().elders.search(text) is not None


_LUKT_NIET = re.compile(
    r"\b(?:er (?:\w+ ){0,2}niet (?:\w+ )?uit(?:komt|komen)|(?:hulp|ondersteuning) nodig (?:heeft|hebben)|moeite (?:heeft|hebben)|vastlop\w*"
    r"|(?:het|dit|dat) niet (?:zelf |alleen )?(?:lukt|redt|redden|kan|kunnen))\b",
    re.I,
)
_DAT_GELDT = re.compile(r"(?:Hetzelfde|Dat|Dit) geldt\b")


def _wie(explanation: Explanation, zin: Zin) -> Iterator[tuple[str, bool]]:
    """Who or what is excepted, and whether it is one more beside another that is told, here or («hetzelfde geldt voor») just before."""
    lists = _lijsten()
    text = zin.text
    leans = _DAT_GELDT.match(text) is not None
    earlier = explanation.before(zin)
    before = earlier.text if earlier is not None else ""
    exempts = lists.vrijgesteld.search(explanation.bill.document.text.content) is not None
    for found in (lists.vrijstellend, lists.overig, lists.nog_een):
        for pattern in found:
            match = pattern.search(text)
            if exempts and found is lists.vrijstellend and (match is None or not _een_erbij(explanation, match.group("wie"))):
                continue
            if match is None or (found is lists.nog_een and not lists.een.search(before if leans else text[: match.start("wie")])):
                continue
            wie = match.group("wie").strip(" ,")
            if not lists.vaag.search(wie) and not (text.startswith(wie) and _GEEN_WIE.match(wie)):
                yield wie, found is lists.nog_een


def _een_erbij(explanation: Explanation, wie: str) -> bool:
    """«Stagiairs en vrijwilligers», where the bill has the one and not the other: one is added to an exemption that is there."""
    parts = [zeggend(part) for part in re.split(r"\ben\b|,", wie)]
    known = [all(kent(explanation.bill, w) for w in part) for part in parts if part]
    return len(known) > 1 and any(known) and not all(known)


def dichtbij(explanation: Explanation, zin: Zin) -> frozenset[Unit]:
    """The artikelen that a sentence may be about."""
    near: dict[Unit, float] = {}
    for p, share in explanation.shares(zin).items():
        if p.unit.artikel is not None:
            near[p.unit.artikel] = near.get(p.unit.artikel, 0.0) + share
    return frozenset(a for a, share in near.items() if share >= _NEAR)


def _keeps(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> bool:
    """An artikel that the sentence may be about makes an exception of its own."""
    text = dossier.bill.document.text
    return any(_lijsten().uitgezonderd.search(text[p.span]) for a in dichtbij(explanation, zin) for p in dossier.bill.in_artikel(a))


def waarover(explanation: Explanation, zin: Zin) -> Provision | None:
    """The rule that the sentence is likeliest about: no definition, and nothing of the end of the bill."""
    artikelen: dict[object, float] = {}
    shares = explanation.shares(zin)
    for p, share in shares.items():
        artikelen[p.unit.artikel] = artikelen.get(p.unit.artikel, 0.0) + share
    found = [
        p
        for p in shares
        if artikelen[p.unit.artikel] >= _LEAST and not all(n.soort in (Soort.DEFINITIE, Soort.SLOT, Soort.DELEGATIE) for n in p.norms)
    ]
    return max(found, key=lambda p: (shares[p], -p.span.start), default=None)

"""Which question an adverse effect raises, so that it is asked by one check.

The order of precedence is: all or nothing, sanction, withdrawal, loss by operation of law, other heavy effect after something was missed;
what is left is a binding power or a hard limit.
"""

from __future__ import annotations

import re
from enum import Enum, auto

from doenvermogentoets.norms.aanleiding import Aanleiding
from doenvermogentoets.norms.model import GevolgSoort, Soort
from doenvermogentoets.norms.nadeel import Nadeel


class Klas(Enum):
    """The question that an effect raises."""

    ALLES_OF_NIETS = auto()
    SANCTIE = auto()
    INTREKKING = auto()
    RECHTSWEGE = auto()
    VERZUIM = auto()
    GEBONDEN = auto()
    GRENS = auto()


NOOIT = frozenset({Aanleiding.VERZOEK, Aanleiding.PLAFOND, Aanleiding.EINDE, Aanleiding.SAMENLOOP})
"""Occasions on which an effect raises no question."""

LICHT = frozenset(
    {
        GevolgSoort.VERSCHULDIGD,
        GevolgSoort.VERREKENING,
        GevolgSoort.INVORDERING,
        GevolgSoort.DWANGSOM,
        GevolgSoort.VERHOGING,
        GevolgSoort.NIET_ONTVANKELIJK,
        GevolgSoort.SCHORSING,
    }
)
"""Effects that weigh little unless their words make them heavy."""

_BESLUIT_EINDE = frozenset({GevolgSoort.INTREKKING, GevolgSoort.HERZIENING, GevolgSoort.BEEINDIGING})
_ALLES = frozenset(
    {GevolgSoort.NIHIL, GevolgSoort.GEEN_RECHT, GevolgSoort.AFWIJZING, GevolgSoort.WEIGERING, GevolgSoort.VERVAL, GevolgSoort.UITSLUITING}
)
_RECHTSWEGE = frozenset({GevolgSoort.VERVAL, GevolgSoort.BEEINDIGING})
# The link between residence and entitlement bears no exception (brief SZW of 18 November 2022, on artikel 11 and 16 Participatiewet).
_KOPPELING = re.compile(r"rechtmatig verblijf|geen ingezetene|buiten Nederland woont", re.I)
_MAATREGEL = re.compile(r"\bmaatregel\b(?! van bestuur)[^.;]{0,60}\b(?:op(?:gelegd|legt|leggen)\b|op[,.;])", re.I)


def klas_of(nadeel: Nadeel) -> Klas | None:
    """The question that an effect raises; ``None`` if it raises none."""
    soorten = nadeel.soorten
    if GevolgSoort.MAATREGEL in soorten and not nadeel.zwaar and not _MAATREGEL.search(nadeel.provision.document.text[nadeel.norm.span]):
        soorten -= {GevolgSoort.MAATREGEL}  # a duty or prohibition that is laid down, not a measure for something missed
    verzuim = nadeel.aanleiding is Aanleiding.VERZUIM
    if soorten & {GevolgSoort.TERUGVORDERING, GevolgSoort.BOETE}:
        return Klas.SANCTIE
    if nadeel.zwaar and nadeel.gevolg.soort in LICHT:
        return Klas.GEBONDEN if nadeel.gevolg.soort is GevolgSoort.DWANGSOM else Klas.SANCTIE
    if verzuim and nadeel.totaal is not None and soorten & _ALLES:
        return Klas.ALLES_OF_NIETS
    if GevolgSoort.MAATREGEL in soorten or (verzuim and GevolgSoort.VERLAGING in soorten):
        return Klas.SANCTIE
    if GevolgSoort.DWANGSOM in soorten and verzuim and nadeel.norm.soort is Soort.BEVOEGDHEID and nadeel.norm.bevoegdheid == "gebonden":
        return Klas.GEBONDEN
    if verzuim and soorten == {GevolgSoort.NIET_ONTVANKELIJK} and requested(nadeel):
        return Klas.VERZUIM
    if verzuim and GevolgSoort.VERSCHULDIGD in soorten and _did_not_come(nadeel.provision.document.text[nadeel.norm.span]):
        return Klas.SANCTIE
    if soorten <= LICHT:  # also when nothing is left
        return None
    if soorten & _BESLUIT_EINDE and nadeel.norm.bevoegdheid == "gebonden":
        return Klas.INTREKKING
    if verzuim:
        return Klas.RECHTSWEGE if soorten & _RECHTSWEGE and nadeel.van_rechtswege else Klas.VERZUIM
    if nadeel.norm.bevoegdheid == "gebonden":
        return Klas.GEBONDEN if soorten - {GevolgSoort.VERLAGING} - LICHT else None  # «verminderd met» is mostly arithmetic
    if nadeel.aanleiding is Aanleiding.OPZET or _KOPPELING.search(nadeel.provision.document.text[nadeel.norm.span]):
        return None
    if nadeel.norm.soort in (Soort.RECHT, Soort.RECHTSGEVOLG) and soorten & {GevolgSoort.GEEN_RECHT, GevolgSoort.UITSLUITING}:
        return Klas.GRENS
    return None


# What is asked of an authority in the first place; against a decision somebody goes with what the Awb gives him (6:6, 6:11).
_REQUEST = re.compile(r"\b(?:\w*aanvra(?:ag|gen|ge)|\w*verzoek(?:en)?|\w*aanmelding(?:en)?|\w*inschrijving(?:en)?|declaraties?)\b", re.I)
_REMEDY = re.compile(
    r"\b(?:bezwaar\w*|beroep\w*|verzet|klacht\w*|klaagschrift|verzoekschrift|rechter|rechtbank|griffie\w*|gerechtshof)\b", re.I
)


def requested(nadeel: Nadeel) -> bool:
    """Whether it is an application that is barred, and no remedy or procedure before a court."""
    said = nadeel.provision.document.text[nadeel.norm.span]
    return _REQUEST.search(said) is not None and _REMEDY.search(said) is None


# «Is hij niet aanwezig op de afgesproken tijd, dan is een tarief verschuldigd»: money for an appointment that somebody could not keep
_ABSENT = re.compile(
    r"\b(?:niet (?:[\w-]+ ){0,3}?(?:verschijnt|verschenen|aanwezig|komt opdagen|opdaagt)|(?:komt|komen"
    r"|kwam)\b[^.;,]{0,60}\bniet opdagen|afwezig)\b|\bverschijnt\b[^.;,]{0,80}\bniet\b"
    r"|\bniet\b[^.;,]{0,60}\bkan plaatsvinden\b[^.;]{0,120}\bniet aanwezig\b",
    re.I,
)
_PAPERS_ABSENT = re.compile(
    r"\b(?:stuk(?:ken)?|gegevens|\w*formulier\w*|\w*bewij[sz]\w*|bescheiden|document\w*|machtiging\w*|handtekening\w*|kopie\w*)\b[^.;,]*\Z",
    re.I,
)


def _did_not_come(words: str) -> bool:
    """Somebody was not there; that papers are not there is another omission."""
    found = _ABSENT.search(words)
    return found is not None and _PAPERS_ABSENT.search(words, 0, found.start()) is None

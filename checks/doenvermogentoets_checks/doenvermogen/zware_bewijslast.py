"""DVM007: a person must prove something with papers that are hard to get or to keep."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Doubt, Hit, Severity, Suggestion
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import days, each_place_once, words
from doenvermogentoets_checks.doenvermogen import begrippen
from doenvermogentoets_checks.doenvermogen.bewijslast import omgekeerd, verzwaard
from doenvermogentoets_checks.doenvermogen.mensen import NIEMAND, Vraag, of_bodies, said, vragen
from doenvermogentoets_checks.klanken import GEHOORD, klinkt
from doenvermogentoets_checks.raakt import over_mensen, raakt
from doenvermogentoets_checks.spaart import afwijkbaar
from doenvermogentoets_checks.twijfel import Onzeker, Twijfel

# What makes the proof heavy, the heaviest first, and how that is told.
_WHY = {
    "bewijs-aantal": "Er zijn meer stukken van derden nodig; dat kost tijd en hangt af van hun medewerking.",
    "bewijs-derde": "Een ander moet het stuk afgeven; dat kost tijd en vaak geld, en zonder die ander staat men met lege handen.",
    "bewijs-periode": "Het gaat over een lange tijd; wie stukken niet heeft bewaard, kan ze niet meer krijgen.",
    "bewijs-boekhouding": "Het vraagt een administratie die steeds wordt bijgehouden; wat niet is vastgelegd, is later niet te herstellen.",
    "bewijs-moment": "Het moet op het ogenblik zelf zijn vastgelegd; wie dat niet wist of niet kon, kan het niet meer.",
    "bewijs-ontkenning": "Wie moet aantonen dat iets niet zo is of niet kon, heeft daar vaak geen stuk voor.",
    "bewijs-ander": "Het gaat over een ander; wie daar niet bij kan, of met wie geen contact meer is, kan het niet leveren.",
    "bewijs-zelf": "Het vraagt een beoordeling of beschrijving die kennis en overzicht vergt.",
    "bewijs-kosten": "De kosten zijn voor wie het bewijs levert.",
}
# What an original asks is that thing itself: no records, and nobody else who must issue it.
_ORIGINAL = re.compile(r"\b(?:originele|oorspronkelijke)\b")
_NO_COPY = "Een kopie volstaat niet: wie het origineel niet meer heeft, of het zelf nodig heeft, kan het niet geven."
_ASKS = {
    _NO_COPY: "Wat doet iemand die het origineel niet meer heeft, of het ook voor iets anders nodig heeft?",
    _WHY["bewijs-boekhouding"]: "Wat doet iemand die dit niet vanaf het begin steeds heeft bijgehouden?",
}
_COPY_WILL_DO = Suggestion("een kopie of foto laten volstaan, en het origineel alleen bij twijfel vragen")
_OTHERWISE = Suggestion("ander bewijs toelaten: «… of toont dit op andere wijze aannemelijk»")
# «de originele nota of een afschrift daarvan»: a copy will do
_COPY = re.compile(
    r"\s*,?\s*(?:of|dan wel|hetzij)\s+(?:een\s+|het\s+|de\s+)?(?:digitale?\s+)?(?:kopie(?:ën)?|afschrift(?:en)?|foto|scan|fotokopie)\b"
)
_DECIDES = re.compile(
    r"[\s\d.]{0,6}(?:ten behoeve van (?:deze|die|de|een) )?(?:de |deze |die |het |een )?(?:beslissing|besluit|beschikking)\b", re.I
)  # what the decision rests on, not what is asked
# «levert het rijbewijs van de overledene in»: a document that goes back proves nothing
_RETURNED = re.compile(
    r"(?s)(?!.*\b(?:aanvraag|verzoek))(?=.*\b(?:rijbewijs|\w*document|pas|kaart|identiteitsbewijs)\b)"
    r".*\b(?:levert|leveren|geeft)\b.{0,90}\b(?:in|terug)\b",
    re.I,
)
_COMPARED = re.compile(r"\b(?:meer|minder)\s+dan\s+\Z", re.I)


@over_mensen(Severity.SUGGESTION)
@each_place_once
def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Yield a hit at the words of each proof; those that stand together are one."""
    for vraag in vragen(dossier.bill):
        if said(vraag.provision, "ander-bewijs", vraag.span) is not None or vraag.first("jaarstukken") is not None:
            continue
        known = vraag.first("overleggen") is not None and (vraag.direct or vraag.first("indirect-inhoud") is not None)
        proofs = _proofs(vraag) if known else []
        found = proofs or _heard(vraag, known)
        if not found:
            continue
        if _RETURNED.match(vraag.provision.document.text.content, vraag.span.start, vraag.span.end) is not None:
            continue
        if of_bodies(vraag.provision, vraag.span) or _DECIDES.match(vraag.provision.document.text[vraag.span]) is not None:
            continue
        if _NO_PERSON.search(vraag.provision.document.text[vraag.span]) is not None or _business(dossier, vraag):
            continue
        if _HOW_MEASURED.search(vraag.provision.document.text[vraag.span]) is not None:
            continue
        if _GIVES_OUT.search(vraag.provision.document.text.small, vraag.span.start, vraag.span.end) is not None:
            continue
        settled = _open(dossier, vraag)
        for bare, why in found:
            at, why = _fresh(vraag, bare, why)
            if _not_needed(vraag, at) or _of_learning(vraag, at):
                continue
            open_ = settled or (_plain(dossier, vraag, bare, why.removesuffix(_ALSO_FRESH)) if proofs else _unsure(vraag, bare))
            wie = "de aanvrager" if vraag.wie == NIEMAND else vraag.wie
            yield Hit(
                document=vraag.provision.document,
                unit=vraag.provision.unit,
                span=at,
                message=f"Van {wie} wordt bewijs gevraagd dat moeilijk te krijgen kan zijn: «{words(vraag.provision.document, at)}».",
                explanation=f"{why} Gezocht in deze bepaling naar ander bewijs of opvragen door de overheid: niet gevonden.",
                doubts=(open_,) if open_ is not None else (),
                label="bewijslast",
                question=_ASKS.get(why.removesuffix(_ALSO_FRESH)),
                suggestions=(_COPY_WILL_DO, _OTHERWISE) if why == _NO_COPY else (),
                severity=Severity.INFO if open_ is not None else None,
            )
    yield from omgekeerd(dossier)
    for amendment in dossier.bill.document.amendments:
        hit = verzwaard(amendment, dossier.bill.document)
        if hit is not None:
            yield hit


# «een verklaring van de huisarts over …, die niet ouder is dan tien dagen»: it must be asked for anew, and at the right moment
_NOT_OLDER = re.compile(
    r"[^.;:\n]{0,140}?\bniet ouder (?:is |zijn |mag zijn |mogen zijn )?dan ([\w-]+ (?:werk)?(?:dag(?:en)?|week|weken|maand))\b"
)
_FRESH = 31  # days; a paper of some months old most people have
_ALSO_FRESH = " Het mag bovendien maar kort oud zijn: wie het te vroeg of voor iets anders vroeg, moet het opnieuw vragen."


def _fresh(vraag: Vraag, at: Span, why: str) -> tuple[Span, str]:
    """The proof with the words that say how fresh it must be, where that is short."""
    match = _NOT_OLDER.match(vraag.provision.document.text.small, at.end, vraag.span.end)
    length = days(match.group(1)) if match is not None else None
    if match is None or length is None or length > _FRESH:
        return at, why
    return Span(at.start, match.end()), why + _ALSO_FRESH


# Being licensed is no proving; who is liable, or accused in a court, defends himself.
_NO_PERSON = re.compile(
    r"\bin het bezit (?:is|zijn|te zijn|van)\b|\bwederpartij\b|\baansprakelijk\b|\bverantwoordelijke\b|\b(?:statutenwijziging"
    r"|van de statuten|omzetaandelen)\b"
    r"|\bonder wiens gezag\b",
    re.I,
)
# Who examines or how something is measured: no proof that anybody must bring.
_HOW_MEASURED = re.compile(
    r"\b(?:her)?(?:keuring|meting|onderzoek|controle|beproeving|bemonstering)(?:en)?\b[^.;:]{0,80}\b(?:word(?:t|en)|geschied(?:t|en))\b"
    r"[^.;:]{0,40}(?:\b(?:verricht|uitgevoerd|gedaan)\b[^.;:]{0,30})?\bdoor (?:een?|de|het)\b"
    r"|\b(?:meetmethode|meetvoorschrift|bemonsteringsmethode)\w*\b|\bvolgens (?:de )?(?:NEN|ISO)\b",
    re.I,
)
# A professional hands the paper to people, or whoever issued a paper adds it himself.
_GIVES_OUT = re.compile(
    r"\bdoor (?:hem|haar|deze)\b[^.;]{0,20}\b(?:verstrekt|afgegeven|toegezonden|uitgereikt)\b"
    r"|\bde persoon die\b[^.;,]{0,60}\bheeft (?:uitgereikt|uitbetaald|afgegeven)\b"
)
_DENIED = re.compile(r"\bgeen\s+\Z|\bniet vereist\b[^.;]{0,30}\Z|\bzonder(?: \w+)?\s+\Z")
# One of several papers that will do: «diploma of getuigschrift, dan wel een verklaring van …», «of, indien dat ontbreekt, een verklaring».
_OR_THIS = re.compile(
    r"(?:\b(?:of|dan wel|hetzij)\b[^.;,]{0,50}\bbeschikt over|\bof|\bdan wel|\bhetzij|\bof,? (?:indien|als"
    r"|wanneer) [^;]{0,120},)\s+(?:een|het|de)?\s*\Z"
)
_OR_THAT = re.compile(r"\s+(?:of|dan wel|hetzij) (?:een |het |de )?([\w-]+)")
_ASKED_FOR = re.compile(r"\baanvra(?:ag|gen|ge) (?:van|om|voor|tot afgifte van) (?:een|het|de)\s+\Z")  # what is wanted, and no proof
_ONLY_WHEN = re.compile(r"(?:dagtekening|datum|dag|plaats) van (?:het )?(?:overlijden|geboorte|huwelijk)\b")
_ONE_OF_LIST = re.compile(r";\s*(?:of|dan wel)\s*(?=[a-z]{1,2}[.)])")
_ITEM_START = re.compile(r"(?:^|[\s;:])[a-z]{1,2}[.)]\s")


def _not_needed(vraag: Vraag, at: Span) -> bool:
    """Whether the sentence asks no such paper after all, or takes a lighter one as well."""
    small, zin = vraag.provision.document.text.small, vraag.span
    before = small[zin.start : at.start]
    if _DENIED.search(before) is not None or _OR_THIS.search(before) is not None:
        return True
    if _ASKED_FOR.search(before) is not None or _ONLY_WHEN.match(small, at.start) is not None:
        return True
    other = _OR_THAT.match(small, at.end, zin.end)
    if other is not None and not begrippen.occurs(vraag.provision.document, "bewijs-derde", Span(at.start, min(zin.end, other.end() + 60))):
        return True
    if other is not None and not _third_party(other.group(1)):
        return True
    whole = vraag.provision.span
    return _ONE_OF_LIST.search(small, whole.start, whole.end) is not None and _ITEM_START.search(before) is not None


# «houdt een logboek bij waarin hij zijn vorderingen beschrijft», «een persoonlijk leerplan»: part of learning a trade, and no proof
_OWN_RECORD = re.compile(r"\b(?:\w*logboek|dagboek|portfolio|leerverslag|\w*(?:leer|ontwikkel\w*|opleidings|studie)plan|reflectie\w*)\b")
_LEARNS = re.compile(
    r"\b(?:geleerd|leert|leerdoel\w*|leerling|kandidaat|student|stagiaire?|cursist|deelnemer|ontwikkeling(?:en)?|kennis|vaardigheden|vorderingen"
    r"|competenties|eindtermen|opleiding|\w*ervaringsperiode|beroepservaring\w*|stage)\b"
)
_ACCOUNTS = re.compile(
    r"\b(?:uren|kosten|uitgaven|inkomsten|ritten|kilometers|omzet|bedragen|betalingen|geld|sollicitaties|gewerkte?|uitkering|toelage|toeslag)\b"
)


def _of_learning(vraag: Vraag, at: Span) -> bool:
    small, zin = vraag.provision.document.text.small, vraag.span
    return (
        _OWN_RECORD.search(small, at.start, at.end) is not None
        and len({m.group() for m in _LEARNS.finditer(small, zin.start, zin.end)}) > 1
        and _ACCOUNTS.search(small, zin.start, zin.end) is None
    )


def _third_party(noun: str) -> bool:
    """Whether the other paper is one that somebody else issues too («verklaring of rapport van een arts»)."""
    return noun.endswith(_BY_OTHERS)


_BY_OTHERS = (
    *("verklaring", "verklaringen", "rapport", "rapportage", "attest", "advies", "certificaat", "akte", "bewijs", "taxatie", "vertaling"),
    *("onderzoek", "keuring", "offerte", "document", "afschrift", "kopie", "verslag", "stukken", "bescheiden"),
    *("gewaarmerkt", "gewaarmerkte"),
)


_KEEPS = re.compile(r"\b(?:neemt|nemen)\b[^.;]{0,220}\bin (?:zijn|haar|de|een|hun) (?:administratie|dossier|register|boekhouding)\b")


_KEPT = Doubt(
    "dit stuk wordt bewaard en niet overgelegd",
    question="Eerst de vraag: had iemand het al nodig voor iets anders?",
)


def _open(dossier: DossierAnalysis, vraag: Vraag) -> Doubt | None:
    """Why it is open that the proof weighs, with the question that comes first; ``None`` where the text settles it."""
    document = vraag.provision.document
    if _KEEPS.search(document.text.small, vraag.span.start, vraag.span.end) is not None:
        return _KEPT
    out = afwijkbaar(dossier.bill, vraag.provision)
    return Onzeker(Twijfel.AFWIJKEN, out).told(document) if out is not None else None


# Who must look at somebody or something before there is a paper: that takes time, and he may say no.
_EXPERT = re.compile(
    r"\w*(?:arts(?:en)?|dokter|medisch\w*|geneeskundig\w*|specialist\w*|deskundig\w*|psycholo\w*|psychiat\w*|pedagoog|therapeut|behandelaar|taxat\w*"
    r"|notari\w*|vertal\w*|vertaler|tolk|makelaar|werkgever|verhuurder|getuigen?\w*|erfrecht|executele|boedel\w*|bekendheid|nalatenschap"
    r"|bouwkundig\w*|aannemer\w*|offertes?|hulpverlen\w*|begeleider\w*|apostille|gelegaliseerd\w*|constructeur|architect|buren|omwonenden"
    r"|huisgeno\w*|bewoners|eigenaar|hypothe\w*|bank|verzekeraar|instemming|toestemming|werkgeversverklaring)\b"
)
_ACCOUNTANT = re.compile(r"\b\w*accountants?\w*\b|\bcontroleverklaring\b")
_PLAIN = Doubt(
    "zo een stuk hebben of krijgen de meeste mensen zonder veel moeite",
    question="Eerst de vraag: kan ieder die dit treft er aan komen?",
)


def _plain(dossier: DossierAnalysis, vraag: Vraag, at: Span, why: str) -> Doubt | None:
    """Why it is open whether the proof is hard: a paper that its issuer gives to anybody who asks, or one that a firm has made."""
    document = vraag.provision.document
    if raakt(dossier, vraag.provision, vraag.span) is not None:
        return None  # whom it concerns is asked first
    near = dossier.bill.in_artikel(vraag.provision.unit) or (vraag.provision,)
    if any(_ACCOUNTANT.search(p.document.text.small, p.span.start, p.span.end) is not None for p in near):
        return Onzeker(Twijfel.LICHAAM).told(document)
    if why == _WHY["bewijs-derde"] and _EXPERT.search(document.text.small, at.start, at.end) is None:
        return _PLAIN
    return None


# Log-odds from which proof without known words is told, and from which it is a suggestion; where nothing known asks for a paper either, the
# last one. Found on writers left out of the fit.
_TOLD, _SUGGESTED, _ALONE = 0.5, 1.5, 1.5
_SOUNDS = "De woorden zijn niet bekend, maar het klinkt als bewijs waarvoor anderen, een lange tijd of bijzondere moeite nodig is."
_ONLY_HEARD = replace(GEHOORD, question="Eerst de vraag: kan ieder die dit treft er aan komen?")
_PIECE = re.compile(r"(?:\s*[a-z]{1,2}[.)°]|\s*\d{1,2}[.°])?\s*([^;\n]*[^;\n\s.,])")


def _heard(vraag: Vraag, known: bool) -> list[tuple[Span, str]]:
    """The onderdelen or the sentence that sound as heavy proof."""
    content, zin = vraag.provision.document.text.content, vraag.span
    if not known and _SHOWS.search(content, zin.start, zin.end) is None:
        return []
    pieces = [Span(*m.span(1)) for m in _PIECE.finditer(content, zin.start, zin.end) if _PAPER.search(m.group(1)) is not None]
    return [(at, _SOUNDS) for at in pieces if klinkt("bewijs", content[at.start : at.end]) >= (_TOLD if known else _ALONE)]


# Something is shown or handed over, and what it is done with.
_SHOWS = re.compile(
    r"\b(?:legt|leggen|toont|tonen|maakt|bewijst|bewijzen|overlegt|overleggen|voegt|voegen|verstrekt|verstrekken|dient|dienen|staaft|staven"
    r"|aantoon\w*|aan te tonen|over te leggen|overgelegd|bijgevoegd|gevoegd|blijkt uit|vergezeld)\b",
    re.I,
)
_PAPER = re.compile(
    r"(?:verklaring|bewij|aanto|aan te tonen|stukken|bescheid|\bakte|afschrift|document|rapport|handtekening|ondertekend|getuig|overzicht"
    r"|attest|certificaat|opgave|foto|advies|instemming|toestemming|schriftelijk|origine|vertal|gelegaliseerd|nota'?s|bonnen|facturen"
    r"|loonstro|administratie|logboek|aannemelijk|blijkt|gegevens|inlichtingen|taxatie|offerte|uittreksel|bevestiging)",
    re.I,
)


def _unsure(vraag: Vraag, at: Span) -> Doubt | None:
    return None if klinkt("bewijs", vraag.provision.document.text[at]) >= _SUGGESTED else _ONLY_HEARD


_VAGUE = frozenset(("de aanvrager", "aanvrager", NIEMAND, "degene", "hij"))


def _business(dossier: DossierAnalysis, vraag: Vraag) -> bool:
    """Whether it is asked of an applicant who is nobody in particular, in an artikel about business."""
    if vraag.wie not in _VAGUE or "natuurlijke perso" in vraag.provision.document.text.content:
        return False
    around = dossier.bill.in_artikel(vraag.provision.unit) or (vraag.provision,)
    return any(begrippen.occurs(p.document, "zakelijk", p.span) for p in around)


_BASIS = re.compile(
    r"\b(?:ter|(?:na|vanaf) (?:de )?ontvangst van (?:het|een|de)|op grond van (?:het"
    r"|een)|indien|overeenkomstig (?:het|een)|gelet op (?:het|een))\s+\Z",
    re.I,
)


# «houdt zich dagelijks op de hoogte», «houdt zich steeds aan de aanwijzingen»: nothing is written down
_KEEPS_HIMSELF = re.compile(r"\b(?:houdt|houden) (?:hij |zij |men )?zich(?:zelf)?\b(?![^.;]{0,60}\bbij\b)", re.I)


def _proofs(vraag: Vraag) -> list[tuple[Span, str]]:
    """The proofs of a sentence, each with what makes it heavy; one for those in the same onderdeel or the same list."""
    content = vraag.provision.document.text.content
    found: list[tuple[Span, str]] = []
    for concept, why in _WHY.items():
        for span in vraag.every(concept):
            if not any(span.overlaps(s) for s, _ in found) and not _COMPARED.search(content, max(0, span.start - 12), span.start):
                if _BASIS.search(content, max(0, span.start - 34), span.start):
                    continue
                if _KEEPS_HIMSELF.search(content, span.start, min(len(content), span.end + 24)) is not None:
                    continue
                if concept == "bewijs-ontkenning" and " maar " in content[span.start : span.end]:
                    continue
                original = concept == "bewijs-boekhouding" and _ORIGINAL.match(content.lower(), span.start) is not None
                if original and _COPY.match(content, span.end) is not None:
                    continue
                found.append((span, _NO_COPY if original else why))
    found.sort(key=lambda f: f[0].start)
    joined: list[tuple[Span, str]] = []
    for span, why in found:
        if joined and not set(";:\n") & set(content[joined[-1][0].end : span.start]):
            joined[-1] = (joined[-1][0].to(span), joined[-1][1])
        else:
            joined.append((span, why))
    return joined

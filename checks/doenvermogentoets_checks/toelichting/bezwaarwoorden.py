"""The words of an objection in advice or consultation, and of an answer to it that says nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets.toelichting import Alinea, Explanation, Section, Zin
from doenvermogentoets.toelichting.articles import line
from doenvermogentoets.toelichting.lexicon import Pattern, table
from doenvermogentoets_checks.common import words

NIETS_GEDAAN = "er staat niet wat met dit advies is gedaan."
NIET_BEANTWOORD = "het bezwaar wordt niet beantwoord."
_VERDER = 3  # sentences of the next paragraph in which an answer may stand


def eronder(explanation: Explanation, alinea: Alinea) -> Sequence[Zin]:
    """The first sentences of the next paragraph of the section: an answer may stand there."""
    following = alinea.section.alineas[alinea.section.alineas.index(alinea) + 1 :][:1]
    return [z for a in following for z in explanation.zinnen_of(a)][:_VERDER]


_BEZWAAR = re.compile(
    r"\b(?:te (?:kort|ruim|zwaar|streng|belastend|ingewikkeld|vaag|hoog|laag|veel|snel|lang)|bezwaar(?! en beroep)(?:en)? "
    r"(?:tegen|gemaakt|van|over)"
    r"|maakten? (?:ook )?bezwaar|bezorgd|zorgen (?:over|geuit)|drong(?:en)? aan|vroeg(?:en)? (?:om|of|aandacht)"
    r"|vroeg(?:en)? [^.;,]{3,80}? om"
    r"|vragen (?:om|aandacht)|vraagt (?:\w+ )?om|(?:heeft|hebben) [^.;]{0,80}?\b(?:gevraagd om|verzocht|gepleit voor|aangedrongen)"
    r"|verzocht(?:en)?|adviseer(?:t|de|den)|wees (?:op|erop)|wezen (?:op|erop)|wijst (?:op|erop)"
    r"|(?:wees|wezen|wijst) er (?:\w+ )?op|onaanvaardbaar|kritiek|kritisch|onhaalbaar"
    r"|niet haalbaar|langere|ruimere"
    r"|niet (?:te doen|doenlijk|uitvoerbaar)|stelde(?:n)? voor|bepleit(?:te|ten)?|minder positief|suggestie|onbegrijpelijk|onnodig"
    r"|niet (?:is )?aangetoond"
    r"|oordeelde(?:n)? dat|ontraad(?:t|de)|ontraden|betwijfel\w*|twijfel\w*|waarschuw(?:t|de|den)|onredelijk|onevenredig|pleit(?:te"
    r"|ten)? voor|gemis)\b",
    re.I,
)
_LEEG = re.compile(
    r"\b(?:kennis ?genomen|kennis van genomen|meegewogen|bestudeerd|in overweging genomen|begrip (?:voor|getoond)|betrokken bij de afweging"
    r"|aan (?:de|het) [\w-]+ voorgelegd|neemt (?:dit|dat|deze) mee|zal (?:dit|dat) (?:blijven )?volgen|ter harte genomen|dankbaar"
    r"|verwacht dat (?:dit|deze|dat))\b"
    r"|\bis van mening dat\b[^.;]{0,90}\bvan belang\b",
    re.I,
)
_AFGEWEZEN = re.compile(
    r"\b(?:niet|geen) (?:\w+ ){0,2}(?:overgenomen|gevolgd|opgevolgd|gehonoreerd|aangepast|gewijzigd)\b|\bis (?:daarvan|hiervan) afgezien\b"
    r"|\bwordt niet gevolgd\b|\bgeen aanleiding\b|\b(?:ziet|zien|denkt|denken) (?:dit|dat|het|hier) anders\b|\bandere? (?:mening"
    r"|oordeel|opvatting) toegedaan\b"
    r"|\bniet tot (?:een )?(?:aanpassing|wijziging|verandering|heroverweging)\w*(?: \w+){0,4} geleid\b|\bdeelt? (?:die|deze|dit"
    r"|dat)[^.;]{0,40}\bniet\b"
    r"|\b(?:houdt|houden) (?:echter |toch |hieraan |daaraan )?(?:\w+ ){0,4}vast\b|\bblijft bij\b|\bgeen gevolg (?:aan )?gegeven\b"
    r"|\b(?:ziet|zien|zag|zagen) (?:echter |toch |evenwel |daarvoor |hiervoor )*geen andere?"
    r" (?:weg|mogelijkheid|oplossing|uitweg|keus|keuze)\b"
    r"|\b(?:ongewijzigd|onveranderd) (?:gebleven|gelaten)\b|\bis (?:ongewijzigd|onveranderd)\b",
    re.I,
)
_GEDAAN = re.compile(
    r"\b(?:daarom|daarop|naar aanleiding|is toegevoegd|is verlengd|is verruimd|is geschrapt|overgenomen in|is aangepast|toegezegd)\b", re.I
)
# «ter harte genomen door de melding ook telefonisch mogelijk te maken»: how it was taken up is told
_DOOR_TE = re.compile(r"\b(?:genomen|meegewogen|betrokken)\b[^.;]{0,20}\bdoor\b[^.;]{3,120}\bte \w+en\b", re.I)
_NIET_GEDAAN = re.compile(r"\bniet (?:\w+ ){0,2}(?:overgenomen|gevolgd|aangepast)\b", re.I)


def _gedaan(zin: Zin) -> bool:
    return _GEDAAN.search(zin.text) is not None and _NIET_GEDAAN.search(zin.text) is None


def opgevolgd(zin: Zin) -> bool:
    """It tells what was done, or how an advice was taken up."""
    return _gedaan(zin) or _DOOR_TE.search(zin.text) is not None


# Somebody advised or asked something; «adviseert positief» and «had geen opmerkingen» ask for no answer.
_ADVIES = re.compile(
    r"\b(?:adviseer(?:t|de|den)|heeft geadviseerd|hebben geadviseerd|wees (?:op|erop)|wezen (?:op|erop)|wijst (?:op|erop)"
    r"|(?:wees|wezen|wijst) er (?:\w+ )?op"
    r"|vroeg(?:en)? (?:om|of|waarom|zich)|vroeg(?:en)? [^.;,]{3,100}? om|vraagt (?:om|of|waarom|zich)|vragen om"
    r"|(?:heeft|hebben) [^.;]{0,80}?\b(?:gevraagd om|verzocht|gepleit voor|aangedrongen op)"
    r"|verzocht(?:en)?|bepleit(?:te|ten)?|pleit(?:te|ten)? voor|noemde(?:n)?|stelde(?:n)? voor|ontraad(?:t|de)|ontraden|bezwaar tegen"
    r"|drong(?:en)? aan)\b",
    re.I,
)
_TEVREDEN = re.compile(
    r"\b(?:geen (?:opmerking|bezwaar|advies|reactie|aanleiding|zienswijze)\w*|positief|instemm\w*|ingenomen met|steunt|steunen"
    r"|onderschrijft|goed uitvoerbaar|uitvoerbaar)\b",
    re.I,
)
_ANTWOORD = re.compile(
    r"\b(?:overgenomen|opgenomen|ingevoegd|er gekomen|die (?:is|zijn)|verwerkt|opgevolgd|gevolgd|aangepast|aanpassing|gewijzigd"
    r"|toegevoegd|geschrapt|verlengd|verruimd|verduidelijkt"
    r"|toegezegd|gehonoreerd|tegemoet"
    r"|ingegaan|nader toegelicht|aangevuld|gebeurd|uitgevoerd|naar aanleiding|daarom|daarop|hierop|dit advies|deze (?:zorg|wens"
    r"|suggestie|reactie)\w*|de regering|het kabinet|de minister|het college|de raad)\b",
    re.I,
)


# Who advises on a draft, or where that is told.
_ADVISEUR = re.compile(
    r"\b\w*(?:advies\w*|ombudsman|raad|commissie|autoriteit|vereniging|bond|koepel|platform|belangenorganisaties?|consultatie|inspraak"
    r"|reacties?|respondenten|deelnemers|fractie|uitvoeringstoets|toets)\b|\b(?-i:ATR|VNG|IPO|Afdeling|AP|CPB|SCP|Rvdr)\b",
    re.I,
)


def inbreng(section: Section, zin: Zin) -> bool:
    """«DUO wijst op schuldhulp» tells what a citizen hears; it is input on the draft under such a heading or from who gives that."""
    kop = table("onderwerpen")["advies_kop"]
    return _ADVISEUR.search(zin.text) is not None or any(kop.search(s.heading) for s in line(section) if s.heading)


# In the middle of a paragraph only what is asked in so many words, and not where the next sentence goes on about it.
_GEVRAAGD = re.compile(
    r"\b(?:vroeg(?:en)?\b[^.;]{0,120}\bom|verzocht(?:en)?\b[^.;]{0,120}\bom|bepleit(?:te|ten)?|pleit(?:te|ten)? voor|stelde(?:n)? voor"
    r"|vra(?:agt|gen) om|(?:heeft|hebben) [^.;]{0,80}?\b(?:gevraagd om|verzocht(?:en)? om|gepleit voor|aangedrongen op)"
    r"|ontraad(?:t|de)|ontraden|bezwaar tegen|drong(?:en)? aan"
    r"|(?:vraagt|vragen|vroeg|vroegen) (?:zich )?(?:sterk |ernstig )?af of|betwijfel(?:t|en|de|den)\b[^.;]{0,20}\bof"
    r"|plaatst vraagtekens bij)\b",
    re.I,
)
_GAAT_DOOR = re.compile(
    r"(?:Dat|Dit|Wie|Die|Deze|Hier\w*|Daar\w*|Zij|Hij|Ze|Ook|Omdat|Aan|In (?:reactie|antwoord)|Wij|We|Volgens|Naar aanleiding"
    r"|Het (?:verzoek|advies|voorstel|bezwaar)|De (?:vraag|suggestie|wens|termijn|reden))\b"
)


# «De raad vraagt zich af of de termijn nog past»: an objection in the shape of a doubt.
_TWIJFEL = re.compile(
    r"\b(?:vraagt|vragen|vroeg|vroegen) (?:zich )?(?:sterk |ernstig )?af of\b|\bbetwijfel(?:t|en|de|den)\b|\bplaatst vraagtekens\b", re.I
)
# Another adviser has the word: what is answered after that is answered to him, unless it is said to be for more.
_NAAM = re.compile(
    r"(?:(?:De|Het) (?:[A-Z][\w-]+|Raad|Afdeling|Vereniging|Landelijke|Nationale|[a-z]*raad|[a-z]*bond|[a-z]*vereniging"
    r"|(?:gemeenten|provincies|waterschappen|[a-z]*organisaties|[a-z]*verenigingen|[a-z]*bonden|verzekeraars"
    r"|werkgevers)(?= (?:[A-Z]|\w+t?en\b)))"
    r"|(?:Gemeenten|Provincies|Waterschappen|[A-Z][a-z]*organisaties|Verenigingen|Vakbonden|Verzekeraars|Werkgevers))\b[^.;,]{0,60}?\b"
    r"(?:advis\w+|bepleit\w*|pleit\w*|vra(?:agt|gen)|vroeg\w*|verzoekt?|verzocht\w*|stelde\w*|stelt|wil(?:de)?|wenst\w*|noemt|noemde\w*"
    r"|wijst|wees|had|heeft|is|acht|vindt)\b"
)
_EERSTE = re.compile(r"(?:De|Het) (?:regering|kabinet|minister|staatssecretaris|initiatiefnemers?|wetgever)\b", re.I)
_BEIDE = re.compile(
    r"\b(?:beide|alle|deze (?:adviezen|punten|vragen|opmerkingen)|op dit (?:alles|punt)|de adviezen|de opmerkingen)\b", re.I
)
_DEELT = 2  # words that an answer has in common with what it answers


def _van_deze(zin: Zin, after: Sequence[Zin]) -> Sequence[Zin]:
    """The sentences that may answer this one: up to where another adviser begins, and behind that what is for both or has its words."""
    other = next((i for i, z in enumerate(after) if _NAAM.match(z.text) and not _EERSTE.match(z.text)), None)
    if other is None:
        return after
    behind = [z for z in after[other + 1 :] if _BEIDE.search(z.text) or len(z.roots & zin.roots - after[other].roots) >= _DEELT]
    return [*after[:other], *behind]


# «De Cliëntenraad vindt het onaanvaardbaar dat», «acht twee offertes te veel»: an objection without a request.
_VINDT = re.compile(
    r"\b(?:acht|achten|achtte|achtten|vindt|vinden|vond|vonden)\b[^.;]{3,110}?\b(?:te (?:kort|zwaar|streng|belastend|ingewikkeld|hoog|laag"
    r"|veel|lang)|onaanvaardbaar|onredelijk|onevenredig)\b",
    re.I,
)


def _vindt(zin: Zin) -> re.Match[str] | None:
    """An adviser finds something too much; the government that does so gives an answer."""
    return _VINDT.search(zin.text) if _ADVISEUR.search(zin.text) and not _REGERING.search(zin.text) else None


# «…; daarin voorziet het fonds al», «…; dat is mogelijk gemaakt»: what is said of it behind the semicolon is the answer.
_DAAROVER = re.compile(
    r";\s*(?:(?:dat|dit|die|deze)\b(?! (?:bond|vereniging|raad|partij\w*)\b)|daar\w*\b|hier\w*\b|de \w+ \w+ (?:dat|die|dit)\b)", re.I
)


_WENST = re.compile(r"\bzou(?:den)?\b", re.I)  # «dat zou prettig zijn» goes on about the wish


def _achter_de_puntkomma(zin: Zin, at: int) -> bool:
    found = _DAAROVER.search(zin.text, at)
    if found is None:
        return False
    rest = zin.text[found.start() :]
    return not any(p.search(rest) for p in (_LEEG, _ADVIES, _WENST))


# «Het UWV betrekt dat bij …», «daarin voorziet»: the next sentence says what becomes of it.
_OPGEPAKT = re.compile(
    r"\b(?:betrekt|betrekken|verwerkt|regelt|regelen|doet|doen) (?:dat|dit|die|deze)\b(?! bij de afweging)"
    r"|\b(?:daarin|hierin) (?:is )?voorzi\w+"
    r"|\bmogelijk gemaakt\b|\bstelt\b[^.;]{0,30}\b(?:dat|dit|die|een)\b[^.;]{0,30}\bbeschikbaar\b",
    re.I,
)


def _unanswered(explanation: Explanation, alinea: Alinea, zin: Zin, rest: Sequence[Zin], why: Pattern) -> bool:
    """A sentence tells what somebody advised, and neither the rest of its paragraph nor the next one takes it up.

    Args:
        rest: the sentences of the paragraph after it.
    """
    if rest and (_GEVRAAGD.search(zin.text) is None or _GAAT_DOOR.match(rest[0].text) is not None):
        return False
    match = _ADVIES.search(zin.text) or _vindt(zin)
    if match is not None and match.group(0).lower() == "wijst op" and not inbreng(alinea.section, zin):
        return False
    doubts = _TWIJFEL.search(zin.text) is not None and _ADVISEUR.search(zin.text) is not None
    if match is None or not (doubts or _BEZWAAR.search(zin.text)) or _TEVREDEN.search(zin.text):
        return False
    if _ANTWOORD.search(zin.text[match.end() :]) or _KAN_NIET.search(zin.text, match.end()) or _achter_de_puntkomma(zin, match.end()):
        return False
    after = _van_deze(zin, [*rest, *eronder(explanation, alinea)])
    return not any(
        _ANTWOORD.search(z.text) or _OPGEPAKT.search(z.text) or why.search(z.text) or _LEEG.search(z.text) or _AFGEWEZEN.search(z.text)
        for z in after
    )


# What somebody wanted; only where an adviser is named, since the bill wants things too.
_WENS = re.compile(r"\b(?:wilden?|wensten?|wenst|wensen|willen|(?:zag|zagen|ziet|zien|had|hadden) (?:\w+ ){0,6}liever|onwerkbaar)\b", re.I)
# The government speaks: an answer, whatever it says of «te veel» and «te kort».
_REGERING = re.compile(
    r"^(?:De regering|Het kabinet|De (?:minister|staatssecretaris|initiatiefnemers?)|Wij)\b|\bnaar (?:het|de|zijn|haar) (?:oordeel|mening"
    r"|opvatting) (?:van )?(?:de (?:regering|minister|staatssecretaris|initiatiefnemers?)|het kabinet)\b"
    r"|\b(?:de regering|het kabinet) (?:is van (?:mening|oordeel)|acht|vindt|meent)\b",
    re.I,
)
# «…; dat is bij zo'n toets niet mogelijk»: asked and answered in one sentence.
_KAN_NIET = re.compile(
    r"(?:;|, (?:maar|doch)|\bmaar) (?:dat|dit|die|deze|daarvoor|hiervoor)\b[^.;]{0,90}\b(?:niet|geen|on)[ -]?(?:\w+ )?"
    r"(?:mogelijk|haalbaar|uitvoerbaar|nodig|wenselijk|doenlijk|te (?:doen|verenigen|rechtvaardigen)|ruimte|aanleiding)\b",
    re.I,
)


def zonder_bezwaar(zin: Zin) -> bool:
    """The government speaks, or somebody who is content: nothing asks for an answer, whatever else the words may be."""
    return _REGERING.search(zin.text) is not None or _TEVREDEN.search(zin.text) is not None


def _bezwaar(zin: Zin) -> bool:
    """It tells what somebody else has against the draft, or wants otherwise."""
    if _REGERING.search(zin.text):
        return False
    return _BEZWAAR.search(zin.text) is not None or (_WENS.search(zin.text) is not None and _ADVISEUR.search(zin.text) is not None)


def by_words(explanation: Explanation, alinea: Alinea, zinnen: Sequence[Zin], i: int) -> tuple[Hit, set[int]] | None:
    """What known words show of a sentence, with the places of the objection that it is about."""
    why = table("uitleg")["waarom"]
    zin = zinnen[i]
    if _unanswered(explanation, alinea, zin, zinnen[i + 1 :], why):
        hit = Hit(
            explanation.document,
            alinea.unit,
            zin.span,
            f"«{words(explanation.document, zin.span, 90)}»: {NIETS_GEDAAN}",
            "Gezocht in deze zin en in de alinea erna naar een antwoord, een reden of een aanpassing: niet gevonden.",
            label="geen antwoord",
        )
        return hit, set()
    if i == 0 or not (_LEEG.search(zin.text) or _AFGEWEZEN.search(zin.text)):
        return None
    at = next((j for j in range(i - 1, max(0, i - 2) - 1, -1) if _bezwaar(zinnen[j])), None)
    if _DOOR_TE.search(zin.text) is not None and _AFGEWEZEN.search(zin.text) is None:
        return None
    if at is None or _gedaan(zin):
        return None
    if any(why.search(z.text) or _GEDAAN.search(z.text) for z in zinnen[i + 1 : i + 2]) or why.search(zin.text):
        return None
    hit = Hit(
        explanation.document,
        alinea.unit,
        zin.span,
        f"«{words(explanation.document, zin.span, 80)}»: {NIET_BEANTWOORD}",
        f"Het bezwaar: «{words(explanation.document, zinnen[at].span, 120)}» Gezocht in deze zin en de "
        "volgende naar een reden of een aanpassing: niet gevonden.",
        label="geen antwoord",
        annotations=(Annotation(explanation.document, zinnen[at].span, "het bezwaar"),),
    )
    return hit, {at}

"""Amending instructions: recognising them and reading what they amend.

The forms are those of chapter 6 of the Aanwijzingen voor de regelgeving («wordt als volgt gewijzigd», «komt te luiden», «wordt
ingevoegd, luidende», «wordt vervangen door», «vervalt», «wordt ingetrokken») and their older variants.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from doenvermogentoets.document import AmendmentKind, Target, UnitKind
from doenvermogentoets.structure.numbers import CARDINALS, ORDINALS, ordinal


class Role(Enum):
    """What an instruction does with words that it quotes."""

    OLD = auto()
    """They make room for new words."""
    GONE = auto()
    """They go, and nothing comes for them."""
    PLACE = auto()
    """New words are put beside them."""
    NEW = auto()
    """They come in."""


class Form(Enum):
    """What follows an instruction."""

    FRAME = auto()
    """Instructions follow («wordt als volgt gewijzigd:»)."""
    OPENS = auto()
    """The new text follows in paragraphs of its own."""
    INLINE = auto()
    """The new text follows in the same paragraph."""
    CLOSED = auto()
    """Nothing follows."""


@dataclass(frozen=True, slots=True)
class Instruction:
    """One instruction as read from its words.

    Attributes:
        form: what follows it.
        kind: what it does.
        target: what it amends, as far as it says so itself.
        new_start: for :attr:`Form.INLINE`: where in the text the new words start.
        quotes: ranges in the text of the words that go, come in or are a place («na «x»»), and which of these they are.
    """

    form: Form
    kind: AmendmentKind
    target: Target
    new_start: int = 0
    quotes: tuple[tuple[int, int, Role], ...] = ()


_HINT = re.compile(
    r"luid|gewijzigd|veranderd|vervang|verval|ingevoegd|toegevoegd|nummerd|letterd|ingetrokken|geschrapt|"
    r"verwijderd|doorgehaald|Wijzigt |geplaatst"
)
_QUOTED = re.compile(
    r"«([^»]{0,2000})»|‘([^‘’]{0,400})’|“([^“”]{0,400})”|\"([^\"]{0,400})\"|(?<!\w)’([^‘’]{1,200})’(?!\w)|(?<!\w)'([^'\n]{1,200})'(?!\w)"
)
_FRAME = re.compile(r"\b(?:wordt|worden) (?:[^.:«]{0,80} )?(?:als volgt gewijzigd|gewijzigd als volgt)[ ]?[:.]?$")
_TO_READ = re.compile(
    r"(?:\b(?:komt|komen)\b[^.:;«]{0,120}\bte luiden(?: als volgt)?|(?:,|\b(?:ingevoegd|toegevoegd|geplaatst|"
    r"opgenomen|door)\b)[^.:;«]{0,60}?\b(?:luidende?|luidt|luiden)(?: als volgt)?)[ ]?:"
)
_WITH_COLON = re.compile(
    r"(?:\b(?:wordt|worden)\b[^:«]{0,240}\b(?:ingevoegd|toegevoegd|geplaatst)|\b(?:wordt|"
    r"worden)\b[^:«]{0,240}\bvervangen door(?: (?:het|de) volgende[^:«]{0,60})?)[ ]?:"
)
_BY = r"(?:vervangen door|(?:gewijzigd|veranderd) in)"
# «wordt «x» vervangen door: y»: the new words without quotation marks, and no more of them than a clause
_UNQUOTED = re.compile(rf"\b(?:wordt|worden)\b[^:.;]{{0,900}}\b{_BY}[ ]?:(?= ?[^\s«‘“\"’'])")
_UNIT_WORD = (
    r"(?:artikel(?:en)?|lid|leden|(?:sub)?onderde(?:el|len)|(?:vol)?zin(?:nen|snede|sneden)?|aanhef|slotzin|"
    r"punt|puntkomma|komma|hoofdstuk(?:ken)?|paragra(?:af|fen)|afdeling(?:en)?|"
    r"titel|bijlage|alinea|woord(?:en)?|aanduiding|opschrift|tabel|rij|regel|getal|bedrag|percentage|nummer|"
    r"gedeelte|begripsomschrijving|definitie|begrip|tekst|wetsartikel)"
)
_REPLACED = re.compile(rf"\b(?:wordt|worden)\b(?=.{{0,1500}}?\b{_BY}(?!\w))", re.DOTALL)
_PLACE = (
    r"(?:artikel(?:en)?|lid|leden|(?:sub)?onderde(?:el|len)|zin|volzin|aanhef|slotzin|hoofdstuk|paragraaf|"
    r"afdeling|titel|bijlage|alinea|begripsomschrijving|tabel|opschrift|tekst|zinsnede|woord(?:en)?|definitie)"
)
_ADDED_OBJECT = rf"(?:{_UNIT_WORD}\b|[«‘“])"
_IN_SENTENCE = r"(?:[^.;]|\.\S)"
_ADDED = re.compile(
    rf"^(?:(?:Na|Aan|Voor|In|Tussen|Boven|Achter|Onder)\b[^.;]{{0,40}}?(?:\b{_PLACE}\b|"
    rf"[«‘“]){_IN_SENTENCE}{{0,400}}?|Er |Ingevoegd |Toegevoegd )"
    rf"\b(?:wordt|worden)\b(?:(?={_IN_SENTENCE}{{0,300}}?{_ADDED_OBJECT}){_IN_SENTENCE}{{0,900}}?\b(?:ingevoegd|toegevoegd|geplaatst)\b"
    rf"|{_IN_SENTENCE}{{0,60}}?\b(?:ingevoegd|toegevoegd|geplaatst),? ?(?:een |twee |drie )?(?:nieuwe? )?{_ADDED_OBJECT})"
)
_ORDINAL = "|".join(sorted((re.escape(w) for w in ORDINALS), key=len, reverse=True))
_NUM = r"(?:\d+[a-zA-Z]{0,3}(?:[.:]\d+[a-z]{0,3}|[.:][a-z](?![a-z]))*|[IVXLC]+[a-zA-Z]?\b)"
# An atomic group: «de» fits two alternatives, and trying both for every word of a long enumeration takes exponential time.
_CITE_WORD = (
    rf"(?>(?:[Aa]rtikel(?:en)?|[Hh]et|[Dd]e|[Dd]it|[Dd]at|lid|leden|(?:[Ss]ub)?[Oo]nderde(?:el|len)|[Oo]nder|"
    rf"aanhef|(?:vol)?zin(?:nen)?|(?:{_ORDINAL})|laatste|slotzin|en|of|tot|met|alsmede|{_NUM}|"
    rf"[a-zA-Z]{{1,3}}\d?|\d+°|[Hh]oofdstuk|[Pp]aragraaf|[Aa]fdeling|[Tt]itel|[Bb]ijlage|[Tt]abel|opschrift)(?!\w))"
)
_VERVALT = re.compile(
    rf"^(?:(?:In|Uit) )?{_CITE_WORD}(?:,? {_CITE_WORD}){{0,40}}(?:,? (?:bij|van) (?:de|"
    rf"het) [^.;:]{{3,160}}?)?,? (?:alsmede .{{0,80}})?"
    rf"(?:vervalt|vervallen|(?:wordt|worden) (?:{_CITE_WORD},? ){{0,12}}(?:geschrapt|verwijderd|doorgehaald|ingetrokken)"
    rf"|(?:komt|komen) (?:{_CITE_WORD},? ){{0,12}}te vervallen)\b"
    # «Onder vernummering van … vervalt het derde lid»: the verb comes first
    rf"|^Onder (?:vernummering|verlettering|vervanging|toevoeging|weglating) [^.;«]{{3,200}}? "
    rf"(?:(?:vervalt|vervallen)(?: in)?(?:,? {_CITE_WORD}){{1,20}}"
    rf"|(?:wordt|worden|komt|komen)(?:,? {_CITE_WORD}){{1,20}} (?:geschrapt|verwijderd|doorgehaald|ingetrokken|te vervallen))"
)
_GOES_FIRST = re.compile(r"\b(?:vervalt|vervallen)\b")
_GOES_LAST = re.compile(r"\b(?:geschrapt|verwijderd|doorgehaald|weggelaten|te vervallen)\b")
# Letters of onderdelen look like short words: «Na die dag vervalt de aanspraak» cites nothing.
_CITES = re.compile(rf"\b(?:{_UNIT_WORD}|onder|{_ORDINAL}|laatste)\b|\d", re.I)
_WITHDRAWN = re.compile(
    r"^(?:De|Het) (?:[a-zë-]+ ){0,3}(?:[A-Z][\w’'-]*(?:wet|besluit|regeling|verordening|wetboek|wetten|code)|"
    r"(?:Rijksw|W)et(?:boek)?|[Bb]esluit van|Besluit|Regeling|Verordening|Beleidsregels?|Keur|Legger|Reglement|Circulaire|Tijdelijke|"
    r"Algemene|Uitvoerings\w+)\b"
    r"[^.;]{0,400}\b(?:wordt|worden) ingetrokken\b(?! (?:indien|als|wanneer|door))"
)
_WITHDRAWN_MANY = re.compile(
    r"^(?:De volgende (?:wetten|besluiten|regelingen|verordeningen|regelgeving)|De (?:wetten|besluiten|"
    r"regelingen))\b[^.;]{0,200}\b(?:worden|wordt) ingetrokken"
)
_RENUMBERED = re.compile(
    rf"\b(?:wordt|worden)\b[^.;«]{{0,200}}\b(?:vernummerd|verletterd|genummerd|geletterd|omgenummerd)\b|^(?:Het|"
    rf"De|Artikel(?:en)?|Onderde(?:el|len)) [^.;]{{0,200}}\b{_UNIT_WORD}?\b[^.;]{{0,60}}\b(?:worden|"
    rf"wordt) (?:ver)?(?:nummerd|letterd)\b"
)
_NOTED = re.compile(r"^(?:Bevat wijzigingen|Wijzigt (?:de|het|deze|enige|enkele|diverse) )")
# «Wijzigt het inkomen, dan meldt de ouder dit»: a condition that opens with its verb; no law is named in it, or «dan» follows.
_ON_CHANGE = re.compile(
    r"^Wijzigt [^.;]{1,200}?, dan\b"
    r"|^Wijzigt (?![^,.;]*(?:[A-Z]|\b\w*(?:wet|besluit|regeling|verordening|reglement)\b))[^.;,]{1,200}, \w+t\b"
)
_START = re.compile(
    r"(?:In|Na|Aan|Voor|Onder|Er|Het|De|Artikel|Artikelen|Onderdeel|Onderdelen|Tussen|Boven|Achter|Hoofdstuk|"
    r"Paragraaf|Afdeling|Titel|Bijlage|Ingevoegd|Toegevoegd|Wijzigt|Bevat|Aanhef|Boek|Deel|Indien|Met ingang|"
    r"Vervallen|Tabel|Lid|Opschrift|Subonderdeel|Uit|§)\b|[«‘“\"’'§]"
)


_DRAFT = (
    r"(?:(?:(?:nader )?gewijzigd )?(?:voorstel(?: van (?:wet|rijkswet))?|wetsvoorstel|ontwerp[- ]?\w*(?: van \w+)?"
    r"|voorgestelde (?:wet|verordening|besluit|regeling))|initiatiefvoorstel)"
)
_CHANGES_DRAFT = re.compile(
    rf"(?:Het|De) {_DRAFT}\b[^.:;«]{{0,400}}\bwordt (?:[^.:;«]{{0,80}} )?(?:als volgt gewijzigd|gewijzigd als volgt)\s*[:.]$"
    rf"|In (?:het|de) {_DRAFT}\b[^.:;«]{{0,400}}\bworden de volgende wijzigingen aangebracht\s*[:.]$"
    r"|De (?:ondergetekende|indiener)s?n?\b[^.:;«]{0,200}\bstel(?:t|len) (?:het|de) volgende (?:gewijzigde )?"
    r"(?:sub)?amendement(?:en)? voor\s*[:.]$",
    re.IGNORECASE,
)


def changes_draft(text: str) -> bool:
    """Whether a sentence opens the changes in a draft that is still before parliament or a council: no artikel stands above it."""
    return _CHANGES_DRAFT.match(text.strip()) is not None


def read_instruction(text: str) -> Instruction | None:
    """What an instruction says, or ``None`` if the text (without its label) is not an amending instruction."""
    if not _HINT.search(text) or not _START.match(text):
        return None
    head = text[:2500]
    quotes = [(m.start(), m.end()) for m in _QUOTED.finditer(head)]
    plain = _blank(head, quotes)
    stripped = plain.rstrip()
    if _FRAME.search(stripped[-240:]) and (not text.startswith("Indien") or _BECOMES_LAW.search(plain)):
        return Instruction(Form.FRAME, AmendmentKind.VERVANGEN, target_of(plain))
    match = _TO_READ.search(plain) or _WITH_COLON.search(plain)
    if match is not None:
        kind = (
            AmendmentKind.KOMT_TE_LUIDEN
            if "te luiden" in match[0]
            else (AmendmentKind.VERVANGEN if "vervangen" in match[0] else AmendmentKind.INVOEGEN)
        )
        target = target_of(plain[: match.end()])
        rest = head[match.end() :]
        if not rest.strip():
            return Instruction(Form.OPENS, kind, target)
        start = match.end() + len(rest) - len(rest.lstrip())
        if "luid" not in match[0]:
            # «wordt «x» vervangen door: y»: words, not a provision; the quotation marks are given so that all ranges have them
            role = Role.OLD if kind is AmendmentKind.VERVANGEN else Role.PLACE
            old = tuple((s, e, role) for s, e in quotes if e <= match.end())
            return Instruction(Form.CLOSED, kind, target, quotes=(*old[-1:], (start - 1, len(head.rstrip(".; ")) + 1, Role.NEW)))
        return Instruction(Form.INLINE, kind, target, match.end() + len(rest) - len(rest.lstrip()))
    if text.startswith("Indien"):
        return None
    bare = _UNQUOTED.search(plain)
    if bare is not None and (before := [q for q in quotes if q[1] <= bare.end()]):
        start = bare.end() + len(head[bare.end() :]) - len(head[bare.end() :].lstrip())
        new = (start - 1, len(head.rstrip(".; ")) + 1, Role.NEW)
        return Instruction(
            Form.CLOSED, AmendmentKind.VERVANGEN, target_of(plain[: bare.end()]), quotes=(*_roles(plain[: bare.end()], before), new)
        )
    return _closed(text, head, plain, quotes)


def _closed(text: str, head: str, plain: str, quotes: list[tuple[int, int]]) -> Instruction | None:
    replaced = _REPLACED.search(plain)
    if replaced is not None and quotes:
        return Instruction(Form.CLOSED, AmendmentKind.VERVANGEN, target_of(plain), quotes=_roles(plain, quotes))
    if replaced is not None and re.search(rf"\b{_UNIT_WORD}\b", plain[: replaced.end() + 80]) and _START.match(text) and "slot" in plain:
        return Instruction(Form.CLOSED, AmendmentKind.VERVANGEN, target_of(plain))
    lapses = _VERVALT.match(plain)
    if (lapses is not None and _CITES.search(lapses[0])) or (quotes and _WORDS_GO.match(plain)):
        return Instruction(Form.CLOSED, AmendmentKind.VERVALLEN, target_of(plain), quotes=_roles(plain, quotes))
    if _WITHDRAWN.match(plain) or _WITHDRAWN_MANY.match(plain):
        return Instruction(Form.CLOSED, AmendmentKind.INTREKKEN, Target(regeling=law_name(plain)))
    if _NOTED.match(plain) and not _ON_CHANGE.match(plain):
        return Instruction(Form.CLOSED, AmendmentKind.VERVANGEN, target_of(plain))
    if _ADDED.match(head):
        marked = tuple((s, e, Role.PLACE if _BESIDE.search(plain[:s].rstrip()) else Role.NEW) for s, e in quotes)
        return Instruction(Form.CLOSED, AmendmentKind.INVOEGEN, target_of(plain), quotes=marked)
    if _RENUMBERED.search(plain):
        return Instruction(Form.CLOSED, AmendmentKind.VERVANGEN, target_of(plain))
    return None


_BESIDE = re.compile(r"\b(?:[Nn]a|[Vv]oor|[Aa]chter|van|[Tt]ussen)$")
_WORDS = r"(?:woord(?:en)?|zinsnede[ns]?|zinsde(?:el|len)|passages?|tekst|term(?:en)?|begrip|bedrag|getal|percentage)"
_NOUN = rf"(?: (?:het|de|een))?(?: {_WORDS})?"
_COMES = re.compile(rf"\b(?:{_BY}|ingevoegd|toegevoegd|door{_NOUN}|respectievelijk|onderscheidenlijk){_NOUN}:?$")
# A list of quoted words goes on: «a» en «b»; anything with a verb opens another instruction.
_GOES_ON = re.compile(
    r"(?=\s*(?:,|en\b|of\b|alsmede\b|respectievelijk\b|onderscheidenlijk\b))[\s,]*(?:en|of|alsmede|respectievelijk|onderscheidenlijk)?"
    r"[\s,]*(?:telkens )?(?:de woorden|het woord|de zinsnede)?[\s,]*"
)
_OF_TERM = re.compile(r"\b\w*(?:omschrijving|bepaling|definitie) van(?: (?:het begrip|de term))?$")
_WORDS_GO = re.compile(
    r"(?:In |Uit )?[^.;]{0,200}?\b(?:(?:vervalt|vervallen)\b[^.;«‘“\"]{0,60}?[«‘“\"’']"
    rf"|(?:wordt|worden|komt|komen),? (?:telkens )?(?:(?:het|de) {_WORDS} )?[«‘“\"'].{{1,600}}?[»’”\"'],? (?:telkens )?"
    r"(?:geschrapt|verwijderd|doorgehaald|weggelaten|te vervallen)\b)"
)


def _roles(plain: str, quotes: list[tuple[int, int]]) -> tuple[tuple[int, int, Role], ...]:
    """What happens to each quotation of an instruction that replaces words, and maybe strikes or inserts others too."""
    marked: list[tuple[int, int, Role]] = []
    for i, (start, end) in enumerate(quotes):
        since = plain[quotes[i - 1][1] if i else 0 : start]
        until = plain[end : quotes[i + 1][0] if i + 1 < len(quotes) else len(plain)]
        before = since.rstrip()
        listed = bool(marked) and _GOES_ON.fullmatch(since) is not None
        if _COMES.search(before):
            role = Role.NEW
        elif listed:
            role = marked[-1][2]
        elif before.endswith("aanduiding") or (i + 1 < len(quotes) and _OF_TERM.search(before)):
            continue
        elif re.search(r"\b(?:na|voor|achter|tussen)$", before):
            role = Role.PLACE
        elif _GOES_FIRST.search(since) or _GOES_LAST.search(until.partition(" en ")[0]):
            role = Role.GONE
        elif i + 1 < len(quotes) and not _GOES_ON.fullmatch(until) and not _COMES.search(until.rstrip()):
            continue  # «In de omschrijving van «x» wordt «a» vervangen door «b»»: it says where
        else:
            role = Role.OLD
        marked.append((start, end, role))
    return tuple(marked)


def _blank(text: str, ranges: list[tuple[int, int]]) -> str:
    """The text with the inside of quotations replaced by spaces, so that positions stay."""
    out = []
    at = 0
    for start, end in ranges:
        out.append(text[at : start + 1])
        out.append(" " * max(end - start - 2, 0))
        at = max(end - 1, start + 1)
    out.append(text[at:])
    return "".join(out)


# -- what is amended ----------------------------------------------------------------------------------------------------

_ARTIKEL = re.compile(rf"\b[Aa]rtikel(?:en)? ({_NUM})(?![\w°])")
_NEW_ARTIKEL = re.compile(rf"\bnieuw artikel ({_NUM})")
_LID = re.compile(
    rf"(?<!na het )(?<!voor het )(?<!tot )\b({_ORDINAL})(?:,? (?:en|of|tot en met|tot|,)? ?(?:het )?(?:{_ORDINAL}))* (?:lid|leden)\b",
    re.IGNORECASE,
)
_LID_NUMBER = re.compile(r"\blid (\d+[a-z]?)\b")
_ONDERDEEL = re.compile(
    r"(?<!na )(?<!voor )(?<!van de )(?<!van )(?<!slot van )\b(?:[Oo]nderde(?:el|len)|onder) ([a-z]{1,2}\d?|\d+°?|[A-Z][a-z]?)(?![\w])"
)
_ASIDE = re.compile(
    r"\b[Oo]nder (?:ver(?:nummering|lettering|vanging)|toevoeging|weglating)\b.{0,300}?(?=, (?!en\b|alsmede\b)|"
    r"\b(?:wordt|worden|vervalt|vervallen|komt|komen|twee|drie|een)\b|$)"
)
_DIVISION = re.compile(r"\b([Hh]oofdstuk|[Pp]aragraaf|[Aa]fdeling|[Tt]itel|[Bb]ijlage|[Bb]oek)(?: ([\w.:]+))?")
_OF_LAW = re.compile(
    r"\b(?:van|bij) (?:de |het )?((?:(?:Rijksw|W)et|Algemene|Besluit|[A-Z][\w’'-]*(?:wet|besluit|regeling|"
    r"verordening|wetboek)|Wetboek|Burgerlijk|Regeling|Invoerings\w*|Uitvoerings\w*|Tijdelijke|"
    r"Verordening)\b.*)"
)
_LAW_SUBJECT = re.compile(r"^(?:(?:De |Het )([A-Z].{2,300}?)|(Boek \w+ van het [A-Z].{2,100}?)),? (?:wordt|worden)\b")
_NAME_END = re.compile(r",? (?:wordt|worden|vervalt|vervallen|komt|komen|luidt|luiden|is|zijn)\b|[,;:.](?: |$)|[,;:.]$")


def law_name(text: str) -> str | None:
    """The name of the amended law in an instruction, if it names one."""
    subject = _LAW_SUBJECT.match(text)
    if subject is not None:
        return (subject[1] or subject[2]).strip()
    match = _OF_LAW.search(text)
    if match is None:
        if _NOTED.match(text):
            return re.sub(r"^Wijzigt (?:de |het )?", "", text).rstrip(". ") or None
        return None
    name = match[1]
    end = _NAME_END.search(name)
    name = (name[: end.start()] if end else name).strip()
    return name or None


_BECOMES_LAW = re.compile(r"\btot wet (?:is|wordt|zal)\b|\b(?:is|wordt) (?:of (?:is|wordt) )?verheven\b|\bin werking (?:is ge)?treed?t")
"""A condition on another bill or law: what follows is an instruction, as in a novelle or a provision on concurrence."""
_MAIN_CLAUSE = re.compile(r", (?:dan )?(?=(?:wordt|worden|komt|komen|vervalt|vervallen)\b)")
_THAT_LAW = re.compile(r"\b(?:die|laatstgenoemde|eerstgenoemde|bedoelde|de genoemde) (?:rijks)?wet\b|\bdat (?:besluit|voorstel)\b")
_BRACKETED_LAW = re.compile(r"\(((?:[A-Z][\w’'-]*)(?: [^()]{0,160})?)\)")


def _after_condition(plain: str) -> tuple[str, str]:
    """The condition that an instruction opens with («Indien het voorstel … tot wet is verheven») and what is instructed then."""
    if not plain.startswith("Indien"):
        return "", plain
    clauses = list(_MAIN_CLAUSE.finditer(plain))
    return (plain[: clauses[-1].start()], plain[clauses[-1].end() :]) if clauses else ("", plain)


def _that_law(condition: str) -> str | None:
    """The law that «die wet» after a condition is: the short title in brackets, else the last one that is named."""
    named = [m[1] for m in _BRACKETED_LAW.finditer(condition) if re.search(r"[Ww]et|[Bb]esluit|[Rr]egeling", m[1])]
    last = condition
    while (match := _OF_LAW.search(last, 1)) is not None:
        last = last[match.start() :]
    return named[-1] if named else law_name(last)


def target_of(plain: str) -> Target:
    """What an instruction amends; ``plain`` has its quotations blanked."""
    condition, plain = _after_condition(plain)
    text = _ASIDE.sub(lambda m: " " * len(m[0]), plain)
    regeling = law_name(plain)
    if regeling is None and condition and _THAT_LAW.search(plain):
        regeling = _that_law(condition)
    artikel = _NEW_ARTIKEL.search(text) or _ARTIKEL.search(text)
    lid_match = _LID.search(text)
    number_match = _LID_NUMBER.search(text)
    lid = None
    if lid_match is not None:
        value = ordinal(lid_match[1])
        lid = str(value) if value else None
    elif number_match is not None:
        lid = number_match[1]
    onderdeel = _ONDERDEEL.search(text)
    if artikel is None and lid is None and onderdeel is None:
        division = _DIVISION.search(text)
        if division is not None:
            return Target(regeling=regeling, kind=UnitKind(division[1].lower()), number=division[2])
    return Target(artikel[1] if artikel else None, lid, onderdeel[1].rstrip("°") if onderdeel else None, regeling)


def inherit(target: Target, above: Target | None) -> Target:
    """The target of an instruction inside another: what it leaves out it has from there."""
    if above is None:
        return target
    regeling = target.regeling or above.regeling
    if target.artikel is not None or (target.kind is not UnitKind.ARTIKEL and target.number):
        return Target(target.artikel, target.lid, target.onderdeel, regeling, target.kind, target.number)
    if above.artikel is None:
        return Target(None, target.lid, target.onderdeel, regeling, above.kind, above.number)
    if target.lid is not None:
        return Target(above.artikel, target.lid, target.onderdeel, regeling)
    if target.onderdeel is not None:
        onderdeel = f"{above.onderdeel}.{target.onderdeel}" if above.onderdeel else target.onderdeel
        return Target(above.artikel, above.lid, onderdeel, regeling)
    return Target(above.artikel, above.lid, above.onderdeel, regeling)


def announced(text: str) -> int:
    """How many artikelen an instruction announces; 0 if it announces none."""
    words = text.lower().split()
    for i, word in enumerate(words):
        if word.startswith(("artikel", "hoofdstuk", "paragraaf", "paragrafen", "afdeling")) and i:
            count = next((CARDINALS[w] for w in reversed(words[max(0, i - 2) : i]) if w in CARDINALS), None)
            if count is not None:
                return count if word.startswith("artikel") else 1000
    return 0

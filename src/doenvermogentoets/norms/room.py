"""Softening words: hardship clauses and the narrower ways out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from doenvermogentoets.norms.lexicon import load
from doenvermogentoets.norms.model import UitwegSoort

Phrases = dict[str, list[tuple[tuple[str, ...], UitwegSoort]]]


@lru_cache(maxsize=1)
def _phrases() -> Phrases:
    data = load("terms")
    out: Phrases = {}
    for phrase in data["hardheid"]["frasen"]:
        words = tuple(phrase.split())
        out.setdefault(words[0], []).append((words, UitwegSoort.HARDHEIDSCLAUSULE))
    for soort, phrases in data["uitweg"].items():
        for phrase in phrases:
            words = tuple(phrase.split())
            out.setdefault(words[0], []).append((words, UitwegSoort(soort)))
    for entries in out.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return out


# Words of excuse whose «niet» or «mate» stands apart from them: «de mate waarin de gedraging aan hem kan worden verweten»,
# «dat dit niet aan hem is toe te rekenen».
_APART = {
    "verweten": UitwegSoort.VERWIJTBAARHEID,
    "rekenen": UitwegSoort.VERWIJTBAARHEID,
    "verwijtbaar": UitwegSoort.VERWIJTBAARHEID,
    "toegerekend": UitwegSoort.VERSCHONING,
    "aangerekend": UitwegSoort.VERSCHONING,
    "tegengeworpen": UitwegSoort.VERSCHONING,
    "wijten": UitwegSoort.VERSCHONING,
    "gevergd": UitwegSoort.BIJZONDERE_OMSTANDIGHEDEN,
    "kwijt": UitwegSoort.KWIJTSCHELDING,
}


# «alsnog ingevorderd»: another chance for the authority.
_TAKES = frozenset(
    [
        "ingevorderd",
        "teruggevorderd",
        "gevorderd",
        "geheven",
        "nageheven",
        "opgelegd",
        "geïnd",
        "ingetrokken",
        "afgewezen",
        "geweigerd",
        "verschuldigd",
    ]
)


_NOT = frozenset(["niet", "geen", "evenmin"])


def _apart(words: Sequence[str], i: int) -> bool:
    before = words[max(0, i - 14) : i]
    if words[i] in ("wijten", "toegerekend", "aangerekend") and "en" in before:
        # «indien geen verklaring wordt afgegeven en dit te wijten is aan het bureau»: the negation is of another clause
        before = before[len(before) - before[::-1].index("en") :]
    if words[i] == "verweten":
        return "mate" in before or not _NOT.isdisjoint(before[-9:])
    if words[i] == "kwijt":
        return not {"scheldt", "schelden"}.isdisjoint(before)
    if words[i] == "gevergd":
        return "redelijkerwijs" in before and "niet" in before
    if words[i] != "rekenen":
        return not _NOT.isdisjoint(before[-9:])
    return tuple(before[-2:]) == ("toe", "te") and "niet" in before[-9:]


# What can be refused in so many words; an excuse or a matter of policy is not «verleend».
_REFUSABLE = frozenset(
    (
        UitwegSoort.HERSTEL,
        UitwegSoort.VERLENGING,
        UitwegSoort.BETALINGSREGELING,
        UitwegSoort.KWIJTSCHELDING,
        UitwegSoort.MATIGING,
        UitwegSoort.ONTHEFFING,
    )
)
_AUXILIARIES = frozenset(("wordt", "worden", "is", "zijn", "kan", "kunnen", "blijft", "blijven", "vindt", "bestaat", "behoort"))
_NO = frozenset(("niet", "nimmer", "nooit", "geen", "uitgesloten", "achterwege"))
_CASES = frozenset(
    (
        "indien",
        "tenzij",
        "wanneer",
        "als",
        "ingeval",
        "geval",
        "gevallen",
        "zolang",
        "mits",
        "zover",
        "behoudens",
        "behalve",
        "dan",
        "anders",
        "slechts",
        "meer",
    )
)


def refused(words: Sequence[str], first: int, last: int) -> bool:
    """Whether a sentence names a way out (tokens ``first`` to ``last``) to say that there is none.

    «Uitstel van betaling of betaling in gedeelten wordt niet verleend»: refused in no case whatever, or the other cases would have it.
    """
    if not _CASES.isdisjoint(words):
        return False
    if "geen" in words[max(0, first - 2) : first]:
        return True
    for j in range(last + 1, min(last + 16, len(words))):
        if words[j] in (";", ":"):
            return False
        if words[j] in _AUXILIARIES:
            return not _NO.isdisjoint(words[j + 1 : j + 5])
    return False


@lru_cache(maxsize=1)
def _pairs() -> tuple[frozenset[str], dict[str, UitwegSoort]]:
    data = load("terms")["uitweg_samen"]
    nouns = dict.fromkeys(data["reden"], UitwegSoort.DRINGENDE_REDEN)
    return frozenset(data["bijvoeglijk"]), {**nouns, **dict.fromkeys(data["omstandigheid"], UitwegSoort.BIJZONDERE_OMSTANDIGHEDEN)}


def _pair(words: Sequence[str], i: int) -> tuple[int, int, UitwegSoort] | None:
    """«dringende reden», «zwaarwegende persoonlijke redenen», «een uitzonderlijke situatie»."""
    adjectives, nouns = _pairs()
    if words[i] not in adjectives:
        return None
    for j in (i + 1, i + 2):
        if j < len(words) and words[j] in nouns:
            return (i, j, nouns[words[j]]) if j == i + 1 or words[i + 1].endswith(("e", "end")) or words[i + 1] in adjectives else None
    return None


_HARSH = ("onbillijk", "onredelijk", "onevenredig", "onaanvaardba", "onbedoeld", "ongewenst", "onrechtvaardig", "schrijnend")
_LEADS = frozenset(["leidt", "leiden", "voert", "resulteert", "uitpakt", "uitpakken"])
_APPLIED = frozenset(["toepassing", "toepassen", "toegepast", "onverkorte", "strikte", "naleving", "uitvoering", "hantering", "onverkort"])
_REACH = 40  # tokens between «toepassing» and what it leads to: the provision that is applied may have a long name


def _too_hard(words: Sequence[str], i: int) -> bool:
    """«waarin de toepassing van dit besluit tot een onredelijke uitkomst leidt»: the measure of a hardship clause in other words."""
    if not words[i].startswith(_HARSH):
        return False
    before = words[max(0, i - _REACH) : i]
    return not _APPLIED.isdisjoint(before) and not _LEADS.isdisjoint((*before[-12:], *words[i : i + 12]))


_OUTCOMES = frozenset(["gevolg", "gevolgen", "uitkomst", "uitkomsten", "nadeel", "nadelen", "uitwerking"])
_NEAR = 12  # tokens between «gevolgen» and what they are called


def _outcome_too_hard(words: Sequence[str], i: int) -> bool:
    """«indien de gevolgen voor de ouder onevenredig zijn»: what is weighed is how the case turns out, apart from its adjective."""
    if not words[i].startswith(_HARSH) or not _NOT.isdisjoint(words[max(0, i - 2) : i]):
        return False
    for j in range(i - 1, max(-1, i - _NEAR), -1):
        if words[j] in _OUTCOMES:
            return True
        if words[j] in (",", ";", ".", ":"):
            return False
    return False


_REACH_OFF = 10  # tokens between «ziet» and its «af»


def _sees_off(words: Sequence[str], i: int) -> bool:
    """«ziet van terugvordering af»: the verb and its particle with what is given up between them."""
    if words[i] not in ("ziet", "zien"):
        return False
    between = words[i + 1 : i + _REACH_OFF]
    return "af" in between and "van" in between[: between.index("af")] and not {",", ";", ":"} & set(between[: between.index("af")])


_PAID = frozenset(["betaling", "terugbetaling", "aflossing", "voldoening", "betaald", "terugbetaald", "voldaan", "afgelost"])
_PARTS = frozenset(["termijnen", "gedeelten", "gedeeltes"])


def _in_parts(words: Sequence[str], i: int) -> bool:
    """«De terugbetaling kan in termijnen plaatsvinden»: payment in parts, allowed and not prescribed."""
    if words[i] not in _PARTS or i == 0 or words[i - 1] != "in":
        return False
    near = words[max(0, i - 12) : i + 6]
    return not _PAID.isdisjoint(near) and not {"kan", "kunnen", "mag"}.isdisjoint(near)


def find(words: Sequence[str]) -> list[tuple[int, int, UitwegSoort]]:
    """Softening phrases as (first, last, kind), tokens inclusive."""
    phrases = _phrases()
    out = []
    for i, word in enumerate(words):
        if _too_hard(words, i):
            out.append((i, i, UitwegSoort.HARDHEIDSCLAUSULE))
            continue
        if _outcome_too_hard(words, i):
            out.append((i, i, UitwegSoort.BIJZONDERE_OMSTANDIGHEDEN))
            continue
        if _sees_off(words, i):
            out.append((i, i, UitwegSoort.AFZIEN))
            continue
        if _in_parts(words, i):
            out.append((i - 1, i, UitwegSoort.BETALINGSREGELING))
            continue
        if word in _APART and _apart(words, i):
            out.append((i, i, _APART[word]))
            continue
        pair = _pair(words, i)
        if pair is not None and not (word == "bijzondere" and "voortvloeiende" in words[i : i + 6]):
            out.append(pair)
            continue
        for phrase, soort in phrases.get(word, ()):
            if word == "alsnog" and not _TAKES.isdisjoint(words[i + 1 : i + 4]):
                continue
            if word == "afgezien" and i and words[i - 1] == "hebben":
                continue  # «wordt geacht te hebben afgezien»
            if (word == "afzien" and i and words[i - 1] in ("tot", "het", "van")) or (
                word == "bijzondere" and "voortvloeiende" in words[i : i + 6]
            ):
                continue
            if len(phrase) == 1 or tuple(words[i : i + len(phrase)]) == phrase:
                if soort in _REFUSABLE and refused(words, i, i + len(phrase) - 1):
                    break
                out.append((i, i + len(phrase) - 1, soort))
                break
    return out

"""The kind of norm of a main clause, after the main clause (De Maat and Winkels 2008, 2010)."""

from __future__ import annotations

import re

from doenvermogentoets.norms import clauses, facts as reading
from doenvermogentoets.norms.actors import Actor
from doenvermogentoets.norms.clauses import Clause
from doenvermogentoets.norms.facts import Facts
from doenvermogentoets.norms.model import Soort

_REGELGEVING = re.compile(
    r" (?:bij of krachtens|bij|krachtens|in een|door) (?:een |de |ministeriële regeling of |een ministeriële regeling of )?"
    r"(?:algemene maatregel van (?:rijks)?bestuur|amvb|ministeriële regeling|regeling van onze|verordening|gemeentelijke verordening|provinciale verordening|omgevingsverordening|koninklijk besluit|regeling van de minister|besluit van algemene strekking|huisvestingsverordening|ministerieel besluit|regeling)\b"
)
_REGELS = re.compile(
    r" (?:(?:nadere |aanvullende |andere |afwijkende |bijzondere |algemene |procedurele |tijdelijke )*(?:regels|regelen|voorschriften|voorwaarden en beperkingen)|beleidsregels|een verordening|bij verordening) "
)
_WET = frozenset(
    "wet wetten besluit regeling verordening artikel artikelen hoofdstuk titel afdeling paragraaf lid onderdeel rijkswet wijzigingswet invoeringswet paragrafen".split()
)
_INWERKING = re.compile(r" (?:inwerkingtreding|treedt in werking|treden in werking|in werking (?:is |zijn )?(?:treedt|treden|getreden)) ")
_CITEER = re.compile(r" (?:wordt|worden|kan worden) aangehaald als |citeertitel")
_WIJZIGT = re.compile(r"^ (?:wijzigt|\[? ?wijzigt|dit artikel is vervallen|\[? ?vervallen|bevat wijzigingen) ")
_AMENDING = re.compile(
    r" (?:komt te luiden|komen te luiden|wordt vervangen door|worden vervangen door|wordt ingevoegd|worden ingevoegd|wordt toegevoegd|worden toegevoegd|wordt als volgt gewijzigd|worden als volgt gewijzigd|wordt verletterd|vernummerd tot|komt te vervallen|komen te vervallen|wordt een \w+ ingevoegd|luidt als volgt) "
)
_DEFINITIE = re.compile(
    r" (?:verstaan|gelijkgesteld|gelijk gesteld|mede begrepen|mede verstaan|tevens verstaan|wordt begrepen|worden begrepen|aangemerkt|aangeduid|heet|heten|mede gerekend) | wordt bedoeld met | onder .{1,160} (?:valt|vallen) "
)
_VAN_TOEPASSING = re.compile(
    r" (?:van (?:overeenkomstige )?toepassing|buiten toepassing|toepassing vindt|vindt toepassing|overeenkomstige toepassing|vinden toepassing|toepassing vinden) "
)
_WAARDE = re.compile(
    r" (?:bedraagt|bedragen|is gelijk aan|zijn gelijk aan|gelijk aan|berekend|afgerond|vermenigvuldigd|belopen|beloopt|wordt vastgesteld op|worden vastgesteld op|gesteld op|het tarief|ten hoogste €) "
)
_RECHT = re.compile(
    r" (?:heeft|hebben|bestaat|bestaan|behoudt|behouden|houdt) .{0,400}?(?:recht|aanspraak)\b| (?:recht|aanspraak) (?:heeft|hebben|bestaat) | komt? .{0,200}in aanmerking | komen .{0,200}in aanmerking "
)
_STRAF = re.compile(
    r" (?:wordt|worden) .{0,200}gestraft | strafbaar feit | strafbare feiten | is strafbaar | (?:is|zijn) (?:een )?(?:overtreding|misdrijf|misdrijven|overtredingen) | hechtenis | gevangenisstraf van | geldboete van de "
)
_RECHTSGEVOLG_WOORDEN = frozenset(
    "vervalt vervallen eindigt eindigen nietig geacht herleeft herleven ontstaat ontstaan verjaart verjaren".split()
)

_OVERHEIDSZAKEN = frozenset(
    """verslag jaarverslag begroting jaarrekening tweede eerste kamer staten-generaal staatscourant staatsblad overleg advies adviseert commissie plan jaarplan beleidsplan gedragscode
    gemeenteraad raad reglement werkwijze samenstelling leden voorzitter secretaris benoemd benoemt benoemen herbenoemd bezoldiging evaluatie ontwerp voordracht mandaat archief
    rijksbijdrage financiering uitkering_gemeenten gemeentefonds provinciefonds""".split()
)
_BURGERZAAK = frozenset(
    """aanvraag aanvragen vergunning vergunningen ontheffing uitkering uitkeringen bijstand toeslag tegemoetkoming subsidie beschikking beschikkingen boete maatregel toestemming verblijfsvergunning omgevingsvergunning
    voorziening voorzieningen vrijstelling erkenning registratie inschrijving aanslag navorderingsaanslag naheffingsaanslag belasting premie lening voorschot pensioen kinderbijslag inkomensvoorziening toelating certificaat
    budget persoonsgebonden huisvestingsvergunning last dwangsom bestuursdwang vordering terugvordering bedrag betaling studiefinanciering ontslag vrijheidsbeneming bewaring indicatie indicatiebesluit
    teruggaaf kwijtschelding uitstel besluit voorschriften machtiging arbeidsondersteuning woning woonruimte huurprijs verzoek bezwaar tewerkstellingsvergunning vergoeding bekostiging concessie aanwijzing""".split()
)


def core_text(facts: Facts, clause: Clause) -> str:
    """The words of a clause at its own level, with a space at both ends."""
    words = facts.words
    return f" {' '.join(words[j] for j in clause.core)} "


def kinds(facts: Facts, clause: Clause, core: str, actor: Actor | None, door: Actor | None, heading: str) -> list[Soort]:
    """The kinds of norm of a main clause; empty when it is no norm."""
    words = facts.words
    finite = words[clause.finite]
    first_verb = clause.verbs[0] if clause.verbs else None
    klassen = {v.klas for v in clause.verbs}
    rol = actor.rol if actor else None
    subject_words = words[clause.first : clause.finite]
    if _STRAF.search(core):
        return [Soort.STRAF]
    if _is_slot(facts, clause, core, subject_words):
        return [Soort.SLOT]
    if _is_delegation(core, clause, rol, finite):
        return [Soort.DELEGATIE]
    if _DEFINITIE.search(core) and rol != "burger" and not (clause.modal and "overheid" == rol):
        return [Soort.DEFINITIE]
    if _VAN_TOEPASSING.search(core):
        return [Soort.TOEPASSELIJKHEID]
    if " verboden " in core or " niet toegestaan " in core or finite in ("mag", "mogen") and clause.negated:
        return [Soort.VERBOD]
    if rol != "overheid" and _RECHT.search(core):
        return [Soort.RECHT]
    if finite in ("mag", "mogen") and rol != "overheid":
        return [Soort.RECHT]
    if finite in ("kan", "kunnen") and rol == "burger" and not clause.passive:
        return [Soort.RECHT]
    if (
        finite in ("kan", "kunnen")
        and (" beroep " in core or " bezwaar " in core)
        and ("ingesteld" in clause.words or "instellen" in clause.words or "worden gemaakt" in core)
    ):
        return [Soort.RECHT]
    if "bevoegd" in clause.words and finite in clauses.COPULAS:
        return [Soort.RECHT if rol == "burger" else Soort.BEVOEGDHEID]
    if _WAARDE.search(core) and not (rol and not clause.passive):
        return [Soort.WAARDE]
    if not (rol and "besluit" in klassen and not clause.passive) and (
        _RECHTSGEVOLG_WOORDEN & clause.words or " van rechtswege " in core or finite in ("gaat", "gaan") and " over " in core and not rol
    ):
        return [Soort.RECHTSGEVOLG]
    if first_verb is not None and any(v.klas == "besluit" for v in clause.verbs) and _is_decision(facts, clause, core, rol, door):
        return [Soort.BEVOEGDHEID]
    if rol == "burger" or door is not None and door.rol == "burger":
        if clause.negated and not clause.modal and finite not in clauses.COPULAS | clauses.PASSIVES | clauses.PERFECTS and _verbods(core):
            return [Soort.VERBOD]
        return [Soort.PLICHT]
    if rol == "overheid" or door is not None:
        return [Soort.PLICHT if _touches_citizen(facts, clause) else Soort.PROCEDURE]
    if finite in ("geldt", "gelden"):
        return [Soort.TOEPASSELIJKHEID if not (" als " in core) else Soort.RECHTSGEVOLG]
    if clause.passive and "handeling" in klassen and "besluit" not in klassen:
        return [Soort.PLICHT]
    if finite in ("moet", "moeten", "dient", "dienen") and clause.modal:
        return [Soort.PLICHT]
    if first_verb is not None and first_verb.klas == "waarde":
        return [Soort.WAARDE]
    if clause.passive or clause.verbs:
        if "rechtsgevolg" in klassen and not clause.passive:
            return [Soort.RECHTSGEVOLG]
        return [Soort.PLICHT if _touches_citizen(facts, clause) and clause.passive else Soort.PROCEDURE]
    return [Soort.PROCEDURE] if finite in clauses.COPULAS else []


def _verbods(core: str) -> bool:
    return " geen " in core or " niet " in core


def _is_slot(facts: Facts, clause: Clause, core: str, subject_words: tuple[str, ...]) -> bool:
    if _CITEER.search(core) or " in werking " in core and ("treedt" in clause.words or "treden" in clause.words):
        return True
    if _WIJZIGT.search(facts.text) or _AMENDING.search(core):
        return True
    about_law = bool(_WET & set(subject_words[:8])) and "besluiten" not in subject_words
    if about_law and ({"vervalt", "vervallen", "ingetrokken"} & clause.words):
        return True
    return False


def _is_delegation(core: str, clause: Clause, rol: str | None, finite: str) -> bool:
    if rol == "burger":
        return False
    by_rule = bool(_REGELGEVING.search(core))
    if by_rule and (clause.passive or clause.modal) and "regels" in clause.words:
        return True
    if (
        by_rule
        and clause.passive
        and clause.verbs
        and (
            set(v.infinitive for v in clause.verbs)
            & {
                "stellen",
                "vaststellen",
                "bepalen",
                "aanwijzen",
                "regelen",
                "geven",
                "wijzigen",
                "uitzonderen",
                "verklaren",
                "stellen",
                "herzien",
                "aanpassen",
            }
        )
    ):
        return True
    if (
        by_rule
        and rol == "overheid"
        and clause.verbs
        and (
            set(v.infinitive for v in clause.verbs)
            & {"stellen", "vaststellen", "bepalen", "aanwijzen", "regelen", "geven", "wijzigen", "verklaren"}
        )
    ):
        return True
    if _REGELS.search(core) and (
        {"gesteld", "stellen", "stelt", "vastgesteld", "vaststellen", "stelt", "gegeven", "geeft", "geven"} & clause.words
    ):
        return "voorschriften" not in clause.words or "regels" in clause.words or by_rule
    return False


def _is_decision(facts: Facts, clause: Clause, core: str, rol: str | None, door: Actor | None) -> bool:
    if rol == "burger" and not clause.passive or door is not None and door.rol == "burger":
        return False
    if rol is None and not clause.passive and facts.words[clause.finite] not in clauses.COPULAS and not clause.modal:
        return False
    verbs = [v for v in clause.verbs if v.klas == "besluit"]
    if any(v.richting == "nadelig" for v in verbs):
        return not (_OVERHEIDSZAKEN & clause.words) or bool(_BURGERZAAK & clause.words)
    if _BURGERZAAK & facts.vocabulary:
        return True
    return any(a.rol == "burger" for a in facts.actors)


def _touches_citizen(facts: Facts, clause: Clause) -> bool:
    return any(a.rol == "burger" for a in reading.actors_in(facts, clause.first, clause.last))

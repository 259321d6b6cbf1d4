"""The kind of norm of a main clause, after the main clause (De Maat and Winkels 2008, 2010)."""

from __future__ import annotations

import re

from doenvermogentoets.norms import clauses, grammar, lookalikes, reach, stated, unnamed, within
from doenvermogentoets.norms.actors import Actor, role_of_phrase
from doenvermogentoets.norms.clauses import Clause
from doenvermogentoets.norms.decided import decided_infinitive, decided_noun, names_decision
from doenvermogentoets.norms.decisions import OORDEEL, PERMITS, is_decision, is_dropped, is_offence
from doenvermogentoets.norms.documents import content_of
from doenvermogentoets.norms.facts import Facts, subject
from doenvermogentoets.norms.heads import forbids, head, is_a, nominal_predicate, own_text, qualifies
from doenvermogentoets.norms.lexicon import pattern, words
from doenvermogentoets.norms.matter import (
    between_governments,
    citizen_matter,
    citizen_word,
    state_word,
    touches_citizen,
    touches_party,
)
from doenvermogentoets.norms.model import Soort
from doenvermogentoets.norms.persons import agentive
from doenvermogentoets.norms.senses import (
    CITEER,
    ON_REQUEST,
    has_done,
    is_delegation,
    is_effect,
    is_indexation,
    is_right,
    is_slot,
    is_value,
    obligation,
    owed,
    takes_decision,
    with_power,
)
from doenvermogentoets.norms.things import BORNE, PAYING, borne_by, by_law, holds, secured, stays_in_force, supposes, unpaid

_VERVALLEN = re.compile(r"^ (?:\[ )?(?:vervallen|door vernummering vervallen)[ .\]]")
_DEFINITIE = pattern("classify", "definitie")
_VAN_TOEPASSING = pattern("classify", "van_toepassing")
_STRAF = pattern("classify", "straf")
# «daaronder tevens begrepen» only says what a word covers; it makes no definition of the clause.
_ASIDE = re.compile(r" (?:daaronder|daarin|hieronder|waaronder)(?: (?:mede|tevens|niet|ook|in ieder geval))? begrepen ")
_ONVERLET = re.compile(r" (?:laat|laten) [^.;]{0,300}(?:onverlet|onaangetast) ")

_BETALEN = words("classify", "betalen")
_ONDERZOEKEN = words("classify", "onderzoeken")
_RECHTERLIJK = words("classify", "rechterlijk")
_COURTS = ("rechter", "rechtbank", "rechtbanken", "gerechtshof", "gerecht", "hof")
_ZITTING = words("classify", "zitting")
_CATEGORIES = frozenset(["categorie", "categorieën", "gevallen", "activiteiten", "activiteit", "gebieden", "stoffen", "goederen"])
_RULINGS = frozenset(["gegrond", "ongegrond", "niet-ontvankelijk"])
_PROVISION = frozenset(["artikel", "artikelen", "lid", "besluit", "wet", "regeling", "afdeling", "hoofdstuk"])
_REMEDIES = frozenset(["beroep", "bezwaar", "verzet", "cassatie", "vordering", "rechtsvordering", "onderzoek"])
_HANDING_OVER = frozenset(["verstrekken", "overleggen", "indienen", "aanvragen", "betalen", "melden", "bijvoegen", "vermelden", "bewaren"])


def kinds(facts: Facts, clause: Clause, core: str, actor: Actor | None, door: Actor | None) -> list[Soort]:
    """The kinds of norm of a main clause; empty when it is no norm."""
    if _VERVALLEN.search(facts.text):
        return []
    finite = facts.words[clause.finite]
    rol = actor.rol if actor else None
    klassen = {v.klas for v in clause.verbs}
    if actor is not None and rol == "overheid" and facts.words[actor.last] in _PARLIAMENT and facts.words[actor.first] in _CHAMBERS:
        return [Soort.PROCEDURE]
    if _MANDATE & clause.words and any(v.infinitive in ("verlenen", "geven") for v in clause.verbs) and (rol != "burger" or clause.passive):
        return [Soort.PROCEDURE]
    own = own_text(facts, clause, core)
    if _STRAF.search(own) and not (rol == "overheid" and not clause.passive and not stated.court_punishes(facts, clause, actor)):
        return [Soort.STRAF]
    if is_offence(facts, clause):
        return [Soort.BEVOEGDHEID]
    if finite in clauses.COPULAS and _VAN_TOEPASSING.search(own) and rol != "overheid":
        return [Soort.TOEPASSELIJKHEID]
    if finite in ("is", "was") and "sprake" in clause.words and rol != "overheid" and not clause.modal and facts.parse.subs:
        return [Soort.DEFINITIE]  # «Van een inbreuk is sprake indien»
    if finite in clauses.COPULAS and "aansprakelijk" in clause.words:
        return [Soort.RECHTSGEVOLG]
    if finite in clauses.COPULAS and _ALLOWS & {v.infinitive for v in clause.verbs} and not clause.negated and rol != "overheid":
        return [Soort.RECHT]
    if (rol == "overheid" or (rol is None and clause.passive)) and finite in ("kan", "kunnen") and stated.own_time(facts, clause):
        return [Soort.PROCEDURE]
    if stated.withdraws_rules(facts, clause) and door is None:
        return [Soort.SLOT]
    if is_delegation(own, clause, rol) and not CITEER.search(core) and " in werking " not in core:
        return with_power(facts, clause)
    if is_slot(facts, clause, core):
        return [Soort.SLOT]
    if " in werking " in core and (finite in ("treedt", "treden") or any(v.infinitive == "treden" for v in clause.verbs)):
        starting = head(facts, clause)
        if {"richtlijn", "richtlijnen"} & clause.words:
            return [Soort.TOEPASSELIJKHEID]  # from when a change of European law counts for this text
        return [Soort.RECHTSGEVOLG if citizen_word(starting) and starting != "maatregel" else Soort.PROCEDURE]
    if _ONVERLET.search(core):
        return [Soort.TOEPASSELIJKHEID]
    if finite in ("moet", "moeten", "dient", "dienen") and clause.modal and not clause.negated:
        return [obligation(facts, clause, rol, door)]
    if finite in ("mag", "mogen") and _ONLY & clause.words and rol != "overheid" and not clause.negated:
        return [Soort.VERBOD]  # «mag uitsluitend worden gebruikt voor»: nothing else may
    if forbids(facts, clause) or " niet toegestaan " in core or (finite in ("mag", "mogen") and clause.negated):
        return [Soort.VERBOD]
    if (finite in clauses.COPULAS or finite in clauses.PASSIVES) and "verschuldigd" in owed(facts, clause) and clause.negated:
        return [Soort.RECHT]
    if finite in clauses.COPULAS and (what := owed(facts, clause)) and not clause.negated:
        due = obligation(facts, clause, rol, door)
        return [due, Soort.WAARDE] if "verschuldigd" in what and rol is None and _TARIFF.search(facts.text) else [due]
    if stated.is_met(facts, clause):
        return [Soort.DEFINITIE]
    if _DEFINITIE.search(_ASIDE.sub(" ", own)) and not (rol is not None and not clause.passive and finite not in ("heet", "heten")):
        return [Soort.DEFINITIE]
    if clause.passive and rol is None and {"aangenomen", "vermoed"} & clause.words and supposes(facts, clause):
        return [Soort.RECHTSGEVOLG]
    if clause.passive and (" geacht " in core or ("beschouwd" in clause.words and "alsof" in facts.vocabulary)):
        return [Soort.RECHTSGEVOLG]
    if _VAN_TOEPASSING.search(own) and not (rol == "overheid" and finite in ("kan", "kunnen")):
        return [Soort.TOEPASSELIJKHEID]
    if finite in ("is", "zijn") and facts.words[clause.finite - 1] == "er" and not clause.negated and not clause.perfect:
        return [Soort.PROCEDURE]  # «Er is een register»: an institution
    if clause.passive and "gelezen" in clause.words and rol is None and door is None:
        return [Soort.SLOT if " in werking " in facts.text else Soort.TOEPASSELIJKHEID]
    if clause.passive and "aangewezen" in clause.words and _CATEGORIES & set(after_als(facts, clause)) and not clause.modal:
        return [Soort.DEFINITIE]
    if clause.passive and "aangewezen" in clause.words and rol is None and door is None and not clause.modal and not clause.negated:
        if own.startswith(" als ") and not _BURGER_WORDS.intersection(after_als(facts, clause)):
            somebody = any(role_of_phrase([w]) is not None or agentive(w) for w in after_als(facts, clause))
            # «Als toezichthouder wordt aangewezen»; «Als dieren als bedoeld in het besluit worden aangewezen» says what a word covers
            return [Soort.DEFINITIE if not somebody and " als bedoeld in " in own else Soort.PROCEDURE]
        if " aangewezen als " in own:
            return [Soort.DEFINITIE]  # «De vergoeding wordt aangewezen als eindheffingsbestanddeel»
    if secured(clause):
        return [Soort.PLICHT]
    if clause.passive and "toegepast" in clause.words and rol is None and door is None and _PROVISION & clause.words:
        return [Soort.TOEPASSELIJKHEID]
    if "achterwege" in clause.words and "toepassing" in clause.words and finite in ("blijft", "blijven"):
        return [Soort.TOEPASSELIJKHEID]
    if is_right(clause, core, finite, rol, head(facts, clause) if finite in ("kan", "kunnen") else ""):
        return [Soort.RECHT]
    if clause.negated and finite in ("kan", "kunnen") and clause.passive and head(facts, clause) in ("recht", "aanspraak"):
        return [Soort.RECHT]
    if "bevoegd" in clause.words and finite in clauses.COPULAS:
        judge = any(word.endswith(_COURTS) for word in clause.words)  # which court hears a case
        return [Soort.RECHT if rol == "burger" else Soort.BEVOEGDHEID if citizen_matter(facts) and not judge else Soort.PROCEDURE]
    if finite in ("komt", "komen") and BORNE.search(core):
        bearer = borne_by(facts, clause)
        return [Soort.PLICHT if bearer is not None and bearer.rol == "burger" else Soort.PROCEDURE]
    if door is not None and door.rol == "overheid" and any(v.infinitive == "vaststellen" for v in clause.verbs) and ON_REQUEST.search(core):
        return [Soort.BEVOEGDHEID]  # «Het bedrag wordt door de rechter vastgesteld op verzoek van de eigenaar»
    if stated.about_prohibition(facts, clause, door):
        return [Soort.RECHT]
    if rol is None and door is None and stated.fixed_so(facts, clause, own):
        return [Soort.WAARDE]
    if stated.stands_for(facts, clause) or stated.lasts(facts, clause):
        return [Soort.WAARDE]
    if finite in ("is", "zijn") and rol is None and not clause.modal and stated.names_measure(facts, clause):
        return [Soort.WAARDE]
    if is_value(facts, clause, core, finite, rol):
        if clause.passive and not clause.negated and any(v.infinitive in _GRANTS for v in clause.verbs) and citizen_matter(facts):
            return [Soort.BEVOEGDHEID, Soort.WAARDE]  # «wordt een bedrag uitgekeerd gelijk aan»
        return [Soort.WAARDE]
    if clause.negated and "vereist" in clause.words and finite in clauses.COPULAS and not state_word(head(facts, clause)):
        return [Soort.RECHT]  # «Een vergunning is niet vereist indien»
    if "vereist" in clause.words and finite in clauses.COPULAS and PERMITS & clause.words and not clause.modal:
        return [Soort.PLICHT]  # «is een vergunning vereist»
    if finite in grammar.NEED_NOT and clause.negated and rol != "overheid" and any(v.infinitive in _HANDING_OVER for v in clause.verbs):
        return [Soort.RECHT]
    if finite in ("heeft", "hebben") and {"gevolg", "gevolgen"} & clause.words and rol is None and not has_done(clause):
        return [Soort.RECHTSGEVOLG]
    if rol == "overheid" and any(v.infinitive == "instellen" for v in clause.verbs) and not _REMEDIES & clause.words and not clause.modal:
        return [Soort.PROCEDURE]
    if rol == "overheid" and finite in ("heeft", "hebben") and {"taak", "taken"} & clause.words and not has_done(clause):
        return [Soort.PROCEDURE]
    if (
        clause.passive
        and clause.negated
        and "geen" in clause.words
        and any(v.infinitive in PAYING for v in clause.verbs)
        and unpaid(facts, clause)
    ):
        return [Soort.RECHT]  # «Geen ziekengeld wordt uitgekeerd»: who has no right
    if clause.negated and clause.passive and any(v.infinitive == "heffen" for v in clause.verbs):
        return [Soort.VERBOD]
    if is_dropped(clause):
        return [Soort.BEVOEGDHEID]
    if rol == "overheid" and not clause.modal and {"beroep", "verzet", "klacht"} & clause.words and _RULINGS & clause.words:
        return [Soort.PLICHT]  # how an appeal may end
    if clause.passive and {"niet-ontvankelijk", "ontvankelijk"} & clause.words and "verklaard" in clause.words:
        return [Soort.BEVOEGDHEID]
    if finite in ("geldt", "gelden") and (rol is None or clause.finite < (actor.first if actor else 0)):
        return [holds(facts, clause, core)]
    if finite in ("kan", "kunnen") and "achterwege" in clause.words and rol != "burger":
        if rol is None and head(facts, clause) in _FORMALITIES:
            return [Soort.RECHT]  # «kan de ondertekening achterwege blijven»
        if citizen_matter(facts):
            return [Soort.BEVOEGDHEID]
    if finite in ("blijft", "blijven") and {"kracht", "gelden", "toepassing"} & clause.words and stays_in_force(facts, clause):
        return [Soort.TOEPASSELIJKHEID]
    if "vergezeld" in clause.words and finite in ("gaat", "gaan", "is", "zijn") and content_of(facts, clause) == "burger":
        return [Soort.PLICHT]
    if finite in ("treedt", "treden") and " in de plaats " in core and " in werking " not in core and head(facts, clause) in _RULED:
        return [Soort.TOEPASSELIJKHEID]  # «De in het eerste lid bedoelde termijn treedt in de plaats van»: which rule holds
    if finite in ("eindigt", "eindigen", "vervalt", "vervallen") and head(facts, clause) in _OFFICES and " van rechtswege " not in core:
        return [Soort.PROCEDURE]  # «Het lidmaatschap van de commissie eindigt»
    if any(v.infinitive == "toekomen" for v in clause.verbs[:1]) and not clause.passive and not clause.modal:
        if {"bevoegdheid", "bevoegdheden"} & clause.words:
            return [Soort.PROCEDURE]  # «De bevoegdheden komen slechts toe aan»
        if {"vordering", "eigendom", "verhaal"} & clause.words:
            return [Soort.RECHTSGEVOLG]
    if rol == "burger" and finite in clauses.COPULAS and not clause.negated and any(v.infinitive in _SHUTS_OUT for v in clause.verbs[:1]):
        return [Soort.RECHTSGEVOLG]  # «is gedurende drie jaren uitgesloten van»: what befalls him, nothing that he must do
    if is_effect(facts, clause, core, finite, rol, klassen) or by_law(facts, clause, rol, door):
        return [Soort.RECHTSGEVOLG]
    if door is not None and door.rol == "burger" and finite in ("kan", "kunnen"):
        return [Soort.BEVOEGDHEID if stated.sanctions(clause) else Soort.RECHT]
    if finite == "rust" and _RESTS & clause.words:
        return [Soort.PLICHT]
    if rol == "burger" and not clause.passive and not clause.modal and any(v.infinitive in _LOSES for v in clause.verbs[:1]):
        return [Soort.RECHTSGEVOLG]
    if clause.passive and not clause.modal and any(v.infinitive in ("benoemen", "herbenoemen") for v in clause.verbs):
        return [Soort.PROCEDURE]
    if (rol == "burger" and not clause.passive) or (door is not None and door.rol == "burger"):
        if finite in clauses.COPULAS and (
            is_a(facts, clause) or (clause.verb_at in ((), (clause.finite,)) and nominal_predicate(facts, clause))
        ):
            return [Soort.DEFINITIE]
        if finite in clauses.COPULAS | clauses.PERFECTS and qualifies(facts, clause):
            return [Soort.DEFINITIE]
        if (
            finite in ("heeft", "hebben")
            and not clause.modal
            and not has_done(clause)
            and facts.words[clause.finite + 1 : clause.finite + 2] == ("een",)
            and any(first > clause.finite and word in ("indien", "wanneer", "als") for first, _, word in facts.parse.subs)
        ):
            return [Soort.DEFINITIE]  # «heeft een laag inkomen indien»
        if finite in ("is", "zijn") and not clause.modal and not clause.negated and _BECAME & clause.words:
            return [Soort.RECHTSGEVOLG]  # «De kandidaat is geslaagd indien»
        if (
            clause.verbs
            and clause.verbs[0].infinitive in ("bepalen", "kiezen")
            and not clause.negated
            and not clause.modal
            and rol == "burger"
        ):
            return [Soort.RECHT]
        if clause.negated and not clause.modal and finite not in clauses.COPULAS | clauses.PERFECTS:
            return [Soort.VERBOD]
        return [Soort.PLICHT]
    left_out = finite in ("blijft", "blijven") and "achterwege" in clause.words
    if left_out and (decided_noun(facts, clause) is not None or (OORDEEL.search(facts.text) and citizen_matter(facts))):
        return [Soort.BEVOEGDHEID]
    postponed = clause.negated and {"eerder", "vroeger"} & clause.words and decided_noun(facts, clause) is not None
    if postponed:
        return [Soort.BEVOEGDHEID]  # «Intrekking vindt niet eerder plaats dan»
    if left_out or (finite in ("vindt", "vinden", "heeft", "hebben") and clause.negated and "plaats" in clause.words):
        return [Soort.VERBOD]
    if finite in clauses.COPULAS and ("belast" in clause.words) and rol != "burger":
        return [Soort.PROCEDURE]
    if (
        clause.passive
        and clause.verbs
        and clause.verbs[0].infinitive in ("geven", "nemen", "vaststellen")
        and {"beschikking", "besluit", "beslissing"} & clause.words
        and not clause.negated
        and not clause.modal
    ):
        return [Soort.PLICHT]
    if rol == "overheid" and not clause.modal and not clause.passive and takes_decision(clause) and (facts.limits or citizen_matter(facts)):
        return [Soort.PLICHT]
    if rol == "overheid" and not clause.modal and clause.verbs and clause.verbs[0].infinitive == "besluiten":
        if "tot" in clause.words and names_decision(facts):
            return [Soort.BEVOEGDHEID]  # «besluit Onze Minister tot terugvordering»
        if clause.verbs and decided_infinitive(facts, clause):
            return [Soort.BEVOEGDHEID]  # «besluit de aanvraag niet te behandelen»
        return [reach.kind(facts, clause, actor, door)]
    if (
        rol == "overheid"
        and finite in ("kan", "kunnen")
        and ({"beroep", "bezwaar", "cassatie", "advies"} & clause.words)
        and ({"instellen", "maken", "vragen", "inwinnen"} & clause.words)
    ):
        return [Soort.PROCEDURE]
    if is_indexation(facts, clause):
        return [Soort.PLICHT, Soort.WAARDE] if rol == "overheid" and not clause.passive else [Soort.WAARDE]
    if clause.verbs and not clause.modal:
        if clause.verbs[0].infinitive in _BETALEN and not clause.negated:
            return [Soort.PLICHT if citizen_matter(facts) else Soort.PROCEDURE]
        if clause.verbs[0].infinitive in _ONDERZOEKEN and not clause.negated:
            return [reach.kind(facts, clause, actor, door)]
    if within.decided(facts, clause, actor):
        withdrawn = clause.passive and not clause.modal and within.rules(facts, clause) and clause.verbs[0].infinitive == "intrekken"
        return [Soort.SLOT if withdrawn and "indien" not in facts.vocabulary else Soort.PROCEDURE]
    if rol == "overheid" and finite in ("kan", "kunnen") and _orders(facts, clause):
        return [Soort.BEVOEGDHEID]
    if (
        rol == "overheid"
        and actor is not None
        and not clause.passive
        and facts.words[actor.last] in _RECHTERLIJK
        and _ZITTING & facts.vocabulary
    ):
        return [Soort.PLICHT if touches_party(facts, clause) else Soort.PROCEDURE]
    if rol == "overheid" and finite in ("heeft", "hebben") and _POWERS & clause.words and not has_done(clause):
        return [Soort.BEVOEGDHEID if citizen_matter(facts) else Soort.PROCEDURE]
    if rol == "overheid" and finite in ("kan", "kunnen") and _changes_rules(clause):
        return [Soort.DELEGATIE]
    permits = any(v.infinitive == "verlenen" for v in clause.verbs) and bool(PERMITS & clause.words)
    if rol == "overheid" and not clause.passive and clause.verbs and not permits and between_governments(facts, clause, actor):
        return [Soort.PROCEDURE]
    advised = "advies" in clause.words and any(v.infinitive in ("vragen", "inwinnen") for v in clause.verbs)
    if clause.passive and advised and rol != "burger":
        return [Soort.PROCEDURE]
    if clause.passive and _TASKS & clause.words and any(v.infinitive in ("toekennen", "opdragen", "overdragen") for v in clause.verbs):
        return [Soort.PROCEDURE]  # «Aan het bestuur worden de volgende bevoegdheden toegekend»
    instead = lookalikes.kinds(facts, clause, rol, door)
    if instead is not None:
        return instead
    if is_decision(facts, clause, finite, rol) or decided_noun(facts, clause) is not None:
        return [Soort.BEVOEGDHEID]
    if (rol == "overheid" or door is not None) and clause.negated and not clause.modal and touches_citizen(facts, clause):
        return [Soort.VERBOD]
    if rol == "overheid" and finite in ("is", "zijn") and not clause.modal and (is_a(facts, clause) or "rechtspersoon" in clause.words):
        return [Soort.PROCEDURE]  # «Het College is rechtspersoon»
    if rol == "overheid" or door is not None:
        return [reach.kind(facts, clause, actor, door)]
    return unnamed.kinds(facts, clause, core, finite, klassen)


def _changes_rules(clause: Clause) -> bool:
    """«kan bijlage 1 van deze regeling wijzigen»: rules are changed, nobody's case is decided."""
    return any(v.infinitive in ("wijzigen", "aanpassen", "vervangen", "aanvullen") for v in clause.verbs) and bool(_ANNEXES & clause.words)


def _orders(facts: Facts, clause: Clause) -> bool:
    """«kan partijen opdragen stukken over te leggen»: what somebody is told or asked to do in his case."""
    told = any(v.infinitive in _ORDERS for v in clause.verbs) and touches_party(facts, clause)
    return told and not between_governments(facts, clause, subject(facts, clause))


_ONLY = frozenset(["slechts", "uitsluitend", "alleen"])
_OFFICES = frozenset(["lidmaatschap", "zittingsduur", "benoeming", "voorzitterschap", "aanstelling", "ambt", "mandaat"])
_RULED = frozenset(["termijn", "termijnen", "artikel", "artikelen", "bepaling", "bepalingen", "regels", "lid", "gegevens", "norm", "eisen"])
_FORMALITIES = words("classify", "vormstukken")
_TASKS = frozenset(["taak", "taken", "bevoegdheid", "bevoegdheden"])
_POWERS = frozenset(["bevoegdheid", "bevoegdheden"])
_ANNEXES = frozenset(["bijlage", "bijlagen"])
_SHUTS_OUT = frozenset(["uitsluiten", "weren", "schorsen"])
_RESTS = frozenset(["verplichting", "plicht", "bewijslast", "zorgplicht", "taak", "zorg"])
_LOSES = frozenset(["verliezen", "verkrijgen", "verbeuren", "herkrijgen"])
_GRANTS = frozenset(["uitkeren", "toekennen", "verlenen", "aanvullen", "verstrekken", "vergoeden"])
_PARLIAMENT = frozenset(["kamer", "kamers", "staten-generaal", "ministerraad", "rijksministerraad"])
_CHAMBERS = frozenset(["eerste", "tweede", "kamers", "de", "staten-generaal", "ministerraad", "rijksministerraad"])
_ALLOWS = frozenset(["toestaan"])
_BURGER_WORDS = frozenset(["inhoudingsplichtige", "belastingplichtige", "werkgever", "werknemer", "beschermd"])
_MANDATE = frozenset(["mandaat", "ondermandaat", "submandaat", "volmacht"])
_TARIFF = pattern("classify", "tarief")
_BECAME = words("classify", "geworden")
_ORDERS = frozenset(["opdragen", "verzoeken", "gelasten", "bevelen", "verplichten", "uitnodigen"])


def after_als(facts: Facts, clause: Clause) -> tuple[str, ...]:
    """The words directly after «als» («Als categorieën van gevallen worden aangewezen»)."""
    at = next((j for j in clause.core if facts.words[j] == "als"), None)
    return facts.words[at + 1 : at + 4] if at is not None else ()

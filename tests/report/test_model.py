"""What the report says of the sample dossier and of small drafts: the right articles, actors and counts."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

from doenvermogentoets.report import Report, load, render
from doenvermogentoets.report.model import Actor
from doenvermogentoets.report.pictures import timeline


def actor(report: Report, name: str) -> Actor:
    return next(a for a in report.actors if a.name == name)


SAMPLE = Path(__file__).parents[2] / "voorbeeld"


def test_every_statement_can_be_traced_to_words_in_the_text(sample: Report) -> None:
    texts = {
        d.role: " ".join(Path(__file__).parents[2].joinpath("voorbeeld", Path(d.path).name).read_text(encoding="utf-8").split())
        for d in sample.documents
    }

    def quotes(value: object) -> list[dict[str, str]]:
        if isinstance(value, dict):
            own = [value] if set(value) == {"document", "place", "text", "line"} else []
            return own + [q for v in value.values() for q in quotes(v)]
        return [q for v in value for q in quotes(v)] if isinstance(value, list) else []

    found = quotes(json.loads(sample.model_dump_json(by_alias=True)))
    assert len(found) > 200
    for quote in found:
        for piece in re.split(r" […|] ", quote["text"]):  # words left out, and cells of a row
            assert piece in texts[quote["document"]], quote


def test_what_is_asked_of_whom(sample: Report) -> None:
    user = actor(sample, "de gebruiker")
    assert user.person
    by_place = {a.quote.place: a for a in user.actions}
    meter = by_place["artikel 11, eerste lid"]
    assert meter.duty
    assert meter.limit is not None
    assert meter.limit.days == 7
    assert meter.how_often.startswith("telkens")
    assert meter.counter == ("het CAK",)
    assert [e.quote.place for e in meter.effects] == ["artikel 11, tweede lid"]
    assert not meter.ways_out
    assert any("verklaring" in p for p in by_place["artikel 6, derde lid"].proof)
    heirs = actor(sample, "erfgenamen")
    assert heirs.actions[0].event == "overlijden"
    supplier = actor(sample, "de leverancier")
    assert not supplier.person
    assert [e.kind for e in supplier.actions[0].effects] == ["last onder dwangsom"]


def test_powers_are_bound_or_free_and_explained_or_not(sample: Report) -> None:
    rooms = {(p.quote.place, p.room): p for p in sample.room.powers}
    bound = rooms["artikel 13, eerste lid", "gebonden"]
    assert bound.decisions == ("herzien", "intrekken")
    assert bound.standing == "uitgelegd"
    assert any("2.4" in q.place for e in bound.explained for q in e.quotes)
    assert rooms["artikel 13, tweede lid", "beleidsruimte"].authority == "het CAK"
    assert rooms["artikel 18, tweede lid", "beleidsruimte"].direction == "nadelig"
    unnamed = rooms["artikel 14, eerste lid", "gebonden"]
    assert unnamed.derived
    assert unnamed.authority == "het CAK"
    assert rooms["artikel 6, vierde lid", "van rechtswege"].standing == "niet gevonden"


def test_clause_is_held_against_the_aanwijzingen(sample: Report) -> None:
    (clause,) = sample.hardship.clauses
    assert clause.quote.place == "artikel 16"
    found = {a.asks.split(":")[0].split("?")[0]: a.found for a in clause.aspects}
    assert found["Kan de clausule ook ambtshalve worden toegepast"] == "de zin maakt haar afhankelijk van een verzoek"
    assert "andere maatstaf" in found["Is de maatstaf die van het model"]


def test_limits_carry_their_reasons(sample: Report) -> None:
    risky = {d.quote.place: d.risks for d in sample.deadlines if d.risks}
    assert any("geen uitweg" in r for r in risky["artikel 6, vierde lid"])
    assert any("overlijden" in r for r in risky["artikel 12, eerste lid"])
    assert not [d for d in sample.deadlines if d.whose == "overheid" and d.risks]


def test_first_things_are_three_to_five_with_reasons(sample: Report) -> None:
    assert 3 <= len(sample.summary.first) <= 5
    assert sample.summary.first[0].place == "artikel 14"
    assert all(f.reasons and f.findings for f in sample.summary.first)


def test_heat_map_counts_every_finding_once(sample: Report) -> None:
    in_map = [key for row in sample.summary.heat for cell in row.cells for key in cell.findings]
    assert sorted(in_map) == sorted(f.key for f in sample.findings)
    assert len({f.key for f in sample.findings}) == len(sample.findings)


def test_building_blocks(sample: Report) -> None:
    standing = {b.key: b.standing for b in sample.explanation.blocks}
    assert standing["bouwsteen-varianten"] == "aanwezig"
    assert standing["bouwsteen-doenvermogen"] == "mager"
    assert standing["bouwsteen-caribisch"] == "afwezig"


def test_names_of_people_say_who_they_are(draft: Callable[..., Report]) -> None:
    report = draft(
        "Artikel 1\nDe houder meldt een wijziging binnen twee weken aan het college.\n\n"
        "Artikel 2\nDegene die een hond houdt, doet aangifte bij het college.\n"
    )
    names = {a.name for a in report.actors}
    assert "de houder" in names
    assert not names & {"degene", "het", "de"}


def test_whom_a_sentence_speaks_of_is_named_as_a_reader_would(draft: Callable[..., Report]) -> None:
    report = draft(
        "Artikel 1\n\nVervoerder meldt de overtreding binnen een week aan de inspectie.\n\n"
        "Artikel 2\n\nNabestaanden melden het overlijden aan de gemeente.\n\n"
        "Artikel 3\n\nDe termijn voor het indienen van een bezwaarschrift bedraagt vier weken.\n\n"
        "Artikel 4\n\nHet college stelt de huurder in de gelegenheid de aanvraag binnen een week aan te vullen.\n"
    )
    acts = {a.name: [x.acts for x in a.actions] for a in report.actors}
    assert {"een vervoerder", "nabestaanden", "wie bezwaar maakt"} <= set(acts)
    assert acts["de huurder"] == [("aanvullen",)]


def test_the_own_explanation_of_an_artikel_is_shown_first(sample: Report) -> None:
    shown = {n.quote.place: [q.place for e in n.elements for q in e.quotes] for n in sample.explanation.norms}
    assert "Artikel 10" in shown["artikel 10, eerste lid"][0]
    assert "artikel 7, eerste lid" not in shown  # a chance to complete an application burdens nobody
    assert "Artikel 14" in shown["artikel 14, eerste lid"][0]


def test_a_cell_that_says_that_nothing_is_asked_is_no_account_of_what_happens_then(sample: Report) -> None:
    assert "Niets doen\t" in (SAMPLE / "memorie-van-toelichting.txt").read_text(encoding="utf-8")
    (block,) = [b for b in sample.explanation.account if b.name.startswith("wat er gebeurt als iemand niets doet")]
    assert (block.standing, block.quotes) == ("afwezig", ())


def test_a_condition_that_lies_in_another_is_told_once(sample: Report) -> None:
    conditions = [p.conditions for p in sample.room.powers if p.quote.place == "artikel 18, tweede lid"]
    assert [len(c) for c in conditions] == [2]


def test_the_longest_sentence_is_no_longer_than_the_text(sample: Report) -> None:
    for part in sample.language.parts:
        assert part.words_per_sentence <= part.longest <= part.words, part.place


def test_a_draft_without_toelichting_says_so(draft: Callable[..., Report]) -> None:
    report = draft(
        "Artikel 1\n1. De aanvrager meldt een wijziging binnen een week aan het college.\n2. Bij overtreding vervalt het recht.\n"
    )
    assert {p.standing for p in report.room.powers} <= {"geen toelichting gelezen"}
    assert {b.standing for b in report.explanation.blocks} == {"niet te zien"}
    assert len(report.documents) == 1


def test_json_is_the_model(sample: Report, tmp_path: Path) -> None:
    render(sample, tmp_path / "rapport.json")
    assert load(tmp_path / "rapport.json") == sample
    assert json.loads((tmp_path / "rapport.json").read_text(encoding="utf-8"))["schema"] == 1


def test_a_sentence_that_only_shares_words_is_not_said_to_be_about_a_power(sample: Report) -> None:
    powers = {(p.quote.place, p.room): p for p in sample.room.powers}
    supplier = powers["artikel 18, tweede lid", "beleidsruimte"]
    assert (supplier.standing, supplier.explained) == ("niet gevonden", ())
    recovery = next(p for p in sample.room.powers if p.quote.place == "artikel 14, eerste lid")
    assert [q.place for q in recovery.explained[0].quotes] == ["paragraaf «Artikel 14»"]
    norms = {n.quote.place: n for n in sample.explanation.norms}
    assert norms["artikel 12, eerste lid"].standing == "niet genoemd"  # nothing is said of the heirs
    meter = norms["artikel 11, eerste lid"]  # the table tells it, without the number of the artikel
    assert meter.standing == "genoemd"
    assert {q.place for e in meter.elements for q in e.quotes} == {"paragraaf «5.2 Doenvermogen»"}


def test_what_is_said_of_a_bound_power_is_no_explanation_of_one_with_room(sample: Report) -> None:
    free = next(p for p in sample.room.powers if p.quote.place == "artikel 13, tweede lid")
    assert not [q for e in free.explained for q in e.quotes if "gebonden" in q.text or "geen beleidsruimte" in q.text]
    assert any("kan-bepaling" in q.text for e in free.explained for q in e.quotes)


PUNISHES = """\
Artikel 1
1. De houder meldt een verhuizing binnen tien dagen aan de inspecteur.
2. De inspecteur kan aan de houder die het eerste lid niet naleeft een bestuurlijke boete van ten hoogste € 200 opleggen.
3. De inspecteur volstaat met een waarschuwing, indien de houder niet eerder is beboet.

Artikel 2
De inspecteur kan de houder een last onder dwangsom opleggen, indien hij geen register bijhoudt.
"""


def test_a_fine_that_may_be_imposed_is_among_the_adverse_effects(draft: Callable[..., Report]) -> None:
    report = draft(PUNISHES)
    found = {b.quote.place: b for b in report.hardship.burdens}
    fine = found["artikel 1, tweede lid"]
    assert (fine.kind, fine.room) == ("bestuurlijke boete", "beleidsruimte")
    assert [w.quote.place for w in fine.ways_out if w.kind == "waarschuwing" and w.quote is not None] == ["artikel 1, derde lid"]
    assert found["artikel 2"].kind == "last onder dwangsom"
    duties = next(c for c in report.hardship.categories if c.name.startswith("verplichtingen"))
    assert {fine.key, found["artikel 2"].key} <= set(duties.burdens)
    assert {b.quote.place for b in report.hardship.burdens} >= {p.quote.place for p in report.room.powers if p.direction == "nadelig"}


def test_a_warning_instead_of_a_fine_is_a_decision(draft: Callable[..., Report]) -> None:
    powers = {p.quote.place: p for p in draft(PUNISHES).room.powers}
    warned = powers["artikel 1, derde lid"]
    assert (warned.authority, warned.direction, warned.room) == ("de inspecteur", "gunstig", "gebonden")
    assert warned.decisions == ("volstaan met een waarschuwing",)
    assert powers["artikel 1, tweede lid"].decisions == ("een boete opleggen",)


def test_every_adverse_effect_has_a_theme(sample: Report, draft: Callable[..., Report]) -> None:
    for report in (sample, draft(PUNISHES)):
        themes = {c.name: set(c.burdens) for c in report.hardship.categories}
        assert report.hardship.burdens
        for burden in report.hardship.burdens:
            assert [name for name, keys in themes.items() if burden.key in keys] == [burden.thema_szw]
    refused = draft("Artikel 1\nHet college weigert de toelage, indien de aanvrager niet in de gemeente woont.\n")
    assert [b.thema_szw for b in refused.hardship.burdens] == ["toegang en hoogte"]


def test_a_limit_is_for_whoever_the_list_of_acts_names(sample: Report, draft: Callable[..., Report]) -> None:
    who = {d.quote.place: d.who for d in sample.deadlines}
    assert who["artikel 18, tweede lid"] == "de leverancier"
    assert who["artikel 6, vierde lid"] == who["artikel 7, eerste lid"] == "de gebruiker"
    assert who["artikel 17"] == "wie bezwaar maakt"
    assert who["artikel 20"] == "Onze Minister"
    other = draft("Artikel 1\nIndien de exploitant de gegevens niet binnen drie weken verstrekt, kan het college een boete opleggen.\n")
    assert [d.who for d in other.deadlines] == ["de exploitant"]


def test_an_incomplete_application_may_be_completed_but_a_late_one_not(draft: Callable[..., Report]) -> None:
    report = draft(
        "Artikel 1\n1. De huurder legt bij de aanvraag een afschrift van de huurovereenkomst over.\n"
        "2. Het recht op toelage vervalt, indien de aanvraag niet binnen twee weken na afloop van het jaar is ontvangen.\n\n"
        "Artikel 2\nHet college stelt de huurder in de gelegenheid een onvolledige aanvraag binnen een maand aan te vullen.\n"
    )
    acts = {x.quote.place: x for a in report.actors for x in a.actions}
    assert [w.quote.place for w in acts["artikel 1, eerste lid"].ways_out if w.quote is not None] == ["artikel 2"]
    assert acts["artikel 1, tweede lid"].ways_out == ()


TOLD = """\
MEMORIE VAN TOELICHTING

I. ALGEMEEN

1. Inleiding
Wie een tuin huurt van de gemeente, betaalt daarvoor nu niets. Dat verandert met dit voorstel.

2. Verhouding tot hoger recht
Het voorstel raakt het recht op eigendom niet. De gemeente verwerkt gegevens over het inkomen van de huurder.

3. Verhouding tot andere wetgeving
De Participatiewet telt de korting niet mee als inkomen.

4. Overgangsrecht en inwerkingtreding
De wet treedt in werking op 1 juli. Lopende aanvragen worden afgehandeld volgens het oude recht.
"""


def test_a_building_block_points_at_its_own_paragraph(draft: Callable[..., Report]) -> None:
    report = draft("Artikel 1\nDe huurder vraagt de korting aan bij het college.\n", TOLD)
    places = {b.key.removeprefix("bouwsteen-"): [q.place for q in b.quotes] for b in report.explanation.blocks}
    words = {b.key.removeprefix("bouwsteen-"): [q.text for q in b.quotes[1:2]] for b in report.explanation.blocks}
    assert "2 Verhouding tot hoger recht" in places["hogerrecht"][0]
    assert "3 Verhouding tot andere wetgeving" in places["wetgeving"][0]
    assert places["gegevens"] == ["paragraaf «2 Verhouding tot hoger recht»"]
    assert "1 Inleiding" in places["inleiding"][0]
    assert words["overgangsrecht"] == ["Lopende aanvragen worden afgehandeld volgens het oude recht."]
    assert "treedt in werking" in words["inwerkingtreding"][0]


def test_what_a_toelichting_says_of_mistakes_and_of_meetings_is_evidence(sample: Report) -> None:
    told = {q.key: [x.text for e in q.explanation for x in e.quotes] for q in sample.doenvermogen}
    assert any("bijeenkomsten" in text for text in told["D8"])
    assert any("hooguit een waarschuwing" in text for text in told["D5"])
    assert any("herinnering" in text for text in told["D4"])
    rights = next(q for q in sample.room.questions if q.key == "ruimte-10")
    assert not [x for e in rights.bill for x in e.quotes if "behoeft" in x.text]


def test_what_an_authority_must_do_in_time_is_asked_of_nobody_else(draft: Callable[..., Report]) -> None:
    report = draft(
        "Artikel 1\n1. Is de overdracht niet binnen een jaar gedaan, dan vervalt de bevoegdheid van het college van rechtswege.\n"
        "2. De huurder legt een staat van zijn bezittingen over aan het college.\n"
    )
    assert {x.quote.place: x.counter for a in report.actors for x in a.actions} == {"artikel 1, tweede lid": ("het college",)}


def test_a_right_that_is_lost_by_being_late_says_so(draft: Callable[..., Report]) -> None:
    report = draft(
        "Artikel 1\nTegen de tenuitvoerlegging kan de schuldenaar binnen vijf dagen in verzet komen, bij gebreke waarvan hij "
        "in zijn verzet niet-ontvankelijk is.\n"
    )
    (act,) = (x for a in report.actors for x in a.actions)
    assert [e.kind for e in act.effects] == ["niet-ontvankelijk"]
    (deadline,) = report.deadlines
    assert any("te laat kost iets" in risk for risk in deadline.risks)


def test_what_is_not_done_to_somebody_is_no_decision_against_him(draft: Callable[..., Report]) -> None:
    report = draft(
        "Artikel 1\n1. De dienst vordert de uitkering terug.\n"
        "2. Gedurende de behandeling worden geen maatregelen tot invordering genomen.\n"
    )
    assert [p.direction for p in report.room.powers if p.quote.place == "artikel 1, tweede lid"] == ["gunstig"]
    assert [p.direction for p in report.room.powers if p.quote.place == "artikel 1, eerste lid"] == ["nadelig"]


def test_the_explanation_of_another_lid_is_shown_as_such(draft: Callable[..., Report]) -> None:
    report = draft(
        "Artikel 1\n1. De inspecteur geeft de houder een termijn van vier weken om het afval op te ruimen.\n"
        "2. Een voertuig dat langer dan een maand stilstaat, wordt door de inspecteur verwijderd.\n",
        "MEMORIE VAN TOELICHTING\n\nII. ARTIKELSGEWIJS\n\nArtikel 1\n"
        "De termijn van vier weken geeft de houder tijd om het afval op te ruimen.\n",
    )
    removed = next(p for p in report.room.powers if p.quote.place == "artikel 1, tweede lid")
    assert [e.statement for e in removed.explained] == ["iets over dit artikel, misschien over een ander lid"]
    assert removed.standing == "genoemd, zonder reden"


def test_what_the_toelichting_says_of_the_artikel_is_not_said_to_be_absent(sample: Report) -> None:
    standing = {p.quote.place: p.standing for p in sample.room.powers}
    assert standing["artikel 7, tweede lid"] == "genoemd, zonder reden"
    assert standing["artikel 15, derde lid"] == "uitgelegd"  # «omdat vergissingen horen bij ingewikkelde regels»
    assert standing["artikel 8, derde lid"] == "niet gevonden"  # an advance is not spoken of anywhere


def test_every_part_says_the_same_of_a_clause_without_a_reason(sample: Report) -> None:
    """The table of decisions, the clause beside Ar 5.25, the explanation per provision and the finding."""
    (clause,) = sample.hardship.clauses
    found = {a.asks: a.found for a in clause.aspects}
    assert any(f.check == "clausule-niet-toegelicht" for f in sample.findings)
    assert found["Motiveert de toelichting de clausule?"] == "genoemd; geen reden gevonden"
    assert next(p for p in sample.room.powers if p.quote.place == clause.quote.place).standing == "genoemd, zonder reden"
    assert next(n for n in sample.explanation.norms if n.quote.place == clause.quote.place).standing == "genoemd"


def test_what_is_first_is_a_whole_place(draft: Callable[..., Report]) -> None:
    report = draft(
        "Wet tot wijziging van de Huurwet\n\nARTIKEL I\nDe Huurwet wordt als volgt gewijzigd:\n\n"
        "A\nArtikel 23 komt te luiden:\n\nArtikel 23\n"
        "1. De huurder meldt een verhuizing binnen tien dagen aan het college.\n"
        "2. Indien de huurder niet heeft voldaan aan het eerste lid, vervalt het recht op de toeslag.\n"
    )
    assert report.summary.first
    assert {first.place for first in report.summary.first} == {"artikel I, onderdeel A (artikel 23)"}
    drawn = timeline(report)
    assert drawn is not None
    assert ">art. 23, eerste lid (I, A): melden<" in drawn.svg


def test_a_place_in_the_toelichting_is_said_to_be_there(sample: Report) -> None:
    places = [first.place for first in sample.summary.first]
    assert "toelichting, paragraaf «Artikel 16»" in places
    assert "artikel 14" in places


def test_key_figures_are_sentences_also_when_there_is_nothing_to_count(draft: Callable[..., Report]) -> None:
    def told(report: Report) -> list[str]:
        return [f"{f.value} {f.name}" for f in (*report.summary.figures, *report.room.figures)]

    little = told(draft("Artikel 1\nDe huurder meldt een verhuizing aan het college.\n"))
    assert "1 handeling die van mensen wordt gevraagd" in little
    assert "geen nadelige gevolgen gevonden" in little
    assert "geen besluiten ten nadele zonder ruimte gevonden" in little
    assert not any("niet te zien" in words or "0 van 0" in words for words in little)
    lost = told(draft("Artikel 1\nHet recht op huurtoeslag vervalt, indien de huurder niet binnen twee weken een melding doet.\n"))
    assert "niet te zien of besluiten ten nadele zonder ruimte zijn uitgelegd" in lost
    assert "niet te zien of die in de toelichting zijn uitgelegd" in lost

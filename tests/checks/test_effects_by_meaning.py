"""Effects of an omission known by what the predicate means, with nouns that no list has; and sentences that look like one.

The words between ⟦ and ⟧ are those that a finding of hardheid, bevoegdheid or termijnen must touch.
"""

from __future__ import annotations

import pytest

from doenvermogentoets.catalogue import load
from doenvermogentoets.engine import run
from doenvermogentoets.findings import Finding, Severity
from doenvermogentoets.readers import read_text
from doenvermogentoets.structure import dossier

VOORAF = "Artikel 2\nDe bewoner doet een aanvraag schriftelijk.\n\nArtikel 8\n"
CHECKS = load().select(["hardheid", "bevoegdheid", "termijnen"])

EINDIGT = """
Is de jaarstaat op 1 maart niet ingekomen, dan ⟦eindigt het gastouderschap⟧ van rechtswege.
Wordt de oproep niet beantwoord, dan ⟦houdt het zwemabonnement op⟧.
De imker die dit nalaat, ⟦verbeurt zijn voorrang⟧ bij de verdeling.
Blijft de betaling uit, dan ⟦vervalt de ligplaats⟧.
Voldoet de volkstuinder niet aan het eerste lid, dan ⟦komt zijn tuin te vervallen⟧.
Verschijnt de kandidaat niet, dan ⟦gaat de kans op herkansing verloren⟧.
Bij een latere opgave ⟦verliest de veehouder zijn quotum⟧.
Is dat niet gebeurd, dan ⟦stopt de maaltijdbezorging⟧.
""".strip().splitlines()

FICTIE = """
Zonder deze foto's ⟦geldt de melding als niet gedaan⟧.
Zijn geen bedenkingen ingediend, dan ⟦wordt de bewoner geacht met het plan te hebben ingestemd⟧.
Een niet ondertekend plan ⟦wordt voor dit hoofdstuk aangemerkt als een geweigerd plan⟧.
Reageert de huurder niet, dan ⟦wordt hij geacht het voorstel te hebben aanvaard⟧.
Is dat niet gebeurd, dan ⟦geldt de ouder als iemand die geen recht op opvang had⟧.
Heeft de eigenaar niet aan het eerste lid voldaan, dan ⟦wordt het pand aangemerkt als leegstaand⟧.
Wordt niet binnen een week geantwoord, dan ⟦wordt de werkzoekende geacht te hebben afgezien⟧ van de plaats.
Verschijnt de belanghebbende niet, dan ⟦wordt hij beschouwd als iemand die zijn medewerking heeft geweigerd⟧.
""".strip().splitlines()

ONTHOUDEN = """
Wordt aan het tweede lid geen gevolg gegeven, dan ⟦bestaat⟧ over de weken waarop het zag en de week erna ⟦geen⟧ aanspraak op opvang.
Bij een latere melding ⟦is geen compensatie mogelijk⟧.
Aan degene die zich niet meldt, ⟦wordt geen ligplaats toegewezen⟧.
Aan de visser die het tweede lid overtreedt, ⟦wordt voor twee jaren de bevoegdheid ontzegd⟧ om te vissen.
⟦Afgewezen wordt⟧ de aanvraag die na het sluiten van het tijdvak wordt ontvangen.
⟦Afwijzend wordt⟧ beslist op de aanvraag van wie een eerdere verplichting niet is nagekomen.
Een verzoek dat later is gedaan, ⟦wordt zonder onderzoek afgewezen⟧.
De pas van de reiziger die tweemaal niet heeft afgezegd, ⟦wordt geblokkeerd⟧ voor een half jaar.
Een verzoek dat op een later tijdstip is gedaan, heeft ⟦eerst gevolg⟧ voor het volgende jaar.
""".strip().splitlines()

NAAMWOORD = """
Bij niet tijdige betaling ⟦vindt weigering van de toegang plaats⟧.
Het niet nakomen van deze verplichting ⟦leidt tot intrekking⟧ van de taxipas.
Indien de houder de opgave verzuimt, ⟦volgt doorhaling⟧ in het register.
Bij het uitblijven van een antwoord ⟦volgt stopzetting⟧ van de hulp.
Indien de bewoner stukken niet overlegt, ⟦volgt afwijzing⟧ van het verzoek.
""".strip().splitlines()

ELDERS = """
De cursist heeft niet voldaan aan artikel 6. Dat orgaan ⟦verlaagt de uitkering⟧ gedurende drie maanden met 30 procent.
De vergunning blijft van kracht mits de erfgenamen zich binnen tien dagen melden. In andere gevallen ⟦vervalt zij⟧ van rechtswege.
Indien betaling van twee termijnen uitblijft, ⟦beëindigt het college de toewijzing⟧.
Onze Minister ⟦haalt de inschrijving door⟧ van de beroepskracht die het bewijs niet heeft geleverd.
Ontbreken over enig kwartaal stukken, dan wordt de aanvulling over het tijdvak ⟦vastgesteld op nihil⟧.
Wie dit nalaat, ⟦wordt van de lijst afgevoerd⟧ en kan uitsluitend onderaan opnieuw worden geplaatst.
""".strip().splitlines()

BOETE = """
Bij niet-nakoming ⟦bedraagt de op te leggen boete het dubbele⟧ van het benadelingsbedrag.
De bestuurlijke ⟦boete bedraagt voor overtreding van artikel 3 € 2.500⟧ per overtreding.
""".strip().splitlines()

WAARBORG = """
⟦Uitstel van betaling wordt niet verleend⟧.
⟦Uitstel van betaling of betaling in gedeelten wordt niet verleend⟧.
De ontvanger ⟦verleent geen uitstel van betaling⟧.
De invorderaar vaardigt een dwangbevel uit zodra de termijn is verstreken, ⟦zonder voorafgaande aanmaning⟧.
⟦Herstel van het verzuim is uitgesloten⟧.
⟦Verlenging van deze termijn is niet mogelijk⟧.
⟦Tegenbewijs is niet mogelijk⟧.
⟦Artikel 18, tiende lid, van de Participatiewet vindt geen toepassing⟧.
Het college ⟦treft geen betalingsregeling⟧.
""".strip().splitlines()

STIL = """
Heeft het college niet binnen acht weken beslist, dan wordt het geacht met het verzoek te hebben ingestemd.
Indien het bestuursorgaan niet tijdig beslist, vervalt de verplichting tot betaling van leges.
De gegevens, bedoeld in het tweede lid, hoeven niet te worden verstrekt indien de waarde niet meer bedraagt dan € 25.000.
Het administratienummer wordt niet verstrekt aan derden.
Als werkdag wordt niet aangemerkt een dag waarop de winkel gesloten is.
Het is de houder niet toegestaan geldleningen te verstrekken aan spelers.
Indien geen uitstel van betaling is verleend, is de vordering opeisbaar.
Dit bedrag is zonder aanmaning verschuldigd vanaf de vervaldag.
Geen boete wordt opgelegd indien de bewoner zich niet heeft gemeld.
Is de aanvraag niet volledig, dan geldt zij niettemin als tijdig gedaan.
Indien de bewoner niet verschijnt, vervalt de schorsing.
Een klacht over een bestuursorgaan dat niet heeft gereageerd, geldt als een verzoek.
Uitstel van betaling als bedoeld in artikel 4 is geen uitstel van betaling als bedoeld in artikel 6.
""".strip().splitlines()


def _findings(text: str) -> list[Finding]:
    result = run(dossier(read_text(f"{VOORAF}{text}\n", "ontwerp.txt", "txt")), CHECKS)
    assert result.failures == []
    return result.findings


@pytest.mark.parametrize("marked", [*EINDIGT, *FICTIE, *ONTHOUDEN, *NAAMWOORD, *ELDERS, *BOETE, *WAARBORG])
def test_effect_is_found_on_its_words(marked: str) -> None:
    parts = marked.split("⟧")
    bare = marked.replace("⟦", "").replace("⟧", "")
    spans, at = [], len(VOORAF)
    for part in parts[:-1]:
        before, words = part.split("⟦")
        spans.append((at + len(before), at + len(before) + len(words)))
        at += len(before) + len(words)
    found = _findings(bare)
    places = [f.span for f in found] + [a.span for f in found for a in f.annotations]
    assert any(s.start < end and start < s.end for s in places for start, end in spans), [(f.check, f.quote) for f in found]


@pytest.mark.parametrize("text", STIL)
def test_look_alike_is_no_finding_of_an_effect(text: str) -> None:
    found = [f for f in _findings(text) if f.theme in ("hardheid", "bevoegdheid")]
    assert [f.check for f in found if f.severity is not Severity.INFO] == []


def test_what_is_known_by_its_predicate_only_is_a_suggestion() -> None:
    found = _findings("Is de jaarstaat op 1 maart niet ingekomen, dan eindigt het gastouderschap van rechtswege.")
    assert [f.severity for f in found if f.check == "verlies-van-rechtswege"] == [Severity.SUGGESTION]


def test_a_lid_that_spares_people_and_is_switched_off_is_a_safeguard_gone() -> None:
    text = (
        "1. Het college vordert de toelage terug van de bewoner.\n"
        "2. Het college ziet van terugvordering af voor zover de bewoner geen verwijt treft.\n"
        "3. Het tweede lid geldt niet in gevallen als bedoeld in artikel 9."
    )
    assert any(f.check == "waarborg-uitgesloten" and f.quote.startswith("Het tweede lid") for f in _findings(text))


def test_a_hardship_clause_is_no_ordinary_way_out_as_well() -> None:
    """«in zeer uitzonderlijke gevallen» belongs to the clause: it softens what the clause covers, once."""
    text = (
        "Indien de lening niet tijdig is afgelost, is het gehele bedrag ineens opeisbaar.\n\nArtikel 9\n"
        "In zeer uitzonderlijke gevallen kan Onze Minister op aanvraag van artikel 8 afwijken."
    )
    toelichting = "MEMORIE VAN TOELICHTING\n\nALGEMEEN\n\nDit voorstel regelt leningen.\n"
    result = run(dossier(read_text(f"{VOORAF}{text}\n", "ontwerp.txt", "txt"), read_text(toelichting, "toelichting.txt", "txt")), CHECKS)
    assert any(f.theme == "hardheid" and "opeisbaar" in f.quote for f in result.findings), [f.quote for f in result.findings]


@pytest.mark.parametrize(
    ("lead", "level"),
    [
        ("Op aanvragen die zijn gedaan vóór die dag blijft artikel 7 van de Wet vervoer scholieren van toepassing.", Severity.WARNING),
        ("Op aanvragen van vóór die dag zijn de artikelen 7 en 8 van de Wet vervoer scholieren van toepassing.", Severity.INFO),
    ],
)
def test_the_old_law_that_stays_for_a_while_fills_no_way_out_in(lead: str, level: Severity) -> None:
    loss = "De scholier die vóór die dag geen aanvraag heeft ingediend, verliest van rechtswege zijn recht op vervoer."
    bill = f"Artikel 3\n{lead} {loss}\n\nArtikel 9\nDeze wet treedt in werking op 1 mei 2030.\n"
    checks = [c for c in load() if c.name == "verlies-van-rechtswege"]
    (finding,) = run(dossier(read_text(bill, "ontwerp.txt", "txt")), checks).findings
    assert finding.severity is level

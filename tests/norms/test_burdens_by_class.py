"""What is to somebody's disadvantage, and what he must do himself, per class of wording; each class with its look-alikes."""

from __future__ import annotations

import pytest

from doenvermogentoets.norms.model import GevolgSoort, Ruimte


def _adverse(norms, text):
    return any(n.belastend for n in norms(text))


def _acts(norms, text):
    return any(n.doenlast for n in norms(text))


def _limit(norms, text):
    return next((t for n in norms(text) for t in n.termijnen), None)


@pytest.mark.parametrize(
    ("text", "adverse"),
    [
        ("Het bestuur kan besluiten dat de inschrijving wordt doorgehaald.", True),
        ("Onze Minister kan beslissen dat geen voorschot wordt verstrekt.", True),
        ("Het UWV kan besluiten dat de uitkering over ten hoogste een maand niet wordt betaald.", True),
        ("Het college kan bepalen dat de kosten van het toezicht worden verhaald op de houder.", True),
        ("Het college kan bepalen dat de toelage lager wordt vastgesteld.", True),
        ("De dienst is bevoegd de vergoeding stop te zetten.", True),
        ("Het bestuur is bevoegd de toelage geheel of gedeeltelijk in te houden.", True),
        ("De inspecteur is bevoegd de houder een last onder dwangsom op te leggen.", True),
        ("Het college is bevoegd uitstel van betaling te verlenen.", False),
        ("Het college is niet bevoegd de vergunning in te trekken.", False),
        ("Onze Minister kan besluiten dat de vergadering in het openbaar plaatsvindt.", False),
        ("Het college kan bepalen dat de inschrijving wordt verlengd.", False),
    ],
)
def test_what_is_decided_in_a_clause_of_its_own_gives_the_direction(norms, text, adverse):
    assert _adverse(norms, text) is adverse


@pytest.mark.parametrize(
    ("text", "adverse"),
    [
        ("De dienst brengt de kosten van de keuring in rekening bij de houder.", True),
        ("Voor de afgifte van een uittreksel wordt een vergoeding geheven.", True),
        ("De gemeente brengt de kosten van de sloop ten laste van de eigenaar.", True),
        ("De kosten van het onderzoek komen ten laste van de aanvrager.", True),
        ("De kosten van het toezicht worden doorberekend aan de vergunninghouder.", True),
        ("De kosten van het herstel zijn voor rekening van de exploitant.", True),
        ("De kosten van de commissie komen ten laste van het Rijk.", False),
        ("De kosten van de keuring worden niet doorberekend aan de houder.", False),
        ("De commissie vermeldt in de uitspraak de in rekening te brengen huurprijs.", False),
        ("Aanspraak op vergoeding bestaat slechts gedurende de eerste twee jaar.", True),
        ("Het recht op verlof ontstaat slechts na afloop van de proeftijd.", True),
        ("Het recht op verlof ontstaat na afloop van de proeftijd.", False),
        ("De opbouw van de aanspraak wordt opgeschort gedurende het onbetaald verlof.", True),
    ],
)
def test_who_has_to_bear_the_cost_or_gets_less_is_burdened(norms, text, adverse):
    assert _adverse(norms, text) is adverse


@pytest.mark.parametrize(
    ("text", "soort", "named"),
    [
        ("De exploitant herziet het veiligheidsplan elke drie jaar.", GevolgSoort.HERZIENING, False),
        ("De huurder beëindigt de overeenkomst met inachtneming van een opzegtermijn.", GevolgSoort.BEEINDIGING, False),
        ("De aanvrager trekt de aanvraag schriftelijk in.", GevolgSoort.INTREKKING, False),
        ("De exploitant stelt een plan op en herziet dit elk jaar.", GevolgSoort.HERZIENING, False),
        ("Het college trekt de vergunning in.", GevolgSoort.INTREKKING, True),
        ("Het college herziet de toeslag.", GevolgSoort.HERZIENING, True),
        ("De toeslag wordt door het college beëindigd.", GevolgSoort.BEEINDIGING, True),
        ("De uitkering wordt ingetrokken.", GevolgSoort.INTREKKING, True),
    ],
)
def test_what_somebody_does_with_what_is_his_is_no_effect_on_him(norms, text, soort, named):
    assert (soort in {g.soort for n in norms(text) for g in n.gevolgen}) is named


def test_one_subject_and_two_verbs_do_not_make_a_limit_strict(norms):
    text = "De eigenaar voert de analyse uit binnen een jaar na ingebruikname en herziet deze elke vier jaar."
    limit = _limit(norms, text)
    assert (limit.voor, limit.streng) == ("burger", False)


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("De koper kan de overeenkomst herroepen.", True),
        ("De deelnemer kan zijn toestemming te allen tijde intrekken.", True),
        ("De toestemming kan door de bewoner worden ingetrokken.", True),
        ("De vereniging mag het prijzengeld in termijnen uitbetalen.", True),
        ("De pachter kan een deskundige aanwijzen.", True),
        ("De student kan in aanmerking komen voor een toelage.", False),
        ("De bewoner kan recht hebben op een vergoeding.", False),
        ("De stichting kan slechts als verzekeraar optreden.", False),
    ],
)
def test_a_right_that_is_used_by_doing_something_asks_an_act(norms, text, acts):
    assert _acts(norms, text) is acts


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("De bijdrage wordt toegekend indien de bewoner een daartoe strekkend verzoek aan het bestuur heeft gericht.", True),
        ("De inschrijving wordt verlengd, mits de ouder de aanvraag zelf heeft gedaan.", True),
        ("Indien wordt verzocht om uitstel, wordt de invordering geschorst.", True),
        ("Het verbod geldt niet indien de houder kan aantonen dat de stof is gezuiverd.", True),
        ("De vrijstelling geldt slechts voor zover het bewijs daarvan door de houder wordt overgelegd.", True),
        ("Bij ministeriële regeling kan worden bepaald dat op aanvraag van de houder ontheffing kan worden verleend.", True),
        ("De referent die de aanvraag heeft gedaan, wordt door het college ingelicht.", False),
        ("Bij ministeriële regeling worden regels gesteld over de behandeling van een aanvraag.", False),
        ("Indien de houder de gegeven voorschriften niet nakomt, kan het college de vergunning intrekken.", False),
        ("Degene die een der in het eerste lid omschreven feiten begaat, wordt gestraft met hechtenis.", False),
    ],
)
def test_an_act_that_a_rule_supposes_is_asked_and_a_breach_is_not(norms, text, acts):
    assert _acts(norms, text) is acts


@pytest.mark.parametrize(
    ("text", "voor"),
    [
        ("De reiziger kan de overeenkomst opzeggen gedurende tien dagen vanaf de ontvangst van de bevestiging.", "burger"),
        ("De koper kan gedurende veertien dagen na levering de koop ontbinden.", "burger"),
        ("Het college kan de vergunning intrekken gedurende drie jaar na de verlening.", "overheid"),
        ("Het verzoek om teruggaaf wordt ingediend gelijktijdig met de aangifte.", "burger"),
        ("De huurder betaalt het bedrag uiterlijk op de maandag van de derde week.", "burger"),
        ("De inspecteur bepaalt binnen welke termijn de gebreken moeten zijn hersteld.", "burger"),
        ("Het college stelt de periode vast waarbinnen de stukken moeten worden overgelegd.", "burger"),
        ("Onze Minister bepaalt binnen welke termijn het college moet besluiten.", "overheid"),
    ],
)
def test_forms_of_a_limit_and_whose_it_is(norms, text, voor):
    assert _limit(norms, text).voor == voor


@pytest.mark.parametrize(
    "text",
    [
        "De beschikking maakt melding van de termijn waarbinnen bezwaar moet worden gemaakt.",
        "De gelijktijdig met de vergunning verleende ontheffing vervalt.",
        "De vergoeding wordt betaald gedurende tien jaar vanaf de ingangsdatum.",
        "Het UWV kan volstaan met een waarschuwing, tenzij het verzuim plaatsvindt binnen twee jaar te rekenen vanaf de datum waarop "
        "eerder een waarschuwing is gegeven.",
    ],
)
def test_no_limit_for_somebody(norms, text):
    limit = _limit(norms, text)
    assert limit is None or limit.voor != "burger"


@pytest.mark.parametrize(
    ("text", "ruimte"),
    [
        ("Bij ministeriële regeling kunnen regels worden gesteld op grond waarvan aan de houder vrijstelling kan worden verleend.", True),
        ("Bij verordening kan worden bepaald dat het college ontheffing kan verlenen van het verbod.", True),
        ("De voorzitter kan de invordering van de boete opschorten.", True),
        ("Het college kan de tenuitvoerlegging van het besluit schorsen.", True),
        ("Bij algemene maatregel van bestuur worden regels gesteld over het verlenen van ontheffing.", False),
        ("Bij de regels kan worden bepaald dat een vrijstelling of ontheffing is vereist die kan worden verleend.", False),
        ("Het college kan de vergunning intrekken van een houder die in bijzondere omstandigheden verkeert.", False),
        ("Het college kan de betaling van de toelage opschorten.", False),
    ],
)
def test_room_by_what_is_suspended_or_may_be_granted(norms, text, ruimte):
    assert any(n.ruimte is not Ruimte.GEEN for n in norms(text)) is ruimte


def test_a_benefit_is_paid_by_the_authority_whatever_it_is_called(norms):
    text = "De nog niet betaalde vakantie-uitkering wordt in één bedrag betaald."
    assert [(n.belastend, n.doenlast) for n in norms(text)] == [(False, False)]


@pytest.mark.parametrize(
    ("text", "ruimte"),
    [
        ("Het college kan van de terugvordering afzien om zwaarwegende persoonlijke redenen.", True),
        ("Het bestuur kan in een uitzonderlijke situatie uitstel van betaling verlenen.", True),
        ("De boete wordt niet opgelegd voor zover de overtreding de houder niet kan worden verweten.", True),
        ("Het recht vervalt niet indien het verzuim de aanvrager redelijkerwijs niet kan worden aangerekend.", True),
        ("Het college scheldt de restschuld na drie jaar geheel of gedeeltelijk kwijt.", True),
        ("Onze Minister kan de boete verlagen indien de overtreder meewerkt.", True),
        ("Het bestuur kan de uitkering verlagen met het bedrag van de boete.", False),
        ("Het college weigert de vergunning in het geval dat de aanvrager de gegevens niet verstrekt.", False),
        ("Indien een bijzondere omstandigheid daartoe aanleiding geeft, kan het college aan de vergunning voorschriften verbinden.", False),
        ("Van het verbod geldt een vrijstelling voor dieren die in gevangenschap zijn gefokt.", False),
    ],
)
def test_room_in_other_words(norms, text, ruimte):
    assert any(n.ruimte is not Ruimte.GEEN for n in norms(text)) is ruimte


@pytest.mark.parametrize(
    ("text", "adverse"),
    [
        ("Het recht op de toelage vervalt als de aanvrager niet binnen twee weken reageert.", True),
        ("In dat geval vervalt het recht op de toelage niet.", False),
        ("De aanspraak vervalt niet indien de ouder de gegevens alsnog verstrekt.", False),
        ("Indien de raad een advies niet volgt, wordt de uitvoering van het besluit opgeschort.", False),
        ("De verschuldigde premie is de premie verminderd met de heffingskorting.", False),
        ("De commissie verklaart het beroep niet-ontvankelijk, ongegrond of gegrond.", False),
    ],
)
def test_a_loss_that_is_denied_or_is_of_a_decision_burdens_nobody(norms, text, adverse):
    assert _adverse(norms, text) is adverse

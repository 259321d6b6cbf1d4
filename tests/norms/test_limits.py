"""Whose a time limit is, how strict, and where its words end."""

from __future__ import annotations

import pytest

from doenvermogentoets.norms.model import TermijnSoort


@pytest.mark.parametrize(
    "text",
    [
        # an agent after «door» that receives is not the one who must act
        "Is de opgave niet binnen vier weken na afloop van het kwartaal door het waterschap ontvangen, dan vervalt de korting.",
        "De korting vervalt indien de opgave niet binnen vier weken na afloop van het kwartaal door het waterschap is ontvangen.",
        "De pas vervalt indien de leges niet binnen tien dagen na de herinnering zijn voldaan.",
        "De opslag wordt toegekend, mits de verbouwing ten minste vijf werkdagen voor de aanvang is gemeld.",
        "Vindt de mededeling later dan tien dagen na de wijziging plaats, dan vervalt de korting.",
        "De aanvraag wordt uiterlijk drie weken voor het einde van het seizoen gedaan via het daartoe door de dienst opengestelde loket.",
        "De korting wordt geweigerd indien een van de bescheiden niet vóór de daar genoemde datum door de dienst is ontvangen.",
        "Een aanvraag wordt ingediend in de periode van 1 maart tot en met 31 maart.",
        "De termijn voor het indienen van een bezwaarschrift bedraagt drie weken.",
        "Indien de opgave onvolledig is, verzoekt het college de verhuurder binnen een redelijke termijn de opgave aan te vullen.",
        "Het college stelt de bewoner in de gelegenheid binnen twee weken te reageren.",
        "De rechtsvordering tot betaling verjaart door verloop van drie jaren na de levering.",
        "De subsidie wordt uiterlijk in het jaar 2031 besteed.",
        # what is handed in stands in front
        "De gegevens die het waterschap niet heeft, verstrekt de bewoner binnen drie weken na het verzoek.",
        "De leges betaalt de aanvrager binnen een week.",
        "De huurder is aansprakelijk, tenzij hij het waterschap binnen een maand na de ontdekking van de schade in kennis heeft gesteld.",
    ],
)
def test_limits_of_a_citizen_who_is_not_the_subject(norms, text):
    assert "burger" in [t.voor for n in norms(text) for t in n.termijnen]


@pytest.mark.parametrize(
    "text",
    [
        "Binnen vier weken na de melding voert een medewerker van het sociaal team een gesprek met de bewoner.",
        "De gegevens zendt het waterschap binnen een week aan de aanvrager.",
        # how long a measure lasts
        "De vergunning van de houder van wie de opgave niet is ontvangen, wordt geschorst tot en met 31 maart.",
        # after a clause with «die» the main clause is taken up again
        "Het waterschap wijst de bewoner die daarom vraagt binnen tien dagen een vaste medewerker toe.",
        "De dienst zendt de houder die een opgave heeft gedaan binnen twee weken een bevestiging.",
        "De toelage wordt binnen vier weken na de beschikking betaald op de rekening waarop de bewoner zijn uitkering ontvangt.",
        "De leges worden binnen vier weken terugbetaald.",
        "De waarborgsom en de rente worden binnen zes weken uitbetaald.",
        "Ten minste een dag voor de hervatting wordt daarvan mededeling gedaan aan de vreemdeling.",
        "De beschikking tot toekenning wordt genomen binnen vijf weken.",
        "De ouder wordt binnen vijf werkdagen in kennis gesteld.",
        "Een daartoe strekkend voorstel van wet wordt zo spoedig mogelijk ingediend.",
        "Het besluit vervalt indien niet binnen een maand een beslissing over de schorsing is genomen.",
        "Indien een verzoek onduidelijk is, verzoekt het bestuursorgaan binnen twee weken de verzoeker om het verzoek toe te lichten.",
    ],
)
def test_limits_of_an_authority(norms, text):
    assert "burger" not in [t.voor for n in norms(text) for t in n.termijnen]


@pytest.mark.parametrize(
    ("text", "begin"),
    [
        ("De weduwnaar doet binnen drie weken na het overlijden mededeling aan de gemeente.", "na het overlijden"),
        ("De houder stelt binnen drie weken na de verhuizing het college in kennis.", "na de verhuizing"),
        ("De huurder meldt de schade binnen een week na de ontdekking daarvan aan de verhuurder.", "na de ontdekking daarvan"),
        ("De leverancier geeft binnen een week na afloop van een kalendermaand de meterstand door.", "na afloop van een kalendermaand"),
        ("De aanvrager zendt binnen een week na ontvangst van de gevraagde gegevens een kopie.", "na ontvangst van de gevraagde gegevens"),
        (
            "De aanvrager zendt binnen een week na de in het tweede lid bedoelde mededeling een kopie.",
            "na de in het tweede lid bedoelde mededeling",
        ),
        (
            "De houder verzoekt binnen een week na de dag waarop de vergunning eindigt om verlenging.",
            "na de dag waarop de vergunning eindigt",
        ),
        (
            "De aanvrager verstrekt de gegevens binnen twee weken nadat hij het verzoek heeft ontvangen.",
            "nadat hij het verzoek heeft ontvangen",
        ),
    ],
)
def test_the_starting_event_ends_before_what_is_done(norm, text, begin):
    (limit,) = norm(text).termijnen
    assert limit.begin == begin


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("De bewoner doet telkens voor de vijfde dag van de maand opgave.", "telkens voor de vijfde dag van de maand"),
        ("De instelling zendt jaarlijks voor 1 maart het verslag.", "jaarlijks voor 1 maart"),
        ("De uitbater betaalt binnen drie weken na afloop van elk kwartaal de heffing.", "binnen drie weken na afloop van elk kwartaal"),
        ("De uitbater betaalt uiterlijk op de vijfde dag van iedere maand de heffing.", "uiterlijk op de vijfde dag van iedere maand"),
    ],
)
def test_recurring_limits_carry_their_word_of_recurrence(norms, text, words):
    (limit,) = norms(text)[0].termijnen
    assert (limit.terugkerend, limit.tekst) == (True, words)


def test_once_is_not_recurring(norm):
    (limit,) = norm("De aanvrager betaalt het bedrag binnen zes weken na de beschikking.").termijnen
    assert not limit.terugkerend


@pytest.mark.parametrize("words", ["ten minste drie weken van tevoren", "ten minste drie werkdagen vooraf"])
def test_counted_back_without_event(analyse, words):
    analysis = analyse(f"De organisator meldt het evenement {words}.")
    (limit,) = analysis.provisions[0].norms[0].termijnen
    assert limit.teruggerekend
    assert analysis.document.text[limit.kern] == words


def test_a_window_counts_its_days(norm):
    (limit,) = norm("Een aanvraag wordt ingediend in de periode van 2 maart 2031 tot en met 20 maart 2031.").termijnen
    assert (limit.soort, limit.dagen, limit.streng) == (TermijnSoort.UITERSTE_DATUM, 19, True)


@pytest.mark.parametrize(
    "text",
    [
        "Het restant is terstond opeisbaar.",
        "De directeur is direct of indirect betrokken.",
        "De aanvragen die voor 1 januari 2015 zijn afgehandeld, blijven buiten beschouwing.",
        "De termijn wordt met vier weken verlengd.",
        "De bewoner die in de periode van 1 maart tot en met 31 maart woonachtig was, telt mee.",
    ],
)
def test_no_limit_for_acting(norms, text):
    assert [t.tekst for n in norms(text) for t in n.termijnen] == []


def test_a_loss_in_another_sentence_makes_strict(norms):
    text = "De houder meldt de wijziging binnen drie maanden. Het college trekt de vergunning in indien de houder de wijziging niet meldt."
    first = norms(text)[0]
    assert [t.streng for t in first.termijnen] == [True]


def test_an_excuse_in_another_sentence_takes_it_away(norms):
    text = "De houder meldt de wijziging binnen twee weken. Een latere melding geldt als tijdig indien de overschrijding verschoonbaar is."
    first = norms(text)[0]
    assert [t.streng for t in first.termijnen] == [False]


def test_missing_the_condition_of_a_decision_costs_something(norms):
    text = "De houder kan zijn stand voortzetten tot 1 mei indien hij binnen zestien weken een aanvraag heeft ingediend."
    assert any(t.streng for n in norms(text) for t in n.termijnen)

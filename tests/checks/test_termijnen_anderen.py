# ruff: noqa: E501 - an example sentence stands on one line
"""Limits that look like a citizen's and are somebody else's, as laws in force have them; and their neighbours, which are a citizen's."""

from __future__ import annotations

import pytest

from doenvermogentoets.analysis import analyse
from doenvermogentoets.catalogue import load
from doenvermogentoets.engine import run_analysed
from doenvermogentoets.findings import Finding, Severity
from doenvermogentoets.testing import Marked, dossier_of

CATALOGUE = load()
PEOPLE = "\n\nArtikel 9\nDe ouder van een kind of de bewoner van een woning ontvangt op zijn verzoek een tegemoetkoming voor zijn gezin en kinderen.\n"
BUSINESS = "\n\nArtikel 9\n" + " ".join(f"Een onderneming of bedrijf voldoet aan eis {n} voor de inrichting." for n in range(1, 9)) + "\n"


def findings(text: str, rest: str = PEOPLE) -> list[Finding]:
    """What the theme says of artikel 5."""
    bill = "Artikel 5\n" + text + rest
    result = run_analysed(analyse(dossier_of(Marked(bill, None, ()))), CATALOGUE.select(("termijnen",)))
    assert result.failures == []
    return [f for f in result.findings if f.span.start < len(text) + 10]


SOMEBODY_ELSE = (
    # an authority acts, however the sentence is turned
    "De verzoeker verstrekt inlichtingen. De minister verstrekt de verzoeker binnen vier weken een afschrift van zijn gegevens.",
    "De bewoner kan het college verzoeken de aanwijzing in te trekken. Zij nemen een besluit uiterlijk vier weken na de dag van ontvangst van de aanvraag.",
    "Indien de bewoner daarom verzoekt, wordt de beschikking genomen uiterlijk drie weken na het verzoek.",
    "Indien de bewoner daarom verzoekt, wordt de in het eerste lid bedoelde beschikking afgegeven uiterlijk drie weken na het verzoek.",
    "Het rapport over de bewoner wordt binnen vier weken opgesteld, indien de aanvraag betrekking heeft op een vergoeding.",
    # an office or an expert acts
    "Indien de klager bij indiening van de klacht daarom verzoekt, brengt de deken deze onmiddellijk ter kennis van de raad.",
    "De deskundige deelt de uitslag uiterlijk binnen twee weken nadat het onderzoek is voltooid schriftelijk mee aan de bewoner.",
    "1. De officier van justitie stelt de andere autoriteit daarvan in kennis.\n2. In andere gevallen vordert hij uiterlijk op de derde dag na de ontvangst van het bevel dat de rechtbank het in behandeling neemt.",
    "Een dierenarts die vermoedt dat een dier ziek is, geeft daarvan terstond kennis aan de ambtenaar.",
    # he is told
    "De aanvrager wordt daarvan zo spoedig mogelijk schriftelijk in kennis gesteld.",
    "Van een weigering wordt degene die om hulp verzocht onverwijld schriftelijk in kennis gesteld.",
    "De jeugdhulpaanbieder stelt de jeugdige uiterlijk vier dagen na zijn beslissing daarvan schriftelijk in kennis.",
    # an organisation, by what it runs or does
    "De houder van een kindercentrum inventariseert jaarlijks de risico's van de opvang van kinderen.",
    "De eigenaar van een drinkwaterbedrijf informeert terstond en volledig de consumenten.",
    "Degene die een onderneming drijft, draagt zorg dat elke vier jaar een onderzoek wordt gedaan en meldt de uitkomst jaarlijks aan het college.",
    "De verantwoordelijke deelt de betrokkene binnen vier weken mee of hem betreffende gegevens worden verwerkt.",
    "Gevestigde apothekers en artsen controleren binnen drie dagen na ontvangst of de levering klopt en melden een verschil binnen drie dagen.",
    "De kapitein van een schip doet onverwijld melding van ieder ongeval.",
    "Tegen het bevel komt het slachtoffer of het Openbaar Ministerie binnen veertien dagen in beroep bij het hof.",
    "Artikel 6:5, derde lid, van de Algemene wet bestuursrecht is niet van toepassing op beroepschriften in de Engelse taal.",
    "De bewoner blijft verzekerd indien hij na afloop van die vier weken of binnen die vier weken arbeidsongeschikt is.",
    # no time at all
    "Schuldenaar is ook degene die de gegevens onmiddellijk of middellijk heeft verstrekt.",
    # nobody is named, and the artikel is about a body
    "1. De rechtspersoon die een school in stand houdt, ontvangt bijzondere bekostiging.\n2. De aanvraag is uiterlijk op 15 september ontvangen. Aanvragen die na die datum worden ontvangen, worden afgewezen.",
    "Wordt aan het voorstel de instemming onthouden, dan deelt het bevoegd gezag dit aan de medezeggenschapsraad mee. Indien deze mededeling niet binnen drie maanden wordt gedaan, vervalt het voorstel.",
    # what the authority is asked to do, and what cannot be done in time
    "De verkoper kan aan burgemeester en wethouders verzoeken om binnen vier weken de rechter te vragen de prijs te bepalen.",
    "Een verzoek van de bewoner om bijstand wordt geweigerd indien de bijstand niet binnen de gestelde termijn kan worden geleverd.",
    # reckoning, not remembering
    "De toeslag gaat niet vroeger in dan een jaar voor de eerste dag van de maand waarin het verzoek van de bewoner is ingediend.",
    "Ieder jaar dat de bewoner in de woning heeft gewoond, is voor hem een woonjaar.",
    "Aanvragen van bewoners die worden gedaan voor de eerste dag van het kalenderjaar na dat waarin dit artikel in werking is getreden, worden afgehandeld.",
)


@pytest.mark.parametrize("text", SOMEBODY_ELSE)
def test_a_limit_of_somebody_else_is_left_alone(text: str) -> None:
    assert not [f.message for f in findings(text)]


STILL_HIS = (
    "Het college wijst de aanvraag af indien de aanvrager het formulier niet binnen twee weken na dagtekening heeft teruggezonden.",
    "Onze Minister betaalt de tegemoetkoming niet uit aan de ouder die de gegevens niet binnen twee weken na het verzoek verstrekt.",
    "De ouder stelt het college onverwijld in kennis van een verandering in zijn inkomen.",
    "Het college kan de bewoner verzoeken binnen twee weken gegevens te verstrekken.",
    "Zij wordt ingediend vóór 1 maart van het jaar. Een aanvraag van de ouder die na die datum is ontvangen, wordt afgewezen.",
    "De houder van een huisdier meldt een ziekte binnen drie dagen aan de burgemeester.",
    "De ouder dient elk jaar opnieuw voor 1 juli een kennisgeving in.",
)


@pytest.mark.parametrize("text", STILL_HIS)
def test_a_limit_of_a_citizen_is_still_told(text: str) -> None:
    assert findings(text)


def test_in_a_text_about_business_a_word_for_anybody_is_no_person() -> None:
    text = "De aanvrager meldt wijzigingen onverwijld aan Onze Minister."
    assert findings(text) and not findings(text, BUSINESS)
    assert findings("De consument meldt wijzigingen onverwijld aan Onze Minister.", BUSINESS)


def test_what_is_objected_to_intended_or_asked_for_is_no_price_of_being_late() -> None:
    against = (
        "Tegen de uitspraak dat een klacht niet ontvankelijk is, kan de klager binnen acht weken na de uitspraak bedenkingen indienen."
    )
    done = "1. De student meldt een tekort aan uren binnen drie maanden na afloop van het jaar.\n2. Onze Minister trekt de verklaring in indien de student de melding, bedoeld in het eerste lid, deed."
    for text in (against, done):
        assert not [f for f in findings(text) if f.check == "fatale-termijn-zonder-uitweg"], text
    missed = "1. De student meldt een tekort aan uren binnen drie maanden na afloop van het jaar.\n2. Onze Minister trekt de verklaring in indien de student de melding, bedoeld in het eerste lid, niet heeft gedaan."
    assert [f for f in findings(missed) if f.check == "fatale-termijn-zonder-uitweg"]


def test_a_debt_that_is_collected_when_it_is_not_paid_in_time_is_no_sanction() -> None:
    text = "Indien de bewoner het bedrag niet binnen de gestelde termijn betaalt, vordert de ontvanger dat bedrag in als ware het een belasting."
    assert not [f for f in findings(text) if f.check == "fatale-termijn-zonder-uitweg"]


def test_before_a_judge_to_whom_the_awb_does_not_apply_it_is_a_yardstick() -> None:
    (civil,) = [
        f
        for f in findings("De bewoner kan binnen vijf dagen na de beslissing beroep instellen bij het tuchtcollege.")
        if f.check == "afwijking-awb-termijn"
    ]
    (awb,) = [
        f
        for f in findings("De bewoner kan binnen vijf dagen na de beslissing beroep instellen bij Gedeputeerde Staten.")
        if f.check == "afwijking-awb-termijn"
    ]
    assert civil.severity is Severity.INFO and "maat" in civil.message and "6:11 blijft" not in civil.explanation
    assert awb.severity is Severity.WARNING
    assert not findings("De deken en de commandant kunnen binnen dertig dagen na de beslissing hoger beroep instellen bij het hof.")


def test_the_one_who_must_act_is_named_and_not_who_stands_beside() -> None:
    (notice,) = findings("Personen die onderdak verlenen aan een vreemdeling, melden dat onmiddellijk aan de korpschef.")
    assert "vreemdeling" not in notice.message
    (pension,) = findings(
        "Indien een belanghebbende andere inkomsten krijgt door omstandigheden van hemzelf, zijn echtgenoot of zijn kinderen, is hij gehouden daarvan onverwijld kennis te geven aan Onze Minister."
    )
    assert "echtgenoot" not in pension.message


def test_who_stands_in_another_onderdeel_is_not_named() -> None:
    notices = findings(
        "De kennisgeving moet worden ingediend:\na. een maand voordat de jongere leerplichtig wordt, en\nb. zolang er aanspraak op vrijstelling is, elk jaar opnieuw voor 1 juli."
    )
    assert {f.check for f in notices} == {"termijn-uren-of-teruggerekend", "terugkerende-plicht"}
    assert all("voor de jongere" not in f.message for f in notices)

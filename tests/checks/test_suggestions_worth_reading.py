"""What a suggestion must settle first: a person is hit, something is asked of him, and no way out stands near."""

from __future__ import annotations

import pytest

from doenvermogentoets import catalogue, engine, structure
from doenvermogentoets.findings import Finding, Severity
from doenvermogentoets.readers import read_text

CHECKS = {c.name: c for c in catalogue.load()}


def found(check: str, text: str) -> list[Finding]:
    result = engine.run(structure.dossier(read_text(text + "\n", "ontwerp.txt", "txt"), None), [CHECKS[check]])
    assert not result.failures
    return result.findings


# Each pair: what is information or nothing at all, and what is worth a remark.
PAIRS = [
    # whom it concerns
    (
        "terugkerende-plicht",
        "Regeling aanspreekpunten\n\nArtikel 1\nDe vertrouwenspersoon zendt de minister ieder jaar voor 1 maart een verslag van zijn werk.",
        "Regeling toelagen\n\nArtikel 1\nDe ouder zendt de minister ieder jaar voor 1 maart een opgave van zijn inkomen.",
    ),
    (
        "korte-termijn",
        "Besluit stages\n\nArtikel 1\n1. De aanmelding van de student geschiedt door het bevoegd gezag van de opleiding.\n2. De aanmelding "
        "geschiedt in de periode van 1 tot en met 20 maart.",
        "Besluit stages\n\nArtikel 1\n1. De aanmelding geschiedt door de student.\n2. De aanmelding geschiedt in de periode van 1 tot en "
        "met 20 maart.",
    ),
    (
        "open-strenge-termijn",
        "Regeling verzuim personeel rijksdienst\n\nArtikel 1\nDe medewerker met een toelage meldt een wijziging onverwijld aan de dienst.",
        "Regeling toelagen\n\nArtikel 1\nDe student met een toelage meldt een wijziging onverwijld aan de dienst.",
    ),
    (
        "hardheidsclausule-onbepaalde-reikwijdte",
        "Subsidieregeling laboratoria\n\nArtikel 1\nDe instelling vraagt subsidie aan.\n\nArtikel 2\nDe minister kan deze regeling buiten "
        "toepassing laten voor zover toepassing zal leiden tot een onbillijkheid van overwegende aard.",
        "Regeling leerkosten\n\nArtikel 1\nDe student vraagt een toelage aan.\n\nArtikel 2\nDe minister kan deze regeling buiten "
        "toepassing laten voor zover toepassing zal leiden tot een onbillijkheid van overwegende aard.",
    ),
    # whether something is asked, or taken
    (
        "gebonden-intrekking",
        "Artikel 9\nDe eerder aan de huurder gegeven regels over de toelage worden ingetrokken met ingang van de inwerkingtreding van dit "
        "besluit.",
        "Artikel 9\nDe toelage van de huurder wordt ingetrokken indien hij de opgave niet tijdig doet.",
    ),
    (
        "gebonden-intrekking",
        "Artikel 9\nHet dagloon is het loon waarnaar de ingetrokken uitkering van de werknemer zou zijn berekend.",
        "Artikel 9\nDe uitkering van de werknemer wordt ingetrokken indien hij de opgave niet tijdig doet.",
    ),
    (
        "ingangsdatum-is-aanvraagdatum",
        "Artikel 2\nDe student die een jaar gaat reizen, kan voor zijn toelage op aanvraag een voorschot krijgen.",
        "Artikel 2\nDe toelage van de student gaat in op de dag waarop de aanvraag is ontvangen.",
    ),
    (
        "terugkerende-plicht",
        "Artikel 3\nDe student volgt ten minste 90 minuten per week onderwijs en meldt dat.",
        "Artikel 3\nDe student meldt zich iedere week bij de dienst.",
    ),
    (
        "korte-termijn",
        "Artikel 3\nDe termijn waarbinnen de huurder zijn aanvraag aanvult op grond van artikel 4:5 van de Algemene wet bestuursrecht, is "
        "vier weken.",
        "Artikel 3\nDe huurder zendt zijn opgave binnen vier weken.",
    ),
    (
        "schatten-en-verrekenen",
        "Artikel 5\nDe aanvraag van de werknemer vermeldt de verwachte duur van de afwezigheid.",
        "Artikel 5\nDe aanvraag van de werknemer vermeldt zijn verwachte inkomen in het volgende jaar.",
    ),
    (
        "termijn-begint-bij-eigen-waarneming",
        "Artikel 5\nDe werknemer dient de aanvraag in binnen acht weken na aanvang van het werk.",
        "Artikel 5\nDe werknemer dient de aanvraag in binnen acht weken nadat de schade hem bekend is geworden.",
    ),
    (
        "open-strenge-termijn",
        "Artikel 6\nDe bewoner meldt schade aan het hek onverwijld aan de beheerder.",
        "Artikel 6\nDe bewoner met een uitkering meldt een wijziging in zijn inkomen onverwijld aan het college.",
    ),
    (
        "korte-termijn",
        "Artikel 3\nDe huurder krijgt geen voorziening, tenzij hij de verklaring binnen twee weken alsnog ondertekent en indient.",
        "Artikel 3\nDe huurder krijgt een voorziening, indien hij de verklaring binnen twee weken ondertekent en indient.",
    ),
    (
        "korte-termijn",
        "Artikel 3\nDe gegevens van de bewoner worden op zijn verzoek en uiterlijk vier weken na het einde van de procedure verwijderd.",
        "Artikel 3\nDe bewoner levert de gegevens uiterlijk vier weken na het einde van de procedure in.",
    ),
    (
        "gebonden-intrekking",
        "Artikel 9\nBij de beoordeling of de toelage van de huurder wordt geweigerd of ingetrokken, telt zijn leeftijd mee indien hij de "
        "opgave niet doet.",
        "Artikel 9\nDe toelage van de huurder wordt ingetrokken indien hij de opgave niet tijdig doet.",
    ),
    # a way out that stands near
    (
        "korte-termijn",
        "Artikel 7\n1. De huurder zendt zijn opgave binnen drie weken.\n2. Het college kan van dit artikel afwijken in bijzondere "
        "gevallen.",
        "Artikel 7\n1. De huurder zendt zijn opgave binnen drie weken.\n2. Het college bewaart de opgave.",
    ),
    (
        "korte-termijn",
        "Artikel 7\n1. De huurder dient zijn klacht in binnen drie weken.\n2. Een latere klacht wordt toch in behandeling genomen als "
        "redelijkerwijs niet kan worden geoordeeld dat de huurder in verzuim is geweest.",
        "Artikel 7\n1. De huurder dient zijn klacht in binnen drie weken.\n2. Een klacht is gemotiveerd.",
    ),
    (
        "verlies-van-rechtswege",
        "Artikel 7\nHet recht op pensioen van de weduwe vervalt als zij vijf jaar lang geen betaling heeft gevraagd.\n\nArtikel 8\nOnze "
        "Minister kan een vervallen recht op pensioen herstellen.",
        "Artikel 7\nHet recht op pensioen van de weduwe vervalt als zij vijf jaar lang geen betaling heeft gevraagd.\n\nArtikel 8\nOnze "
        "Minister betaalt het pensioen.",
    ),
    (
        "hardheidsclausule-afwijkend-criterium",
        "Artikel 7\nDe toelage van de ouder gaat niet eerder in dan op de dag van de aanvraag. De minister kan in bijzondere gevallen "
        "van de "
        "eerste zin afwijken.",
        "Artikel 7\nDe toelage van de ouder gaat niet eerder in dan op de dag van de aanvraag. De minister kan van de eerste zin afwijken "
        "als dat voor de ouder tot een onredelijke uitkomst leidt.",
    ),
    # proof that is not hard
    (
        "zware-bewijslast",
        "Artikel 8\nDe student legt bij de aanvraag een gewaarmerkt afschrift van zijn inschrijving over.",
        "Artikel 8\nDe student legt bij de aanvraag een verklaring van een arts over.",
    ),
    (
        "zware-bewijslast",
        "Artikel 8\nDe aanvraag van de bewoner gaat vergezeld van een taxatierapport van een taxateur en een verklaring van een "
        "accountant.",
        "Artikel 8\nDe aanvraag van de bewoner gaat vergezeld van een taxatierapport van een taxateur.",
    ),
    # what is no refusal of time, and whose power it is
    (
        "waarborg-uitgesloten",
        "Artikel 9\nDe student krijgt een voorlopige pas als zijn vertrek geen uitstel gedoogt.",
        "Artikel 9\nDe student betaalt het lesgeld voor 1 mei. Uitstel van betaling wordt niet verleend.",
    ),
    (
        "kan-zonder-kader",
        "Artikel 9\n1. De ouder kan een aanvraag tot registratie van een machtiging doen.\n2. De minister keurt de aanvraag goed.\n"
        "3. De registratie van de machtiging kan worden ingetrokken via de website of via een loket.",
        "Artikel 9\n1. De ouder kan een aanvraag tot registratie van een machtiging doen.\n2. De minister keurt de aanvraag goed.\n"
        "3. De registratie van de machtiging kan worden ingetrokken.",
    ),
]


@pytest.mark.parametrize(("check", "quiet", "heard"), PAIRS)
def test_a_suggestion_is_worth_reading(check: str, quiet: str, heard: str) -> None:
    assert all(f.severity is Severity.INFO for f in found(check, quiet))
    assert any(f.severity is not Severity.INFO for f in found(check, heard))


def test_information_tells_which_words_may_be_the_way_out() -> None:
    text = (
        "Artikel 7\n1. De huurder zendt zijn opgave binnen drie weken.\n2. In bijzondere gevallen kan het college van dit artikel afwijken."
    )
    (finding,) = found("korte-termijn", text)
    assert finding.severity is Severity.INFO
    assert "bijzondere gevallen" in finding.explanation
    assert "Eerst de vraag" in finding.explanation

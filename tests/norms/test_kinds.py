from __future__ import annotations

import pytest

from doenvermogentoets.norms.model import Ruimte, Soort


@pytest.mark.parametrize(
    ("text", "soort", "rol"),
    [
        ("De ouder verstrekt het college de gegevens die nodig zijn voor de beslissing.", Soort.PLICHT, "burger"),
        ("Indien het inkomen wijzigt, meldt de ontvanger dit onverwijld aan het college.", Soort.PLICHT, "burger"),
        ("De verhuurder is verplicht de huurder een kopie te geven.", Soort.PLICHT, "burger"),
        ("De aanvraag wordt ingediend bij het college.", Soort.PLICHT, "burger"),
        ("Het is verboden zonder vergunning een steiger te plaatsen.", Soort.VERBOD, "burger"),
        ("De exploitant mag het terras niet na middernacht openen.", Soort.VERBOD, "burger"),
        ("De huurder heeft recht op een tegemoetkoming.", Soort.RECHT, "burger"),
        ("De belanghebbende kan binnen zes weken bezwaar maken.", Soort.RECHT, "burger"),
        ("Onze Minister zendt binnen vijf jaar een verslag aan de Staten-Generaal.", Soort.PROCEDURE, "overheid"),
        ("Het college deelt de aanvrager mee welke gegevens ontbreken.", Soort.PLICHT, "overheid"),
    ],
)
def test_kind_and_addressee(norm, text, soort, rol):
    found = norm(text)
    assert found.adressaat is not None
    assert (found.soort, found.adressaat.rol) == (soort, rol)


@pytest.mark.parametrize(
    ("text", "soort"),
    [
        ("Onder woning wordt mede verstaan een woonwagen.", Soort.DEFINITIE),
        ("Met een ouder wordt gelijkgesteld degene die het kind verzorgt.", Soort.DEFINITIE),
        ("De tegemoetkoming bedraagt ten hoogste € 400 per jaar.", Soort.WAARDE),
        ("Het tweede lid is van overeenkomstige toepassing op de verhuurder.", Soort.TOEPASSELIJKHEID),
        ("Het recht op de tegemoetkoming eindigt op de dag na het overlijden.", Soort.RECHTSGEVOLG),
        ("Deze wet treedt in werking met ingang van 1 januari 2027.", Soort.SLOT),
        ("Handelen in strijd met artikel 4 is een strafbaar feit.", Soort.STRAF),
    ],
)
def test_kinds_without_an_addressee(norm, text, soort):
    assert norm(text).soort is soort


def test_onderdelen_continue_the_aanhef(norms):
    found = norms("De aanvrager:\na. verstrekt het college een kopie;\nb. meldt een verhuizing; en\nc. bewaart de bewijsstukken.")
    assert [n.werkwoord for n in found] == ["verstrekken", "melden", "bewaren"]
    assert {n.adressaat.rol for n in found if n.adressaat} == {"burger"}


def test_conditions_in_onderdelen_are_no_norms_of_their_own(norm):
    found = norm("Het college weigert de vergunning indien:\na. de aanvrager geen ingezetene is; of\nb. de woning niet geschikt is.")
    assert found.soort is Soort.BEVOEGDHEID
    assert found.bevoegdheid == "gebonden"


def test_a_pronoun_has_the_role_of_whom_it_stands_for(norms):
    found = norms("De huurder betaalt de bijdrage per maand. Hij bewaart het bewijs van betaling.")
    assert found[1].adressaat is not None
    assert found[1].adressaat.rol == "burger"


def test_a_defined_term_has_the_role_of_its_definition(analyse):
    analysis = analyse(
        "In deze wet wordt verstaan onder:\n– bureau: bestuursorgaan dat uitvoert;\n– poorter: natuurlijke persoon die hier woont.",
        "De poorter verstrekt de gegevens aan het bureau.",
        "Het bureau zendt de gegevens aan de poorter.",
    )
    assert analysis.definitions["poorter"].rol == "burger"
    assert analysis.definitions["bureau"].rol == "overheid"
    roles = [n.adressaat.rol for p in analysis.provisions[1:] for n in p.norms if n.adressaat]
    assert roles == ["burger", "overheid"]


def test_transitional_law_is_also_slot(norms):
    found = norms("Op aanvragen die zijn ingediend voor de inwerkingtreding van deze wet blijft artikel 4 van toepassing.")
    assert {n.soort for n in found} == {Soort.TOEPASSELIJKHEID, Soort.SLOT}


@pytest.mark.parametrize(
    ("text", "ruimte"),
    [
        (
            "Het college kan artikel 3 buiten toepassing laten voor zover dat zal leiden tot een onbillijkheid van overwegende aard.",
            Ruimte.HARDHEIDSCLAUSULE,
        ),
        ("Indien daarvoor dringende redenen aanwezig zijn, kan het UWV van terugvordering afzien.", Ruimte.ONTSNAPPING),
        ("Het college verleent op verzoek uitstel van betaling.", Ruimte.ONTSNAPPING),
        ("Het college weigert de vergunning indien de aanvrager kennelijk onredelijk gebruik maakt van zijn recht.", Ruimte.GEEN),
    ],
)
def test_room(norm, text, ruimte):
    assert norm(text).ruimte is ruimte


def test_an_empty_provision_has_no_norms(norms):
    assert norms("Vervallen") == ()


def test_a_term_that_stands_for_enterprise_or_person_may_be_a_person(analyse):
    analysis = analyse(
        "In deze regeling wordt verstaan onder:\nhobbyhouder: natuurlijke persoon die dieren houdt;\nhouder: landbouwer of hobbyhouder."
    )
    assert analysis.definitions["houder"].particulier
    assert analysis.definitions["hobbyhouder"].particulier

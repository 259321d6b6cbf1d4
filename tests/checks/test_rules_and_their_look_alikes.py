"""Beside what a rule must catch: words that look alike and say the opposite, or speak of somebody else."""

from __future__ import annotations

import pytest
from voorstellen import of

PEOPLE = "Artikel 1\nBelanghebbende is de bewoner die een steiger heeft. De bewoner meldt de steiger.\n\nArtikel 3\n"
LATE = "fatale-termijn-zonder-uitweg"
REFUSED = "De aanvraag van de bewoner die niet binnen zes weken is gedaan, wordt afgewezen.\n\nArtikel 8\n"
GRANT = "1. Het college verleent de bewoner op aanvraag een toeslag. "
WINDOW = "\n2. De aanvraag wordt binnen zes maanden na het overlijden van de partner ingediend."
DUE = "De aanslag van de bewoner is terstond invorderbaar. "


@pytest.mark.parametrize(
    ("check", "sentence", "told"),
    [
        # who bears the burden of proof
        ("zware-bewijslast", "De bewijslast dat de steiger veilig is, ligt bij de bewoner.", True),
        ("zware-bewijslast", "Ontkent de bewoner dat, dan rust de bewijslast op burgemeester en wethouders.", False),
        ("zware-bewijslast", "De Sociale verzekeringsbank draagt de bewijslast dat de bewoner niet meewerkte.", False),
        ("zware-bewijslast", "Op de bewoner rust geen bewijslast; de bewijslast rust niet op hem.", False),
        ("zware-bewijslast", "De inschrijving van de bewoner blijft in stand, tenzij blijkt dat de gegevens onjuist zijn.", False),
        ("zware-bewijslast", "De bewoner die zich op oponthoud beroept, draagt de bewijslast daarvan.", False),
        # delay and remission that are refused to everybody, or only to some
        ("invordering-zonder-regeling", DUE + "Kwijtschelding wordt nooit verleend.", True),
        ("invordering-zonder-regeling", DUE + "Kwijtschelding wordt niet geweigerd aan wie een uitkering heeft.", False),
        ("invordering-zonder-regeling", DUE + "De ontvanger verleent geen uitstel van betaling aan wie een regeling schond.", False),
        # a mistake of the authority that counts for nothing, or that helps
        ("waarborg-uitgesloten", "Het bedrag wordt teruggevorderd, ook als te veel is betaald door een fout van de gemeente.", True),
        ("waarborg-uitgesloten", "Het college ziet niet af van terugvordering, ook niet als een fout van het college dat meebracht.", True),
        (
            "waarborg-uitgesloten",
            "Het college ziet af van terugvordering, ook indien hij te veel kreeg door een fout van het college.",
            False,
        ),
        ("waarborg-uitgesloten", "De toeslag wordt niet teruggevorderd, ook niet als de fout van het college later blijkt.", False),
        ("waarborg-uitgesloten", "De toeslag wordt ingetrokken, ook indien hij door een vergissing niet bij het college meldde.", False),
        ("waarborg-uitgesloten", "Hij is een boete verschuldigd, ongeacht of het verzuim bij het college is hersteld.", False),
        # people who do not come, and papers that are not there
        ("sanctie-zonder-matiging", "Komt de bewoner niet opdagen op de afspraak, dan is een tarief van € 60 verschuldigd.", True),
        ("sanctie-zonder-matiging", "Zijn de stukken van de bewoner niet aanwezig, dan is hij een tarief van € 60 verschuldigd.", False),
        # a limit, and artikelen that do not hold
        ("harde-grens", "De bewoner wiens vermogen meer bedraagt dan € 5.000 heeft geen recht op een toeslag.", True),
        ("harde-grens", "De artikelen 4 en 5 zijn niet van toepassing op de bewoner die ouder is dan 65 jaar.", False),
        # a time to apply, and what the artikel says of other things
        (LATE, GRANT + "Bij overschrijding van het plafond wordt geloot." + WINDOW, True),
        (LATE, GRANT + "Het college kan de toeslag ambtshalve intrekken." + WINDOW, True),
        (LATE, GRANT + "De toeslag wordt niet met terugwerkende kracht verleend." + WINDOW, True),
        (LATE, GRANT + "\n2. De aanvraag wordt binnen zes maanden na intrekking van zijn uitkering ingediend.", True),
        (LATE, GRANT + "Het college kan de toeslag ambtshalve verlenen." + WINDOW, False),
        (LATE, GRANT + "Op een niet tijdig ingediende aanvraag wordt toch beslist." + WINDOW, False),
        (LATE, GRANT + WINDOW.replace("De aanvraag", "De aanvraag tot wijziging"), False),
        # more data for whoever applied, or for an authority that asks
        (
            LATE,
            "Op het verzoek van burgemeester en wethouders verstrekt de bewoner binnen tien dagen aanvullende gegevens. Doet hij dat "
            "niet, dan vervalt zijn toeslag.",
            True,
        ),
        # AWR 63 that holds, or is the exception; unfairness that is put right, or paid for
        (LATE, REFUSED + "Artikel 63 van de Algemene wet inzake rijksbelastingen is van overeenkomstige toepassing.", False),
        (LATE, REFUSED + "De bepalingen, behalve artikel 63 van de Algemene wet inzake rijksbelastingen, zijn van toepassing.", True),
        (LATE, REFUSED + "Het college kan een tegemoetkoming verlenen voor onbillijkheden van overwegende aard.", True),
    ],
)
def test_a_rule_and_its_look_alike(check: str, sentence: str, told: bool) -> None:
    assert bool(of(check, f"{PEOPLE}{sentence}\n")) is told


def test_a_policy_that_holds_at_least_for_some_is_not_applied_to_the_letter() -> None:
    policy = "{} Deze beleidsregel treedt in werking op 1 mei 2031."
    always, at_least = (
        "Het college past deze beleidsregel altijd toe.",
        "Het college past deze beleidsregel in ieder geval toe op de bewoner.",
    )
    assert of("waarborg-uitgesloten", PEOPLE + policy.format(always))
    assert not of("waarborg-uitgesloten", PEOPLE + policy.format(at_least))


def test_onderdelen_share_the_omission_that_opens_them() -> None:
    bill = PEOPLE + "Indien de bewoner niet tijdig meldt:\na. heeft hij geen recht op de toeslag;\nb. is hij uitgesloten van de regeling.\n"
    assert not of("harde-grens", bill)
    assert of(LATE, bill)


def test_an_artikel_22j_of_another_law_is_not_that_of_the_awr() -> None:
    of_awr, other = (
        of("afwijking-awb-termijn", f"{PEOPLE}In afwijking van artikel 22j van de {law} kan de bewoner binnen drie weken bezwaar maken.\n")
        for law in ("Algemene wet inzake rijksbelastingen", "Wet op steigers")
    )
    assert "AWR 22j" in of_awr[0].ground
    assert "AWR" not in other[0].ground

"""A warning only where the text itself settles it; the same finding is a suggestion where it does not."""

from __future__ import annotations

import pytest

from doenvermogentoets import catalogue, engine, structure
from doenvermogentoets.findings import Finding, Severity
from doenvermogentoets.readers import read_text
from doenvermogentoets.testing import findings_in, unmark

CHECKS = {c.name: c for c in catalogue.load()}
WARNING, SUGGESTION, INFO = Severity.WARNING, Severity.SUGGESTION, Severity.INFO
# Ninety-odd words without any structure, that follow whoever must hand something in.
LANG = (
    "bij het loket van de gemeente waar het zwembad staat een opgave in van de uren die in het voorafgaande kalenderjaar zijn gevolgd "
    "onder begeleiding van iemand die op de lijst van de bond voorkwam en die in dat jaar zelf les gaf aan een groep van meer dan tien "
    "personen in een bad dat aan de eisen voor water en lucht voldeed en dat ten minste negen maanden van dat jaar open was voor zowel "
    "gasten als vaste zwemmers uit de wijk waarin het ligt of uit een wijk die daaraan grenst en die zelf geen bad heeft gehad"
)


def found(check: str, text: str, title: str = "") -> list[Finding]:
    lead = f"{title}\n\n" if title else ""
    result = engine.run(structure.dossier(read_text(f"{lead}{text}\n", "ontwerp.txt", "txt"), None), [CHECKS[check]])
    assert not result.failures
    return result.findings


def levels(check: str, text: str, title: str = "") -> list[Severity]:
    return [f.severity for f in found(check, text, title)]


def asks(text: str) -> list[bool]:
    return ["vraagt iets van" in f.explanation for f in found("lange-zin", text)]


def test_a_long_sentence_that_asks_something_of_a_person_says_so_and_is_no_warning() -> None:
    text = f"Artikel 1\nDe leerling levert {LANG}."
    assert asks(text) == [True]
    assert levels("lange-zin", text) == [SUGGESTION]


@pytest.mark.parametrize(
    "text",
    [
        # an institution, an authority, an official
        f"Artikel 1\nDe instelling levert {LANG}.",
        f"Artikel 1\nHet bevoegd gezag levert {LANG}.",
        f"Artikel 1\nDegene die door de dienst met het toezicht is belast, levert {LANG}.",
        # nobody is asked anything: a right that exists, a penalty
        f"Artikel 1\nDe leerling heeft recht op een bijdrage die afhangt van {LANG.removeprefix('bij het loket van de gemeente waar ')}.",
        f"Artikel 1\nDe leerling die in strijd met dit artikel {LANG}, wordt gestraft met een geldboete van de eerste categorie.",
    ],
)
def test_a_long_sentence_that_asks_nothing_of_a_person_does_not_say_so(text: str) -> None:
    assert True not in asks(text)


def test_anybody_is_a_person_only_in_a_text_about_people() -> None:
    asked = f"Artikel 1\nDe aanvrager levert {LANG}.\n\nArtikel 2\n"
    people = asked + "De bijdrage hangt af van het inkomen van de ouders, het gezin en de kinderen."
    firms = asked + "De onderneming, de vennootschap en de exploitant houden de gegevens van hun bedrijf bij."
    assert asks(people) == [True]
    assert True not in asks(firms)


def test_the_words_after_an_enumeration_are_not_counted_with_its_last_onderdeel() -> None:
    tail = " ".join(["en dat toen wist"] * 10)
    text = f"Artikel 1\nDe verzekerde meldt dat hij ziek is geworden door:\na. opzet van hemzelf;\nb. een gebrek dat al bestond,\n{tail}."
    hits = found("lange-zin", text)
    assert all("b. een gebrek" not in f.quote for f in hits)


def test_two_sentences_without_a_space_between_them_are_two() -> None:
    first = "De leerling meldt zich bij het loket van de gemeente waar hij woont en neemt daarbij zijn oude pas en een foto mee naar binnen"
    glued = f"Artikel 1\n{first}.{first}.{first}."
    assert not found("lange-zin", glued)
    assert found("lange-zin", "Artikel 1\n" + " en ".join([first] * 3) + ".")


OBJECTION = "kan binnen tien dagen na de betekening daarvan een bezwaarschrift indienen bij"


def test_a_short_remedy_under_the_awb_is_a_warning() -> None:
    assert levels(
        "afwijking-awb-termijn", f"Artikel 1\nTegen de beslissing op de aanvraag {OBJECTION.replace('kan', 'kan de ouder')} het college."
    ) == [WARNING]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Artikel 1\nTegen de kennisgeving {OBJECTION.replace('kan', 'kan de veroordeelde')} de rechter die de straf oplegde.", ""),
        (
            f"Artikel 1\nHet openbaar ministerie geeft kennis van de omzetting. Tegen de kennisgeving "
            f"{OBJECTION.replace('kan', 'kan de betrokkene')} de rechter.",
            "",
        ),
        (
            f"Artikel 1\nTegen de maatregel {OBJECTION.replace('kan', 'kan de jeugdige')} de voorzitter.",
            "Wetboek van Strafvordering",
        ),
    ],
)
def test_before_a_criminal_judge_six_weeks_is_no_rule_of_the_awb(text: str, title: str) -> None:
    hits = found("afwijking-awb-termijn", text, title)
    assert [f.severity for f in hits] == [INFO]
    assert "Awb 6:7" not in hits[0].message


def test_an_own_rule_that_yields_to_whoever_was_given_time_by_the_awb_sets_nothing_aside() -> None:
    text = (
        "Artikel 1\n1. De bijdrage wordt geweigerd, indien de ouder de aanvraag na 1 mei indient.\n"
        "2. Het eerste lid is niet van toepassing op de ouder die op grond van artikel 4:5 van de Algemene wet bestuursrecht {}.\n"
    )
    assert not found("afwijking-awb-termijn", text.format("in de gelegenheid is gesteld om zijn aanvraag aan te vullen"))


def test_a_time_right_before_another_is_no_open_limit() -> None:
    text = (
        "Artikel 1\n1. De gewezen werknemer heeft recht op doorbetaling, mits hij twee maanden onmiddellijk aan het ontslag {}.\n"
        "2. De doorbetaling wordt gestaakt, indien hij het eerste lid niet nakomt.\n"
    )
    assert not found("open-strenge-termijn", text.format("voorafgaande in dienst is geweest"))


GEEN_HERSTEL = "Artikel 4:5, eerste lid, van de Algemene wet bestuursrecht is niet van toepassing"


def test_a_safeguard_of_the_awb_set_aside_for_bodies_only_is_a_suggestion() -> None:
    people = f"Artikel 1\n1. De ouder vraagt een plaats voor zijn kind aan.\n2. {GEEN_HERSTEL}."
    bodies = f"Artikel 1\n1. Provinciale staten zenden het plan ter goedkeuring aan Onze Minister.\n2. {GEEN_HERSTEL} op dat plan."
    assert levels("afwijking-awb-termijn", people) == [WARNING]
    assert levels("afwijking-awb-termijn", bodies) == [SUGGESTION]


def test_an_excuse_in_the_same_sentence_makes_it_a_suggestion() -> None:
    text = (
        "Artikel 1\nIn afwijking van artikel 6:6 van de Algemene wet bestuursrecht wordt het beroep van de bewoner niet-ontvankelijk "
        "verklaard, tenzij redelijkerwijs niet kan worden geoordeeld dat hij in verzuim is geweest."
    )
    (hit,) = found("afwijking-awb-termijn", text)
    assert hit.severity is SUGGESTION and "wie er niets aan kon doen" in hit.explanation


LATE = (
    "Artikel 1\n1. De {who} vraagt de bijdrage aan binnen drie weken na de verhuizing.\n"
    "2. De aanspraak vervalt indien de aanvraag te laat is gedaan."
)


def test_a_fatal_limit_is_a_warning_for_a_person_and_without_words_that_may_soften_it() -> None:
    assert levels("fatale-termijn-zonder-uitweg", LATE.format(who="huurder")) == [WARNING]
    softer = LATE.format(who="huurder") + "\n3. Het college kan in overleg met de huurder de gevolgen geheel of gedeeltelijk beperken."
    assert WARNING not in levels("fatale-termijn-zonder-uitweg", softer)
    assert WARNING not in levels("fatale-termijn-zonder-uitweg", LATE.format(who="exploitant"))


def test_being_late_after_a_request_is_a_suggestion() -> None:
    text = (
        "Artikel 1\nDe huurder vraagt de bijdrage aan.\n\nArtikel 2\nDe bijdrage voor de huurder wordt geweigerd indien {when} niet tijdig "
        "zijn verstrekt."
    )
    assert levels("fatale-termijn-zonder-uitweg", text.format(when="de gegevens")) == [WARNING]
    assert WARNING not in levels("fatale-termijn-zonder-uitweg", text.format(when="de gegevens op verzoek van het college"))


def test_a_short_limit_outside_the_awb_is_information() -> None:
    asked = "Artikel 1\nDe jongere meldt een wijziging binnen vijf dagen bij de dienst."
    assert levels("korte-termijn", asked) == [WARNING]
    assert levels("korte-termijn", asked, "Wetboek van Strafrecht") == [INFO]


@pytest.mark.parametrize("check", [c for c in CHECKS.values() if c.theme != "taal"], ids=lambda c: c.name)
def test_what_is_lighter_than_its_page_says_why(check: catalogue.Check) -> None:
    """Of language the length itself is the level; every other finding below its page gives its reason in one clause."""
    for example in check.examples:
        for finding in findings_in(check, unmark(example)):
            said = "Een suggestie" in finding.explanation or "er informatie" in finding.explanation
            lower = finding.severity.rank > check.meta.severity.rank
            assert said or not lower, finding.message


def test_a_lighter_finding_names_its_own_reason_once_and_one_at_full_weight_none() -> None:
    limited = (
        "Artikel 1\nDe huurder verstrekt desgevraagd en uit eigen beweging alle inlichtingen waarvan hem redelijkerwijs duidelijk "
        "moet zijn dat zij van belang kunnen zijn.\n\nArtikel 2\nHet college legt een bestuurlijke boete van € 900 op aan de huurder die "
        "artikel 1 niet naleeft."
    )
    (finding,) = found("open-inlichtingenplicht", limited)
    assert finding.severity is SUGGESTION
    assert finding.explanation.count(" want ") == 1
    assert finding.explanation.endswith("Een suggestie, want de plicht is beperkt tot wat iemand redelijkerwijs weet.")
    open_ = "Artikel 1\nDe huurder meldt uit eigen beweging alle feiten die van invloed zijn op zijn huurtoeslag."
    (finding,) = found("open-inlichtingenplicht", open_)
    assert finding.severity is WARNING
    assert " want " not in finding.explanation

"""What stands near a burden but is about something else: a clause for everything, more time for another lid."""

from __future__ import annotations

import pytest

from doenvermogentoets import catalogue, engine, structure
from doenvermogentoets.analysis import Analysis, analyse
from doenvermogentoets.findings import Finding, Severity
from doenvermogentoets.readers import read_text
from doenvermogentoets_checks.buiten_awb import ander_recht
from doenvermogentoets_checks.dichtbij import uitweg_dichtbij
from doenvermogentoets_checks.twijfel import Twijfel
from doenvermogentoets_checks.verzachting import verzachting
from doenvermogentoets_checks.wie_treft import treft

CHECKS = {c.name: c for c in catalogue.load()}
SUGGESTION, INFO = Severity.SUGGESTION, Severity.INFO
HEAD = "VOORSTEL VAN WET\n\nArtikel 1\nIn deze wet wordt verstaan onder:\nhuurder: natuurlijke persoon die een woning huurt.\n\n"
MONTHLY = "Artikel 2\nDe huurder meldt elke maand binnen drie dagen zijn meterstand aan het college.\n\n"
CLAUSE = "Artikel 9. Hardheidsclausule\n"


def found(check: str, text: str) -> list[Finding]:
    result = engine.run(structure.dossier(read_text(f"{HEAD}{text}\n", "ontwerp.txt", "txt"), None), [CHECKS[check]])
    assert not result.failures
    return result.findings


def analysed(text: str) -> Analysis:
    return analyse(structure.dossier(read_text(f"{HEAD}{text}\n", "ontwerp.txt", "txt"), None)).bill


@pytest.mark.parametrize(
    ("clause", "softens"),
    [
        ("Het college kan, als het dat billijk vindt, van het bij of krachtens deze wet bepaalde afwijken.", False),
        ("Het college kan in bijzondere gevallen van deze wet afwijken.", False),
        ("Het college kan van deze wet afwijken voor zover toepassing leidt tot een onbillijkheid van overwegende aard.", True),
        ("Het college kan artikel 2 buiten toepassing laten als het dat billijk vindt.", True),
        ("Het college kan, gelet op het belang van een rustige bewoning, van deze wet afwijken als het dat nodig vindt.", True),
    ],
)
def test_a_clause_for_everything_without_hardship_or_purpose_stands_near_nothing(clause: str, softens: bool) -> None:
    findings = found("korte-termijn", MONTHLY + CLAUSE + clause)
    assert findings
    assert all(any("verzachten" in d.reason for d in f.doubts) is softens for f in findings)


def test_a_criterion_that_leaves_it_to_the_authority_is_one_of_its_own() -> None:
    own = found("hardheidsclausule-afwijkend-criterium", CLAUSE + "Het college kan, indien het dit passend acht, van deze wet afwijken.")
    assert [(f.document.text[f.span], f.severity) for f in own] == [("indien het dit passend acht", SUGGESTION)]
    # the words alone, without a heading, are an ordinary power
    assert not found(
        "hardheidsclausule-afwijkend-criterium", "Artikel 9\nHet college kan, indien het dit passend acht, van deze wet afwijken."
    )


def test_what_a_clause_leaves_out_is_no_scope_and_its_numbers_are_whole() -> None:
    text = (
        "Artikel 2.1\nDe huurder meldt een verhuizing.\n\nArtikel 2.4\nHet college legt de huurder die artikel 2.1 niet naleeft, een "
        "bestuurlijke boete van € 500 op.\n\nArtikel 3.1\nHet college kan in schrijnende gevallen van deze wet afwijken, met uitzondering "
        "van artikel 2.4 en artikel 3.2.\n\nArtikel 3.2\nHet college houdt toezicht."
    )
    (out,) = found("hardheidsclausule-met-uitsluitingen", text)
    assert "«met uitzondering van artikel 2.4 en artikel 3.2»" in out.message
    (wide,) = found("hardheidsclausule-onbepaalde-reikwijdte", text)
    assert "«deze wet»" in wide.message
    # a clause that names what it covers, and takes a lid out of that, stays one with a scope
    named = text.replace(
        "van deze wet afwijken, met uitzondering van artikel 2.4", "afwijken van de artikelen 2.1 en 2.4, behoudens artikel 3.1"
    )
    assert not found("hardheidsclausule-onbepaalde-reikwijdte", named)


def test_a_citation_with_a_lid_is_quoted_to_its_end() -> None:
    text = (
        "Artikel 2.1\n1. De huurder meldt een verhuizing.\n2. Hij bewaart het bewijs.\n\nArtikel 2.2\nHet college legt een "
        "bestuurlijke boete van € 500 op aan de huurder die artikel 2.1, eerste lid, niet naleeft."
    )
    (fine,) = found("sanctie-zonder-matiging", text)
    assert "die artikel 2.1, eerste lid, niet naleeft»" in fine.message


EXTENDED = "1. De huurder herstelt een gebrek binnen acht weken. Het college kan deze termijn op verzoek met vier weken verlengen.\n"


@pytest.mark.parametrize(
    ("second", "softens"),
    [
        ("2. De huurder meldt een lekkage binnen drie dagen.", False),
        ("2. De huurder meldt binnen drie dagen dat de termijn, bedoeld in het eerste lid, voor hem te kort is.", True),
    ],
)
def test_more_time_in_one_lid_is_for_the_limit_of_that_lid(second: str, softens: bool) -> None:
    analysis = analysed(f"Artikel 2\n{EXTENDED}{second}")
    lid = analysis.provisions[-1]
    near = uitweg_dichtbij(analysis, lid, lid.passage.sentences[0].span)
    assert (near is not None) is softens


@pytest.mark.parametrize(
    ("text", "private"),
    [
        ("Het college vordert de huurschuld bij dwangbevel in en kan zonder nadere waarschuwing beslag leggen op het loon.", False),
        ("Het college kan zonder nadere waarschuwing de toeslag van de huurder stopzetten waarop beslag rust.", True),
    ],
)
def test_an_attachment_by_the_authority_is_no_private_law(text: str, private: bool) -> None:
    analysis = analysed(f"Artikel 2\n{text}")
    assert (ander_recht(analysis, analysis.provisions[-1]) is not None) is private


HELP = "Artikel 2\n1. {first}\n2. De huurder vermeldt zijn adres, zijn geboortedatum en het inkomen van zijn huisgenoten.\n\n"


def test_help_names_the_authority_of_the_artikel_where_the_text_has_two() -> None:
    rest = "Artikel 3\n1. Het college kan de huurder een toeslag verlenen.\n2. Onze Minister kan het college een aanwijzing geven.\n"

    def helped(first: str) -> str:
        findings = found("plicht-waar-ambtshalve-kan", HELP.format(first=first) + rest)
        return " ".join(s.title for f in findings for s in f.suggestions)

    here, nowhere = helped("Onze Minister houdt een register van huurders."), helped("Er is een register van huurders.")
    assert "Onze Minister" in here
    assert "het bestuursorgaan" not in here
    assert "het bestuursorgaan" in nowhere


@pytest.mark.parametrize(
    ("first", "body"),
    [
        ("1. De debiteur doet opgave met een door een notaris gewaarmerkte verklaring.", False),
        ("1. De notaris doet opgave van de akte.", True),
    ],
)
def test_who_certifies_a_paper_is_not_whom_it_hits(first: str, body: bool) -> None:
    analysis = analysed(f"Artikel 2\n{first}\n2. Wordt de opgave niet gedaan, dan vervalt de aanspraak.")
    lid = analysis.provisions[-1]
    doubt = treft(analysis, lid, lid.span)
    assert (doubt is not None and doubt.twijfel is Twijfel.INSTELLING) is body


def test_a_clause_that_leaves_an_artikel_out_does_not_soften_it() -> None:
    def softened(clause: str) -> bool:
        analysis = analysed(f"Artikel 2\nDe huurder die te laat is, verliest zijn toeslag.\n\nArtikel 9\n{clause}")
        lid = next(p for p in analysis.provisions if "te laat" in p.document.text[p.span])
        return verzachting(analysis, lid, lid.span) is not None

    assert not softened("Het college kan in schrijnende gevallen van deze wet afwijken, met uitzondering van artikel 2.")
    assert softened("Het college kan in schrijnende gevallen van artikel 2 afwijken.")

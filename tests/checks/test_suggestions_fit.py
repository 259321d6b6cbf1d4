"""What a finding proposes fits the text it is about: the right law, the right person, nothing said twice."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from doenvermogentoets.analysis import analyse
from doenvermogentoets.catalogue import load
from doenvermogentoets.engine import run
from doenvermogentoets.findings import Finding
from doenvermogentoets.readers import read_text
from doenvermogentoets.structure import dossier
from doenvermogentoets.text import Span
from doenvermogentoets.word.comment_text import paragraphs
from doenvermogentoets_checks.hardheid.kanbepaling import kan

VOORBEELD = Path(__file__).parents[2] / "voorbeeld"


def findings(bill: str, toelichting: str | None = None) -> list[Finding]:
    given = read_text(toelichting, "toelichting.txt", "txt") if toelichting is not None else None
    result = run(dossier(read_text(bill, "ontwerp.txt", "txt"), given), list(load()))
    assert result.failures == []
    return result.findings


def of(check: str, bill: str, toelichting: str | None = None) -> list[Finding]:
    return [f for f in findings(bill, toelichting) if f.check == check]


@cache
def sample() -> tuple[Finding, ...]:
    texts = (VOORBEELD / name for name in ("wetsvoorstel.txt", "memorie-van-toelichting.txt"))
    return tuple(findings(*(t.read_text(encoding="utf-8") for t in texts)))


def test_no_comment_gives_the_same_words_twice() -> None:
    for finding in sample():
        for way in [p for p in paragraphs(finding) if p.startswith(("Kan: ", "Of: "))]:
            quoted = [q.casefold() for q in re.findall("«([^«»]+)»", way)]
            assert len(quoted) == len(set(quoted)), f"{finding.check}: {way}"


def test_refraining_from_recovery_is_compared_with_the_provision_on_recovery() -> None:
    (finding,) = of("sanctie-zonder-matiging", "Artikel 15\nWat onverschuldigd is betaald, wordt van de ouder teruggevorderd.\n")
    assert "WIA 77, zesde lid" in finding.suggestions[0].title


@pytest.mark.parametrize(
    ("bill", "fine"),
    [
        ("Artikel 15\nWat onverschuldigd is betaald, wordt van de ouder teruggevorderd.\n", False),
        ("Artikel 8\nAan de student die dit nalaat, wordt een bestuurlijke boete van € 1.000 opgelegd.\n", True),
    ],
)
def test_the_ground_names_what_the_awb_says_of_fines_only_at_a_fine(bill: str, fine: bool) -> None:
    (finding,) = of("sanctie-zonder-matiging", bill)
    assert ("5:46" in finding.ground) is fine
    assert "Awb 3:4" in finding.ground


def test_postponement_of_payment_is_for_whom_the_text_names() -> None:
    (finding,) = of(
        "afwijking-awb-termijn",
        "Artikel 9\nDe huurder betaalt het teruggevorderde bedrag binnen twee weken na de bekendmaking van de beschikking.\n",
    )
    assert "verleent de huurder op verzoek uitstel" in next(s.insertion for s in finding.suggestions if s.insertion)


@pytest.mark.parametrize(("start", "letter"), [("na verzending van de aankondiging", True), ("na afloop van het kalenderjaar", False)])
def test_the_question_about_a_letter_is_asked_where_a_letter_starts_the_term(start: str, letter: bool) -> None:
    (finding,) = of(
        "fatale-termijn-zonder-uitweg",
        f"Artikel 4\nDe aanspraak van de huurder vervalt, indien hij de aanvraag niet binnen vier weken {start} heeft ingediend.\n",
    )
    assert ("de brief" in finding.question) is letter


def test_support_is_not_only_for_whoever_asks() -> None:
    (finding,) = of("uitsluitend-digitaal", "Artikel 6\nDe aanvraag wordt door de bewoner uitsluitend langs elektronische weg gedaan.\n")
    assert "Awb 2:1, eerste lid" in finding.ground
    assert any("passende ondersteuning geldt al" in s.title for s in finding.suggestions)


def test_advice_names_no_data_or_registration_of_another_scheme() -> None:
    ways = " ".join(s.title for f in sample() for s in f.suggestions)
    assert not re.search(r"\b(?:inkomen|huishouden|polisadministratie)\b", ways)


@pytest.mark.parametrize(
    ("sentence", "power"),
    [
        (
            "De toelage wordt van de ouder teruggevorderd.",
            "De toelage kan van de ouder geheel of gedeeltelijk worden teruggevorderd.",
        ),
        (
            "Te veel betaalde bedragen worden teruggevorderd.",
            "Te veel betaalde bedragen kunnen geheel of gedeeltelijk worden teruggevorderd.",
        ),
        (
            "Het college vordert de toelage van de ouder terug voor zover zij ten onrechte is betaald.",
            "Het college kan de toelage van de ouder geheel of gedeeltelijk terugvorderen voor zover zij ten onrechte is betaald.",
        ),
        (
            "Burgemeester en wethouders vorderen de toelage van de ouder terug.",
            "Burgemeester en wethouders kunnen de toelage van de ouder geheel of gedeeltelijk terugvorderen.",
        ),
        ("Het college beslist dat de toelage van de ouder wordt teruggevorderd.", None),
        ("De toelage van de ouder wordt volledig teruggevorderd.", None),
        ("De toelage van de ouder wordt ingetrokken en teruggevorderd.", None),
        ("Van de ouder wordt teruggevorderd:\na. de toelage;\nb. het voorschot.", None),
    ],
)
def test_a_duty_is_rewritten_as_a_power_only_where_that_is_sure(sentence: str, power: str | None) -> None:
    analysis = analyse(dossier(read_text(f"Artikel 7\n{sentence}\n", "ontwerp.txt", "txt"))).bill
    provision = analysis.provisions[0]
    content = provision.document.text.content
    at = next(i for word in ("teruggevorderd", "vordert", "vorderen") if (i := content.find(word)) >= 0)
    found = kan(provision, Span(at, at + 5))
    assert (found[1] if found is not None else None) == power
    if found is not None:
        assert provision.document.text[found[0]] == sentence


@pytest.mark.parametrize(
    ("bill", "cited"),
    [
        # the effect stands in another lid than the term
        (
            "Artikel 3\n1. De huurder zendt binnen een week na afloop van een kwartaal een opgave.\n"
            "2. Indien niet is voldaan aan het eerste lid, wordt de toeslag op nihil vastgesteld.\n",
            "Het gevolg, bedoeld in het tweede lid, ",
        ),
        # an artikel without leden has its text as first lid once another is added
        (
            "Artikel 4\nDe aanspraak van de huurder op de toeslag vervalt, indien hij niet binnen vier weken een opgave heeft gezonden.\n",
            "Het gevolg, bedoeld in het eerste lid, ",
        ),
        # the effect stands in another artikel
        (
            "Artikel 5\n1. De huurder zendt binnen een week na afloop van een kwartaal een opgave.\n2. De opgave is ondertekend.\n\n"
            "Artikel 6\nIndien niet is voldaan aan artikel 5, eerste lid, wordt de toeslag van de huurder op nihil vastgesteld.\n",
            "Het gevolg, bedoeld in artikel 6, ",
        ),
    ],
)
def test_drafting_text_cites_the_effect_where_it_stands(bill: str, cited: str) -> None:
    texts = [s.insertion for f in of("fatale-termijn-zonder-uitweg", bill) for s in f.suggestions if s.insertion]
    assert texts
    assert any(text.startswith(cited) for text in texts)
    artikel = re.findall(r"Artikel (\d)", bill)
    assert not any(f"bedoeld in artikel {artikel[0]}" in text for text in texts)


def test_a_recovery_with_only_a_hardship_clause_is_found_and_proposes_no_second_clause() -> None:
    bill = (
        "Artikel 7\n1. Wat onverschuldigd is betaald, wordt van de ouder teruggevorderd.\n"
        "2. Het college kan het eerste lid buiten toepassing laten of daarvan afwijken voor zover toepassing gelet op het belang van "
        "kinderen zal leiden tot een onbillijkheid van overwegende aard.\n"
    )
    memorie = "Memorie van toelichting\n\nArtikelsgewijs\n\nArtikel 7\nWat te veel is betaald, komt terug bij het Rijk.\n"
    for toelichting in (None, memorie):
        for finding in of("sanctie-zonder-matiging", bill, toelichting):
            assert not any("hardheidsclausule voor" in s.title for s in finding.suggestions)
    assert of("sanctie-zonder-matiging", bill, memorie)


def cause_of(bill: str) -> str:
    told = re.search("Aanleiding: «([^»]+)»", " ".join(f.explanation for f in findings(bill)))
    assert told is not None
    return told.group(1)


@pytest.mark.parametrize(
    ("bill", "cause"),
    [
        (
            "Artikel 3\n1. De huurder doet jaarlijks opgave.\n"
            "2. Indien niet is voldaan aan het eerste lid, wordt de toeslag over het gehele jaar op nihil vastgesteld.\n",
            "niet is voldaan aan het eerste lid",
        ),
        (
            "Artikel 3\nIndien de huurder de opgave, bedoeld in artikel 2, eerste lid, niet tijdig heeft gezonden, wordt de toeslag over "
            "het gehele jaar op nihil vastgesteld.\n",
            "niet tijdig heeft gezonden",
        ),
        (
            "Artikel 3\nIndien niet is voldaan aan artikel 2, eerste lid, wordt de toeslag van de huurder over het gehele jaar op nihil "
            "vastgesteld.\n",
            "niet is voldaan aan artikel 2, eerste lid",
        ),
        ("Artikel 8\nBij niet tijdig betalen wordt de toeslag van de huurder over het gehele jaar op nihil vastgesteld.\n", "niet tijdig"),
    ],
)
def test_the_cause_is_quoted_to_the_end_of_its_clause(bill: str, cause: str) -> None:
    assert cause_of(bill) == cause


def test_a_way_out_that_only_the_toelichting_has_is_named_where_the_bill_misses_it() -> None:
    bill = "Artikel 7\nWat onverschuldigd is betaald, wordt van de ouder teruggevorderd.\n"
    memorie = (
        "Memorie van toelichting\n\nAlgemeen\n\n1. Terugvordering\n{}\n\nArtikelsgewijs\n\n"
        "Artikel 7\nDit artikel regelt dat het bedrag wordt teruggevorderd.\n"
    )
    promise = "Als daarvoor dringende redenen zijn, kan het college van terugvordering afzien."
    (with_promise,) = of("sanctie-zonder-matiging", bill, memorie.format(promise))
    assert f"De toelichting noemt wel een uitweg («{promise.rstrip('.')}»), maar artikel 7 regelt die niet." in with_promise.explanation
    assert any(a.document.text[a.span].startswith("Als daarvoor") for a in with_promise.annotations)
    (without,) = of("sanctie-zonder-matiging", bill, memorie.format("Te veel betaalde bedragen komen terug."))
    assert "noemt wel een uitweg" not in without.explanation


@pytest.mark.parametrize(
    ("passage", "name", "quote"),
    [
        ("Een huurder die goed is ingelicht, zal de opgave uit zichzelf op tijd doen.", "weten zou tot handelen leiden", None),
        ("Een huurder die zijn toeslag wil houden, zal de opgave op tijd doen.", "wie wil, zou het vanzelf doen", None),
    ],
)
def test_an_expectation_is_named_for_what_it_rests_on_and_quoted_whole(passage: str, name: str, quote: str | None) -> None:
    bill = "Artikel 3\n1. De huurder doet jaarlijks opgave.\n2. Indien hij dat niet tijdig doet, vervalt zijn recht op de toeslag.\n"
    memorie = f"Memorie van toelichting\n\nAlgemeen\n\n1. Inleiding\nDe toeslag helpt huurders. {passage}\n"
    (finding,) = of("rationele-burger", bill, memorie)
    assert finding.label == name
    assert finding.quote == (quote or passage.rstrip("."))


RETURN = "Artikel 9\nDe bewoner van een woning ontvangt een tegemoetkoming voor zijn gezin.\n"


@pytest.mark.parametrize(
    ("check", "bill", "said", "unsaid"),
    [
        # a fine, and money that was paid out
        (
            "sanctie-zonder-matiging",
            "Artikel 3\nHet college legt een bestuurlijke boete van € 500 op aan de bewoner die een verhuizing niet meldt.\n",
            "dit bedrag niet in één keer",
            "fout van de overheid",
        ),
        (
            "sanctie-zonder-matiging",
            "Artikel 3\nHet college vordert van de bewoner terug wat te veel is betaald.\n",
            "fout van de overheid",
            "dit bedrag niet in één keer",
        ),
        # something lacks, and something is late
        (
            "zwaar-gevolg-zonder-uitweg",
            "Artikel 3\nEen onvolledige aanvraag van de bewoner wordt afgewezen.\n",
            "één stuk mist",
            "6:11",
        ),
        (
            "zwaar-gevolg-zonder-uitweg",
            "Artikel 3\nEen aanvraag van de bewoner die niet tijdig is ingediend, wordt afgewezen.\n",
            "6:11",
            "één stuk mist",
        ),
        # a debt, and an application
        (
            "alles-of-niets",
            "Artikel 3\nBetaalt de bewoner twee termijnen niet, dan is de gehele schuld terstond opeisbaar.\n",
            "opeisen van het geheel",
            "4:5",
        ),
    ],
)
def test_question_ground_and_proposals_fit_the_effect(check: str, bill: str, said: str, unsaid: str) -> None:
    (finding, *_) = of(check, f"{bill}\n{RETURN}")
    told = " ".join((finding.question, finding.ground, *(s.title for s in finding.suggestions)))
    assert said in told
    assert unsaid not in told


@pytest.mark.parametrize(
    ("bill", "reminds"),
    [
        ("Artikel 3\nDe bewoner doet een verzoek om te pauzeren ten minste 48 uur voor de eerste dag van de maand.\n", False),
        ("Artikel 3\nDe bewoner meldt zijn vertrek ten minste 48 uur voor de dag waarop hij vertrekt.\n", True),
    ],
)
def test_nobody_is_reminded_of_what_he_may_ask_for_at_any_time(bill: str, reminds: bool) -> None:
    (finding,) = of("termijn-uren-of-teruggerekend", f"{bill}\n{RETURN}")
    assert any("herinneren" in s.title for s in finding.suggestions) is reminds


@pytest.mark.parametrize(("effect", "fine"), [("vervalt zijn recht op de tegemoetkoming", False), ("legt het college een boete op", True)])
def test_the_rule_about_fines_is_cited_for_fines(effect: str, fine: bool) -> None:
    bill = f"Artikel 3\n1. De bewoner meldt een verhuizing onmiddellijk.\n2. Meldt hij een verhuizing niet onmiddellijk, dan {effect}.\n"
    (finding, *_) = of("open-strenge-termijn", f"{bill}\n{RETURN}")
    assert ("5:41" in finding.ground) is fine


def test_the_rule_about_fines_is_not_cited_where_no_effect_was_found() -> None:
    bill = "Artikel 3\n1. De bewoner meldt een verhuizing onmiddellijk.\n2. Het college verstrekt de bewoner een tegemoetkoming.\n"
    (finding, *_) = of("open-strenge-termijn", f"{bill}\n{RETURN}")
    assert "5:41" not in finding.ground and "3:4" in finding.ground


@pytest.mark.parametrize(("table", "cited"), [(True, "dit artikel"), (False, "het eerste lid")])
def test_a_proposal_cites_no_lid_in_an_artikel_with_a_table(tmp_path: Path, table: bool, cited: str) -> None:
    import docx

    from doenvermogentoets import catalogue, config, engine, readers
    from doenvermogentoets.structure import dossier

    draft = docx.Document()
    draft.add_paragraph("Artikel 3")
    rule = "De huurder die de opgave niet binnen tien dagen indient, verliest zijn aanspraak op de bijdrage."
    if table:
        cells = draft.add_table(1, 2).rows[0].cells
        cells[0].text, cells[1].text = "Opgave", rule
    else:
        draft.add_paragraph(rule)
    draft.save(str(tmp_path / "regeling.docx"))
    result = engine.check_dossier(dossier(readers.read(tmp_path / "regeling.docx")), catalogue.load(), config.Settings())
    proposals = [s for f in result.findings if f.code == "TRM001" for s in f.suggestions if s.insertion and "bedoeld in" in s.insertion]
    assert proposals
    assert all(f"bedoeld in {cited}," in (s.insertion or "") for s in proposals)
    assert all(("met de bestaande tekst als eerste lid" in s.title) is not table for s in proposals)

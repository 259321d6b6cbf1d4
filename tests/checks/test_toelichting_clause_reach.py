"""For what the toelichting says a hardship clause is, where it goes on about it; and what counts as an account of the clause."""

from __future__ import annotations

import pytest
from tegen_toelichting import against

from doenvermogentoets import structure
from doenvermogentoets.analysis import analyse
from doenvermogentoets.readers import read_text
from doenvermogentoets.toelichting.clausule import read_clausule

BILL = """Verordening ligplaatsen

Artikel 2. Aanmelden
De schipper meldt zijn schip binnen twee weken na aankomst aan bij de havenmeester.

Artikel 3. Onderzoek naar de romp
De schipper laat de romp eenmaal per vijf jaar onderzoeken en levert de meetgegevens binnen tien dagen aan.

Artikel 4. Weigering
1. De havenmeester weigert een ligplaats aan een schip dat langer is dan vijfentwintig meter.
2. De havenmeester weigert een ligplaats aan de schipper die liggeld schuldig is.

Artikel 5. Liggeld
De schipper betaalt voor een ligplaats liggeld van € 12 per dag.

Artikel 9. Bijzondere gevallen
De havenmeester kan artikel 4, tweede lid, en artikel 5 buiten toepassing laten, voor zover toepassing gelet op het belang van de schipper
leidt tot een onbillijkheid van overwegende aard.
"""
HEAD = "TOELICHTING\n\nAlgemeen\nDeze verordening ordent de ligplaatsen in de haven en de bijdragen die schippers daarvoor betalen.\n\n"


def found(passage: str) -> list[str]:
    return [f.message for f in against("tegenspraak-clausule", BILL, HEAD + passage)]


@pytest.mark.parametrize(
    "passage",
    [
        "Nood in de haven\nVoor schippers in nood is in artikel 9 een voorziening getroffen. Wie door ziekte zijn romp niet "
        "heeft laten onderzoeken en de meetgegevens niet heeft aangeleverd, kan daarop eveneens een beroep doen.",
        "Artikel 9\nNiet alles is te voorzien. Ook bij het niet tijdig aanleveren van meetgegevens over de romp kan met een beroep "
        "op dit artikel coulance worden betracht.",
        "Artikel 9\nNiet alles is te voorzien. Ook voor artikel 3 geldt de hardheidsclausule.",
        "Artikel 9\nNiet alles is te voorzien. De havenmeester kan daarom van de artikelen 4 en 5 afwijken.",
    ],
)
def test_a_wider_reach_than_the_clause_has(passage: str) -> None:
    assert found(passage)


@pytest.mark.parametrize(
    "passage",
    [
        "Nood in de haven\nVoor schippers in nood is in artikel 9 een voorziening getroffen. Wie door ziekte zijn liggeld "
        "niet heeft betaald, kan daarop eveneens een beroep doen.",
        "Artikel 9\nNiet alles is te voorzien. De havenmeester kan daarom van artikel 4, tweede lid, en artikel 5 afwijken.",
        "Artikel 9\nNiet alles is te voorzien. Ook voor artikel 5 geldt de hardheidsclausule.",
        "Artikel 9\nNiet alles is te voorzien. Voor artikel 3 geldt de hardheidsclausule niet.",
    ],
)
def test_the_reach_that_the_clause_has(passage: str) -> None:
    assert not found(passage)


def parts(passage: str) -> set[str]:
    dossier = analyse(structure.dossier(read_text(BILL, "o.txt", "txt"), read_text(HEAD + passage, "t.txt", "txt")))
    assert dossier.explanation is not None
    clause = next(p for p in dossier.bill.provisions if p.unit.artikel is not None and p.unit.artikel.number == "9")
    return set(read_clausule(dossier.explanation, clause).delen)


def test_the_number_of_the_clause_itself_tells_no_reach() -> None:
    assert "reikwijdte" not in parts("Nood in de haven\nWie in nood zit, kan artikel 9 inroepen.\n")
    assert "reikwijdte" in parts("Artikel 9\nDe clausule is er voor artikel 5, omdat liggeld iemand kan ruïneren.\n")
    assert "reikwijdte" not in parts("Artikel 9\nDe clausule is er voor artikel 2, omdat aanmelden lastig kan zijn.\n")


def test_a_sentence_that_names_an_artikel_that_is_not_there_tells_nothing_of_the_clause() -> None:
    assert "monitoring" not in parts(
        "Artikel 9\nOp grond van artikel 14 wordt jaarlijks bekendgemaakt hoe vaak de clausule is toegepast.\n"
    )
    assert "monitoring" in parts("Artikel 9\nElk jaar wordt bekendgemaakt hoe vaak de clausule is toegepast.\n")


def test_cases_are_read_beside_the_sentence_that_names_the_artikel() -> None:
    beside = "Gedacht is aan de schipper die in het ziekenhuis ligt. Voor hem is in artikel 9 een voorziening getroffen.\n"
    assert "gevallen" in parts(f"Als het tegenzit\n{beside}")
    assert "gevallen" in parts(f"Hardheid\n{beside}")
    assert "gevallen" not in parts("De haven\nGedacht is aan een nieuwe steiger. De havenmeester past de artikelen 4, 5 en 9 toe.\n")

"""Kinds and addressees that follow from the form of a sentence, in words that no list knows."""

from __future__ import annotations

import pytest

from doenvermogentoets.analysis import analyse_document
from doenvermogentoets.document import Document, DocumentKind, Paragraph, Source, Unit, UnitKind
from doenvermogentoets.norms.model import Soort
from doenvermogentoets.norms.persons import agentive
from doenvermogentoets.text import Span, Text

P, R, B, V = Soort.PLICHT, Soort.RECHT, Soort.BEVOEGDHEID, Soort.VERBOD
W, T, G, PR, D, DL, S = (
    Soort.WAARDE,
    Soort.TOEPASSELIJKHEID,
    Soort.RECHTSGEVOLG,
    Soort.PROCEDURE,
    Soort.DEFINITIE,
    Soort.DELEGATIE,
    Soort.SLOT,
)


@pytest.mark.parametrize(
    "text",
    [
        "De kabelbeheerder meldt een storing binnen een dag aan de inspecteur.",
        "De verantwoordelijke zendt de opgave uiterlijk op 1 april aan Onze Minister.",
        "Een baggeraar houdt een logboek bij.",
        "De in het tweede lid bedoelde grondverzetter bewaart de gegevens vijf jaar.",
        "Indien het monster afwijkt: a. onderzoekt de brouwer de oorzaak; b. verstrekt de brouwer de uitslag aan de dienst.",
        "De tuinder stelt de omgevingsdienst daarvan in kennis.",
        "Iedere schatteur legt zijn bevindingen vast.",
        "De gedelegeerde legt jaarlijks rekening en verantwoording af.",
    ],
)
def test_a_noun_for_a_doer_is_who_must_act(norms, text):
    found = norms(text)
    assert {n.soort for n in found} == {P}
    assert {n.adressaat.rol for n in found} == {"burger"}
    assert all(n.adressaat.zekerheid != "hoog" for n in found)


@pytest.mark.parametrize(
    "text",
    [
        "Het register vermeldt de datum van de inschrijving van het plan.",
        "De meter geeft de stand aan.",
        "De sector draagt de kosten van het overleg.",
        "Het nummer geeft de soort aan.",
        "De generator levert ten minste 40 kilowatt.",
        "De factor geeft de verhouding aan.",
        "Het papier voldoet aan de norm.",
        "De kamer vergadert in het openbaar.",
    ],
)
def test_a_thing_with_such_an_ending_is_nobody(norms, text):
    assert not [n for n in norms(text) if n.adressaat is not None and n.adressaat.rol == "burger"]


@pytest.mark.parametrize(
    ("text", "rol"),
    [
        ("De beheerder doet opgave van de grenzen en stelt de Dienst in kennis van wijzigingen.", "burger"),
        ("De houder registreert de partij en zendt het college een afschrift.", "burger"),
        ("De werkgever bewaart het rapport en toont de inspecteur het origineel.", "burger"),
        ("De aanvrager vermeldt zijn adres en geeft het college een opgave van zijn inkomen.", "burger"),
        ("De exploitant meet de uitstoot en deelt de inspecteur de uitkomst mee.", "burger"),
        ("Onze Minister bevestigt de ontvangst aan de aanvrager en noemt daarbij een termijn.", "overheid"),
        ("Het college stelt de ouder in kennis en wijst daarbij op de gevolgen.", "overheid"),
        ("De inspecteur deelt de uitslag aan de houder mee en vermeldt de gronden.", "overheid"),
    ],
)
def test_a_verb_directly_after_en_keeps_the_subject(norms, text, rol):
    found = norms(text)
    assert [n.soort for n in found] == [P, P]
    assert {n.adressaat.rol for n in found} == {rol}


@pytest.mark.parametrize(
    ("text", "soort"),
    [
        ("Een schuld is alternatief, wanneer de schuldenaar tot een van meer prestaties verplicht is.", D),
        ("Een stelsel is passend indien het de risico's beheerst.", D),
        ("Een gebied is kwetsbaar als het in het kadaster zo is aangeduid.", D),
        ("Een zitting is openbaar, wanneer ieder er toegang toe heeft.", D),
        ("De bijverdienste wordt gerekend tot het inkomen uit arbeid.", D),
        ("De omvang wordt, daaronder mede begrepen de bijgebouwen, gemeten door de inspecteur.", PR),
        ("Ruimten die naast elkaar zijn gelegen, maken deel uit van één inrichting.", D),
        ("De vereiste bekwaamheid, bedoeld in artikel 4, betreft: a. kennis van de lijn; b. kennis van het materieel.", D),
    ],
)
def test_what_a_word_covers(norm, text, soort):
    assert norm(text).soort is soort


@pytest.mark.parametrize(
    ("text", "soort"),
    [
        ("Het UWV kan van deze percentages afwijken voor zover dat tot een beter resultaat leidt.", B),
        ("De inspecteur kan bepalen dat de frequentie van de metingen wordt verlaagd.", B),
        ("De bevoegdheden, bedoeld in het eerste lid, heeft het Commissariaat ook ten aanzien van de houder.", B),
        ("Intrekking van de vergunning vindt niet eerder plaats dan zes weken na de waarschuwing.", B),
        ("De verlaging wordt afgestemd op de ernst van de gedraging.", B),
        ("Een paspoort wordt slechts verstrekt, nadat de aanvraag is ondertekend.", B),
        ("Onze Minister kan bijlage 2 van deze regeling aanpassen.", DL),
        ("Aan het dagelijks bestuur worden de volgende bevoegdheden opgedragen: a. het beheer van de gebouwen; b. het archief.", PR),
    ],
)
def test_decisions_by_their_form(norm, text, soort):
    assert norm(text).soort is soort


@pytest.mark.parametrize(
    ("text", "soorten"),
    [
        ("De Winkelwet 1930 vervalt.", {S}),
        ("Met ingang van die dag vervalt het Koninklijk besluit van 4 mei 1921.", {S}),
        ("Deze regeling treedt in werking met ingang van 1 mei 2014 en vervalt met ingang van 1 mei 2018.", {S}),
        ("De wijze van afrekening geschiedt overeenkomstig de Wet op de examens.", {T}),
        ("De reiskosten worden vergoed volgens door Onze Minister te stellen regels.", {B, DL}),
        ("Het bezit van dit diploma geeft de leerling recht op toelating.", {R}),
        ("Het verzuim brengt nietigheid van de handeling mee.", {G}),
        ("De volgens het tweede lid verboden afspraken zijn nietig.", {G}),
    ],
)
def test_what_a_sentence_does(norms, text, soorten):
    assert {n.soort for n in norms(text)} == soorten


@pytest.mark.parametrize(
    ("text", "soort"),
    [
        ("Er is een fonds voor de veenkoloniën.", PR),
        ("Een toestemming is niet vereist indien de boom dood is.", R),
        ("Verklaringen van derden worden aangemerkt als verklaringen van de aanvrager.", D),
        ("Een proces-verbaal wordt, zo het niet aan de officier van justitie is gericht, onverwijld aan hem doorgezonden.", PR),
        ("Nadere stukken kunnen tot een week voor de zitting bij de secretaris worden ingediend.", R),
        ("Indien de verdachte is aangehouden, wordt hij binnen een dag overgedragen aan de officier van justitie.", P),
        ("Een verzoek dient uiterlijk op de dag waarop de licentie expireert te worden ingediend.", P),
        ("Aan de hand van het model worden de kosten van de bijstand vastgesteld.", W),
    ],
)
def test_the_main_clause_is_found(norm, text, soort):
    assert norm(text).soort is soort


@pytest.mark.parametrize(
    ("text", "rol"),
    [
        ("Indien Onze Minister een rechtspersoon aanwijst, zendt hij haar een afschrift.", "overheid"),
        ("Indien de werkgever de werknemer ontslaat, meldt hij dat binnen een week.", "burger"),
        ("Wanneer het college de ouder hoort, maakt het een verslag.", "overheid"),
        ("Zodra de verhuurder de huurder heeft gewaarschuwd, legt hij dat vast.", "burger"),
        ("Indien de inspecteur de houder oproept, vermeldt hij de plaats en het uur.", "overheid"),
        ("Als de gemeente een aanbieder aanwijst, stelt zij de cliënt in kennis.", "overheid"),
        ("Nadat de aanvrager de minister heeft ingelicht, verstrekt hij de stukken.", "burger"),
        ("Indien de rechter de partij oproept, zendt hij haar de stukken.", "overheid"),
    ],
)
def test_the_pronoun_takes_up_the_subject(norm, text, rol):
    assert norm(text).adressaat.rol == rol


def test_a_pronoun_with_a_preposition_is_nobody() -> None:
    assert agentive("beheerder")
    assert not any(map(agentive, ("daaronder", "waaronder", "hieronder", "daarachter")))


@pytest.mark.parametrize(
    ("text", "soort", "rol"),
    [
        ("Het hoofd van de afdeling Beheer is verantwoordelijk voor het archief.", PR, "overheid"),
        ("Het bedrag van de schade wordt door de rechter vastgesteld op verzoek van de eigenaar.", B, "overheid"),
        ("De Stichting Autoriteit Financiële Markten kan een boete opleggen aan de overtreder.", B, "overheid"),
        ("Hij aan wie de toegang is ontzegd, kan de rechter om een uitspraak verzoeken.", R, "burger"),
        ("Hij die een boot verhuurt, houdt een register bij.", P, "burger"),
        ("Wijzigingen van het examenreglement behoeven de goedkeuring van de minister.", P, "burger"),
        ("Voor deze bouw is een vergunning vereist van het college.", P, "burger"),
        ("Door de vereniging wordt een vertegenwoordiger benoemd.", PR, "overheid"),
        ("In plaats daarvan kan ook de procedure van bijlage 3 worden gevolgd.", R, "burger"),
        ("De proef wordt in het Nederlands afgelegd.", P, "burger"),
        ("De taxatie-instelling bericht dit aan de minister.", P, "burger"),
        ("Het hoofd van de inrichting wordt om advies gevraagd.", PR, "overheid"),
    ],
)
def test_who_it_is_for_when_the_subject_is_unusual(norm, text, soort, rol):
    found = norm(text)
    assert (found.soort, found.adressaat.rol) == (soort, rol)


@pytest.mark.parametrize(
    ("text", "soort"),
    [
        ("De kosten worden op basis van een bij ministeriële regeling vastgesteld tarief berekend.", W),
        ("De beurs wordt verminderd met de bijdrage van de ouders.", W),
        ("De korting is nihil, indien het inkomen lager is.", W),
        ("Bij de toepassing van het tweede lid blijven de berekende bedragen ongewijzigd.", W),
        ("Het advies wordt niet gevraagd, dan nadat overleg is gevoerd met de Rekenkamer.", PR),
        ("Voor deze subsidie gelden de als bijlage bij dit besluit gevoegde maatstaven.", T),
        ("Vanaf de grens geldt tot aan de veiling een vrijstelling van het verbod op vervoer.", R),
        ("Bij ministeriële regeling worden de categorieën van gevallen aangewezen waarin de minister afwijkt.", DL),
        ("Als planten als bedoeld in artikel 3 van het besluit worden aangewezen planten, behorende tot de soorten van bijlage 1.", D),
        ("Het UWV zet de weigering van de uitkering voort.", B),
        ("Onze Minister besluit tot terugvordering van de middelen.", B),
        ("De betrokkene die aanspraak heeft of krijgt op doorbetaling, meldt dat.", P),
    ],
)
def test_what_the_wording_settles(norm, text, soort):
    assert norm(text).soort is soort


def test_hij_at_the_start_of_a_lid_is_whoever_the_lid_before_speaks_to():
    first, second = "Onze Minister wijst de houder daarop.", "Hij mag geen nevenfunctie vervullen."
    content = f"{first}\n\n{second}"
    spans = Span(0, len(first)), Span(len(first) + 2, len(content))
    leden = [Unit(UnitKind.LID, number=str(n), span=span, own=(span,)) for n, span in enumerate(spans, 1)]
    artikel = Unit(UnitKind.ARTIKEL, number="1", span=Span(0, len(content)), children=leden)
    root = Unit(UnitKind.DOCUMENT, span=artikel.span, children=[artikel])
    artikel.parent = root
    for lid in leden:
        lid.parent = artikel
    document = Document(Source("ontwerp.txt", "txt", Text(content), tuple(Paragraph(s) for s in spans)), DocumentKind.ONBEKEND, "", root)
    found = analyse_document(document).provisions[1].norms
    assert [n.adressaat.rol for n in found] == ["overheid"]


@pytest.mark.parametrize(
    "text", ["Wijzigt het huurcontract, dan meldt de huurder dit binnen vier dagen.", "Wijzigt zijn loon, meldt hij dat."]
)
def test_a_condition_that_opens_with_its_verb_is_no_editorial_note(norm, text):
    assert norm(text).soort is Soort.PLICHT


@pytest.mark.parametrize("text", ["Wijzigt de Huurwet.", "Wijzigt deze wet, de Huurwet en de Pachtwet."])
def test_an_editorial_note_that_opens_with_the_same_verb(norm, text):
    assert norm(text).soort is Soort.SLOT

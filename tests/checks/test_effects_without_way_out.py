"""Effects that hit twice, for good, whatever the blame, or below what somebody lives on; and sentences that look like one.

The words between ⟦ and ⟧ are those that a finding of hardheid or bevoegdheid must touch.
"""

from __future__ import annotations

import pytest

from doenvermogentoets.catalogue import load
from doenvermogentoets.engine import run
from doenvermogentoets.findings import Finding, Severity
from doenvermogentoets.readers import read_text
from doenvermogentoets.structure import dossier

VOORAF = "Artikel 2\nDe bewoner doet een aanvraag om een toelage schriftelijk.\n\nArtikel 8\n"
CHECKS = load().select(["hardheid", "bevoegdheid"])

# Somebody who was hit before loses something else as well.
DUBBEL = """
Aan de huurder aan wie een boete is opgelegd, ⟦wordt geen toelage verstrekt⟧.
De student van wie een voorschot is teruggevorderd, komt de drie daaropvolgende studiejaren ⟦niet in aanmerking⟧ voor een beurs.
Na de doorhaling ⟦mag de visser gedurende twee jaren geen⟧ boot te water laten.
Na het royement is het de tuinder ⟦verboden tot een jaar⟧ daarna een kas te plaatsen.
De bewoner op wie kosten zijn verhaald, ⟦heeft geen aanspraak⟧ op de tegemoetkoming.
""".strip().splitlines()

# No blame, no cause and no part of it makes a difference.
BLIND = """
De kosten van het slepen worden op de bewoner ⟦verhaald⟧, ook als hem geen verwijt treft.
Ongeacht de oorzaak van de breuk, ⟦komt de reparatie voor rekening van de huurder⟧.
De kosten van de opvang worden bij de houder ⟦in rekening gebracht⟧, zelfs indien hij buiten zijn schuld in het ziekenhuis lag.
Verhuist de bewoner binnen vijf jaar, dan ⟦stort hij de gift volledig terug⟧, om welke reden ook.
De student is ⟦gehouden tot algehele terugbetaling⟧ indien hij de opleiding staakt.
Verlaat de bewoner de woning, dan moet de bijdrage ⟦in haar geheel worden terugbetaald⟧.
""".strip().splitlines()

# What was given becomes a debt, or a debt grows by a fixed part.
SCHULD = """
Is het diploma niet tijdig behaald, dan ⟦wordt de toelage omgezet in een lening⟧.
Heeft de student geen verslag ingediend, dan ⟦geldt de beurs als een rentedragende lening⟧.
Levert de bewoner de stukken niet in, dan ⟦verandert de toelage in een schuld⟧.
Bij overschrijding van dat tijdstip ⟦wordt de schuld met een kwart verhoogd⟧.
Het bedrag dat wordt teruggevorderd, wordt ⟦vermeerderd met een toeslag van vijf procent⟧.
Over het teruggevorderde bedrag wordt ⟦een opslag van 15%⟧ berekend.
""".strip().splitlines()

# Below what somebody lives on.
MINIMUM = """
Het college ⟦verrekent⟧ de schuld met de uitkering van de bewoner, zonder rekening te houden met de beslagvrije voet.
De schuld wordt op de uitkering van de bewoner ⟦ingehouden⟧, waarbij het bestaansminimum niet in acht wordt genomen.
Het bedrag wordt met de toelage van de bewoner verrekend. Daarbij ⟦blijft de beslagvrije voet buiten beschouwing⟧.
""".strip().splitlines()

# Done, but not as a rule says it must be; and an application that is barred.
ANDERS_GEDAAN = """
Voor alle dieren ⟦bestaat geen aanspraak⟧ op vergoeding, indien een daarvan niet overeenkomstig artikel 2 is gemerkt.
⟦Geen recht op de toelage⟧ bestaat indien de opgave niet volgens het model van artikel 3.1 is gedaan.
Een later gedaan verzoek om de toelage is ⟦niet-ontvankelijk⟧.
De aanvraag waarbij een bijlage ontbreekt, wordt zonder gelegenheid tot herstel ⟦buiten behandeling⟧ gelaten.
Ontbreekt een bijlage, dan wordt de aanvraag ⟦buiten behandeling⟧ gesteld. Aanvulling is niet mogelijk.
""".strip().splitlines()

# A power without any criterion, or with one that is none.
KAAL = """
Het college ⟦kan de bewoner een vergunning weigeren⟧ indien het dat geraden acht.
Burgemeester en wethouders ⟦kunnen de toelage van de bewoner intrekken⟧, wanneer zij daartoe aanleiding zien.
Om hem moverende redenen ⟦kan de minister de aanvraag van de bewoner afwijzen⟧.
Het college ⟦kan de toelage van de bewoner weigeren⟧ als het verlenen daarvan niet wenselijk vindt.
Het bestuur ⟦kan de huurder verplichtingen opleggen⟧.
Aan de huurder ⟦kunnen extra eisen worden gesteld⟧.
Het college ⟦kan de cliënt aanvullende opdrachten geven⟧.
""".strip().splitlines()

NIET = """
Het college betaalt het griffierecht aan de bewoner geheel terug.
Ongeacht de oorzaak van de schade vergoedt het college de kosten van de bewoner volledig.
De toelage wordt als lening verstrekt.
De schuld wordt verrekend met inachtneming van de beslagvrije voet.
De aanvraag wordt buiten behandeling gelaten indien zij niet binnen de gestelde termijn is aangevuld.
Een te laat ingediend bezwaar is niet-ontvankelijk.
Het is de vergunninghouder verboden de sloot gedurende twee maanden te dempen.
Het college kan de vergunning van de bewoner intrekken indien het dat in het belang van de veiligheid wenselijk acht.
Het college kan de toelage weigeren indien de bewoner niet in de gemeente woont en het verstrekken daarvan niet wenselijk acht.
Het college kan aan de vergunning nadere voorschriften verbinden met het oog op de rust van omwonenden.
Aan wie een boete is opgelegd, wordt een kopie van het besluit gezonden.
Het college vordert terug, tenzij het verzuim de bewoner niet kan worden verweten.
""".strip().splitlines()


def found(text: str) -> tuple[str, list[Finding]]:
    start, end = text.find("⟦"), text.find("⟧")
    plain = text.replace("⟦", "").replace("⟧", "")
    result = run(dossier(read_text(f"{VOORAF}{plain}\n", "ontwerp.txt", "txt"), None), CHECKS)
    assert not result.failures
    here = [f for f in result.findings if f.span.start >= len(VOORAF)]
    if start < 0:
        return plain, here
    first, last = len(VOORAF) + start, len(VOORAF) + end - 1
    return plain, [f for f in here if f.span.start < last and first < f.span.end]


@pytest.mark.parametrize("text", [*DUBBEL, *BLIND, *SCHULD, *MINIMUM, *ANDERS_GEDAAN, *KAAL])
def test_it_is_found(text: str) -> None:
    assert found(text)[1]


@pytest.mark.parametrize("text", NIET)
def test_a_look_alike_is_not(text: str) -> None:
    assert [f.message for f in found(text)[1] if f.severity is not Severity.INFO] == []

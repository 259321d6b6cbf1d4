"""Checks of the theme toelichting. Each needs a toelichting; without one it finds nothing."""

CHECKS: tuple[str, ...] = (
    "doenvermogen-ontbreekt",
    "doenvermogen-mager",
    "hardheden-niet-besproken",
    "varianten-ontbreken",
    "doelgroep-niet-beschreven",
    "uitvoeringstoets-ontbreekt",
    "evaluatie-ontbreekt",
    "overgangsrecht-niet-toegelicht",
    "rationele-burger",
    "tegenspraak-clausule",
    "clausule-niet-toegelicht",
    "tegenspraak-getal",
    "tegenspraak-ruimte",
    "tegenspraak-toegang",
    "verwijzing-zonder-artikel",
    "afwijking-awb-niet-gemotiveerd",
    "artikelsgewijs-parafraseert",
    "artikel-overgeslagen",
    "waarborg-vervalt",
    "inwerkingtreding-zonder-voorbereiding",
)

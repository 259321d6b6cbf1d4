"""Checks of the theme hardheid."""

CHECKS: tuple[str, ...] = (
    "zwaar-gevolg-zonder-uitweg",
    "sanctie-zonder-matiging",
    "alles-of-niets",
    "hardheidsclausule-onbepaalde-reikwijdte",
    "hardheidsclausule-zonder-doel",
    "hardheidsclausule-afwijkend-criterium",
    "hardheidsclausule-te-smal",
    "hardheidsclausule-met-uitsluitingen",
    "hardheidsclausule-alleen-op-verzoek",
    "hardheidsclausule-bij-derden",
    "waarborg-uitgesloten",
    "invordering-zonder-regeling",
    "waarborg-verzwakt",
    "gehoorde-hardheid",
)

"""Checks of the theme doenvermogen: what a text asks of people, and whether they can."""

CHECKS: tuple[str, ...] = (
    "plicht-waar-ambtshalve-kan",
    "stapeling-van-plichten",
    "meer-loketten",
    "uitsluitend-digitaal",
    "open-inlichtingenplicht",
    "schatten-en-verrekenen",
    "zware-bewijslast",
    "ingangsdatum-is-aanvraagdatum",
    "sanctie-zonder-onderscheid",
    "hulp-ontbreekt",
    "alleen-in-persoon",
    "gehoorde-doenlast",
)

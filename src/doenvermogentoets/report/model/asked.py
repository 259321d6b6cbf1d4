"""What the bill asks, decides and takes: acts, time limits, powers, adverse effects and their ways out."""

from __future__ import annotations

from typing import Literal

from doenvermogentoets.report.model.base import Evidence, Figure, Found, Model, Placed, Question, Quote

Room = Literal["gebonden", "van rechtswege", "beleidsruimte", "beoordelingsruimte"]
Told = Literal["uitgelegd", "genoemd, zonder reden", "niet gevonden", "geen toelichting gelezen"]


class WayOut(Model):
    """What softens an effect: ``where`` from near to far; ``full`` when it can take the effect away; ``ground`` for a net of the Awb."""

    kind: str
    where: str
    full: bool
    quote: Quote | None
    ground: str


class Effect(Model):
    """What happens if it is not done, or done wrong."""

    kind: str
    quote: Quote


class Limit(Model):
    """A time limit: its words, and its length in days where it has one (a month counts as 30, a year as 365)."""

    text: str
    days: float | None
    kind: str


class Action(Placed):
    """Something that is asked of somebody.

    Attributes:
        acts: infinitives; empty when the text only says that something must be done in time, about ``matter``.
        duty: it must be done; otherwise it is what one has to do to get or keep something.
        derived: the words do not name who; it was derived from the artikel.
        imposed: it must be done once an authority says so.
        part_of: key of the act of the same artikel that this one is part of: the form or the limit of the same application. It has a row of
            its own, and is not counted again; ``part_of_place`` is where that act stands.
        how_often, proof, counter, event: the words of the text, empty when it says nothing about it.
    """

    acts: tuple[str, ...]
    matter: str
    duty: bool
    derived: bool
    limit: Limit | None
    how_often: str
    proof: tuple[str, ...]
    counter: tuple[str, ...]
    event: str
    effects: tuple[Effect, ...]
    ways_out: tuple[WayOut, ...]
    imposed: bool = False
    part_of: str = ""
    part_of_place: str = ""


class Actor(Model):
    """Who is asked what. ``person`` is ``False`` for an enterprise or institution."""

    name: str
    person: bool
    actions: tuple[Action, ...]
    figures: tuple[Figure, ...]


class Deadline(Found):
    """One time limit. ``risks`` say in words why it carries risk; empty when it does not."""

    limit: Limit
    who: str
    whose: Literal["burger", "overheid", "onbekend"]
    begin: str
    effects: tuple[Effect, ...]
    ways_out: tuple[WayOut, ...]
    risks: tuple[str, ...]


class Decided(Found):
    """What is decided or sets in: the room, what softens it, and in short what the toelichting does with it."""

    room: Room
    ways_out: tuple[WayOut, ...]
    standing: Told


class Power(Decided):
    """A decision about somebody, or an effect that sets in by itself.

    Attributes:
        authority: who decides; with ``derived`` the one of its artikel or that mostly decides here, because the sentence names nobody.
        explained: per element of an explanation the words of the toelichting; ``missing`` the elements that were not found, where
            the toelichting does speak of it; ``sentences`` are the words of ``explained``, each once, in the order of the text.
    """

    authority: str
    derived: bool
    decisions: tuple[str, ...]
    direction: Literal["gunstig", "nadelig", "neutraal"]
    conditions: tuple[str, ...]
    explained: tuple[Evidence, ...]
    missing: tuple[str, ...]
    sentences: tuple[Quote, ...] = ()


class RoomTest(Model):
    powers: tuple[Power, ...]
    questions: tuple[Question, ...]
    figures: tuple[Figure, ...]


class Burden(Decided):
    """An adverse effect with what softens it and what the toelichting says of it."""

    kind: str
    reason: str
    heavy: bool
    total: str
    searched: str
    explained: tuple[Quote, ...]
    thema_szw: str = ""


class Aspect(Model):
    """One point of Ar 5.25 or 5.26 held against a clause; ``found`` in words, with the quote it rests on."""

    norm: str
    asks: str
    found: str
    quote: Quote | None = None


class ClauseInfo(Found):
    authority: str
    aspects: tuple[Aspect, ...]


class Category(Model):
    """One of the four themes of hard effects (SZW), with the findings that have it and the keys of the effects of that kind."""

    name: str
    text: str
    findings: tuple[str, ...]
    burdens: tuple[str, ...] = ()


class Hardship(Model):
    burdens: tuple[Burden, ...]
    clauses: tuple[ClauseInfo, ...]
    steps: tuple[Question, ...]
    categories: tuple[Category, ...]

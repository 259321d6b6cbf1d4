"""The tree of a bill: divisions, artikelen, leden and onderdelen, built in one pass over the lines."""

from __future__ import annotations

import re

from doenvermogentoets.document import DIVISIONS, OLD_COLUMN, Amendment, Source, Unit, UnitKind
from doenvermogentoets.structure.amended import Amender
from doenvermogentoets.structure.amending import changes_draft, read_instruction
from doenvermogentoets.structure.inserted import Insertion
from doenvermogentoets.structure.lines import ASIDE, Heading, Line
from doenvermogentoets.structure.lists import Place, Scope
from doenvermogentoets.structure.numbers import Style
from doenvermogentoets.structure.records import Record
from doenvermogentoets.text import Span

_RANK = {kind: i for i, kind in enumerate(DIVISIONS)}

_CONSIDERANS = re.compile(
    r"(alzo wij|overwegende|gelet op|gezien|gehoord|op de voordracht|handelende|in overeenstemming met|"
    r"mede gelet|de afdeling advisering|de raad van state gehoord|na overleg)",
    re.IGNORECASE,
)
_AANHEF = re.compile(
    r"(wij [A-Z]|allen,? die|zo is het|hebben? goedgevonden|heeft goedgevonden|besluit(en)?\b.{0,120}:|"
    r"stelt vast|stellen vast|b ?e ?s ?l ?u ?i ?t ?(e ?n)? ?:)",
    re.IGNORECASE,
)
_AUTHORITY = re.compile(
    r"(de|het|onze) (minister|staatssecretaris|raad|college|burgemeester|algemeen bestuur|gemeenteraad|"
    r"dagelijks bestuur|gedeputeerde|provinciale|bestuur)",
    re.IGNORECASE,
)
_SLOT = re.compile(
    r"(lasten en bevelen|gegeven( te|$)|onze minister(s)? .{0,300}(is|"
    r"zijn) belast met de uitvoering van dit besluit|deze (regeling|verordening|beleidsregels?|circulaire) "
    r"(zal|wordt|worden)\b.{0,120}(geplaatst|bekendgemaakt)|dit besluit zal\b.{0,100}geplaatst|"
    r"aldus (vastgesteld|besloten|gedaan)|vastgesteld in de|"
    r"(’|')s-gravenhage,|’s-gravenhage$|uitgegeven de|bekendgemaakt de|de (minister|staatssecretaris|"
    r"voorzitter|griffier|burgemeester|secretaris)( van [^.;:]{3,100})?,? *$)",
    re.IGNORECASE,
)


class Builder:
    """Builds the tree of one bill; feed it lines in order, then take :attr:`root`."""

    def __init__(self, source: Source) -> None:
        self._content = source.text.content
        self.root = Unit(UnitKind.DOCUMENT)
        self._divisions: list[Unit] = []
        self._artikel: Unit | None = None
        self._scope: Scope | None = None
        self._block: Unit | None = None
        self._started = False
        self._closing = False
        self._untitled: Unit | None = None
        self._previous: Line | None = None
        self._amender: Amender | None = None
        self._records: list[Record] = []
        self._shouts = False

    @property
    def amendments(self) -> tuple[Amendment, ...]:
        """The amending instructions met so far, in order."""
        return tuple(record.done() for record in self._records)

    # -- making units ---------------------------------------------------------------------------------------------

    def _add(self, parent: Unit, kind: UnitKind, number: str = "", line: Line | None = None) -> Unit:
        unit = Unit(kind, number, parent=parent)
        parent.children.append(unit)
        if line is not None:
            unit.own = [line.span]
        return unit

    def _give(self, unit: Unit, span: Span) -> None:
        if len(span):
            unit.own.append(span)

    def _container(self) -> Unit:
        return self._divisions[-1] if self._divisions else self.root

    # -- lines ----------------------------------------------------------------------------------------------------

    def feed(self, lines: list[Line]) -> Unit:
        """All lines of the bill; returns the finished root."""
        for i, line in enumerate(lines):
            if line.paragraph.part in ASIDE:
                self._aside(line)
                continue
            after = lines[i + 1] if i + 1 < len(lines) else None
            self._line(line, after)
            self._previous = line
        finish(self.root)
        return self.root

    def _line(self, line: Line, after: Line | None) -> None:
        heading = line.heading
        if heading is not None and not line.text.startswith("|") and line.paragraph.part != "table":
            if heading.kind is UnitKind.ARTIKEL:
                self._open_artikel(line, heading)
                return
            if heading.kind is UnitKind.BIJLAGE:
                if (inserted := self._insertion()) is not None and inserted.expects_division(heading.kind):
                    self._titled(inserted.division(heading.kind, heading.number, _RANK), line, heading)
                    return
                if self._started and (line.blank_before or self._closing or line.paragraph.kind in (UnitKind.BIJLAGE, UnitKind.KOP)):
                    self._open_bijlage(line, heading)
                    return
            elif (
                self._started
                or line.blank_before
                or line.paragraph.kind is UnitKind.KOP
                or (self._block is not None and self._block.kind is not UnitKind.OPSCHRIFT)
            ):
                self._open_division(line, heading)
                return
        if not self._started and changes_draft(line.text):
            self._open_changes(line)
            return
        if self._untitled is not None and self._takes_title(line, after):
            self._untitled.heading = line.text
            self._untitled.heading_span = (self._untitled.heading_span or line.span).to(line.span)
            self._untitled = None
            return
        self._untitled = None
        if after is not None and self._is_section(line, after):
            self._open_division(line, Heading(UnitKind.PARAGRAAF, line.labels[0].number, line.body))
            return
        if not self._started:
            self._opening(line)
        elif (line.text.startswith("|") or line.paragraph.part == "table") and self._insertion() is None:
            self._table(line)
        elif self._closing or (_SLOT.match(line.text) and not line.labels):
            self._slot(line)
        elif self._scope is not None:
            self._in_scope(line, self._scope)
        elif self._amender is not None and self._amender.take(self._amender.alone(line), self._previous):
            pass
        else:
            self._block = None
            self._add(self._container(), UnitKind.ALINEA, line=line)

    def _takes_title(self, line: Line, after: Line | None) -> bool:
        if line.paragraph.kind is UnitKind.KOP:
            return line.heading is None and not line.paragraph.label
        if line.labels or line.blank_before or len(line.text) > 160 or line.last in ".;:," or after is None:
            return False
        return not line.text.startswith(("[", "|", "(Vervallen"))

    def _is_section(self, line: Line, after: Line) -> bool:
        """«5. Verplichtingen van de ontvanger» on its own between two artikelen: a numbered heading, not the fifth lid of the first one."""
        artikel = self._artikel
        if artikel is None or self._amender is not None or not (artikel.own or artikel.children) or not line.labels or line.bare:
            return False
        alone = line.blank_before and after.blank_before and after.heading is not None and after.heading.kind is UnitKind.ARTIKEL
        title = self._content[line.body.start : line.body.end]
        if not alone or line.labels[0].style is not Style.ARABIC or not title[:1].isupper() or len(title) > 200 or line.last in ".;:,":
            return False
        leden = [child.number for child in artikel.children if child.kind is UnitKind.LID]
        apart = self._previous is not None and not self._previous.blank_before
        return apart or line.labels[0].number != str(len(leden) + 1)

    def _opening(self, line: Line) -> None:
        if _CONSIDERANS.match(line.text):
            kind = UnitKind.CONSIDERANS
        elif _AANHEF.match(line.text) or (_AUTHORITY.match(line.text) and line.last in ",;"):
            kind = UnitKind.AANHEF
        elif self._block is not None and self._block.kind is not UnitKind.OPSCHRIFT:
            kind = self._block.kind
        else:
            kind = UnitKind.OPSCHRIFT
        if self._block is None or self._block.kind is not kind:
            self._block = self._add(self.root, kind)
        self._give(self._block, line.span)

    def _aside(self, line: Line) -> None:
        """Text beside the running text: in the unit where a text box hangs, otherwise in the document; never part of a norm."""
        if line.paragraph.part == "toc":
            self._block = None
            self._add(self.root, UnitKind.ALINEA, line=line)
        elif line.paragraph.part == "textbox":
            self._add(self._scope.owner() if self._scope is not None else self._container(), UnitKind.NOOT, line=line)
        elif line.paragraph.part == OLD_COLUMN:
            self._add(self.root, UnitKind.TABEL, line=line)
        else:
            self._add(self.root, UnitKind.NOOT, line=line)

    def _table(self, line: Line) -> None:
        parent = self._scope.owner() if self._scope is not None else self._container()
        if parent.children and parent.children[-1].kind is UnitKind.TABEL and not line.blank_before:
            self._give(parent.children[-1], line.span)
        else:
            self._add(parent, UnitKind.TABEL, line=line)

    def _slot(self, line: Line) -> None:
        if not self._closing or self._block is None:
            self._closing = True
            self._scope = None
            self._divisions = []
            self._block = self._add(self.root, UnitKind.SLOTFORMULIER)
        self._give(self._block, line.span)

    # -- headings -------------------------------------------------------------------------------------------------

    def _titled(self, unit: Unit, line: Line, heading: Heading) -> None:
        unit.heading_span = line.span
        title = heading.title
        if title is not None:
            unit.heading = " ".join(self._content[title.start : title.end].split())
            self._untitled = None
        else:
            self._untitled = unit

    def _insertion(self) -> Insertion | None:
        """The text that the last instruction inserts, while it is read."""
        return self._amender.insertion if self._amender is not None else None

    def _open_division(self, line: Line, heading: Heading) -> None:
        kind = heading.kind
        if (inserted := self._insertion()) is not None and inserted.expects_division(kind):
            self._titled(inserted.division(kind, heading.number, _RANK), line, heading)
            return
        open_kinds = [u.kind for u in self._divisions]
        if kind in open_kinds:
            del self._divisions[open_kinds.index(kind) :]
        else:
            while self._divisions:
                top = self._divisions[-1]
                if top.kind is UnitKind.BIJLAGE or _RANK.get(top.kind, 0) < _RANK[kind] or not top.children:
                    break
                self._divisions.pop()
        unit = self._add(self._container(), kind, heading.number)
        self._divisions.append(unit)
        self._enter(None)
        self._titled(unit, line, heading)

    def _open_bijlage(self, line: Line, heading: Heading) -> None:
        self._divisions = []
        unit = self._add(self.root, UnitKind.BIJLAGE, heading.number)
        self._divisions = [unit]
        self._enter(None)
        self._titled(unit, line, heading)

    def _open_changes(self, line: Line) -> None:
        """The changes of a nota van wijziging or an amendement: instructions that stand in no artikel."""
        unit = self._add(self.root, UnitKind.ALINEA)
        self._enter(None)
        self._amender = Amender(self._content, unit, self._records, None)
        self._amender.open(line.span)

    def _open_artikel(self, line: Line, heading: Heading) -> None:
        number = heading.number
        if (inserted := self._insertion()) is not None:
            shouted = self._shouts and not line.text.startswith("ARTIKEL")
            if inserted.expects_artikel(number, self._artikel.number if self._artikel is not None else "I", shouted=shouted):
                self._titled(inserted.artikel(number), line, heading)
                return
        self._shouts = line.text.startswith("ARTIKEL")
        unit = self._add(self._container(), UnitKind.ARTIKEL, heading.number)
        self._enter(unit)
        self._titled(unit, line, heading)

    def _enter(self, artikel: Unit | None) -> None:
        self._started = True
        self._closing = False
        self._artikel = artikel
        self._amender = None
        self._scope = Scope(artikel) if artikel is not None else None

    # -- text of an artikel ---------------------------------------------------------------------------------------

    def _in_scope(self, line: Line, scope: Scope) -> None:
        if self._amender is not None and self._amender.take(line, self._previous):
            return
        self._amender = None
        place = scope.place(line, self._previous) if line.labels else None
        if place is None:
            owner = scope.continuation()
            if not owner.own and not owner.children and read_instruction(line.text) is not None:
                self._amend(owner, line.span)
            else:
                self._give(owner, line.span)
            return
        self._item(scope, place, line)

    def _amend(self, unit: Unit, span: Span) -> None:
        self._amender = Amender(self._content, unit, self._records, self._scope if unit.kind is UnitKind.LID else None)
        self._amender.open(span)

    def _item(self, scope: Scope, place: Place, line: Line) -> None:
        unit = self._add(place.parent, place.kind, place.label.number)
        unit.label_span = line.label_span
        scope.enter(place, unit)
        if place.kind is UnitKind.LID and read_instruction(self._content[line.body.start : line.body.end]) is not None:
            self._amend(unit, line.body)
        else:
            self._give(unit, line.body)


def is_closing(line: Line) -> bool:
    """Whether a line is (part of) the slotformulier of a regulation."""
    return not line.labels and _SLOT.match(line.text) is not None


def finish(unit: Unit) -> None:
    """Set the span of a unit and of all below it: everything that belongs to it."""
    stack = [(unit, False)]
    while stack:
        node, done = stack.pop()
        if not done:
            stack.append((node, True))
            stack.extend((child, False) for child in node.children)
            continue
        spans = [
            *node.own,
            *(s for s in (node.label_span, node.heading_span) if s is not None),
            *(c.span for c in node.children if len(c.span)),
        ]
        if spans:
            node.span = Span(min(s.start for s in spans), max(s.end for s in spans))

"""The comments of a Word file and the parts that hang on them: threads and resolved state, durable ids, people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from doenvermogentoets.word.comment_text import label_of
from doenvermogentoets.word.names import RELATIONSHIPS, W14, W15, W16CEX, W16CID, Names, local, names_of
from doenvermogentoets.word.package import Package
from doenvermogentoets.word.seal import Hand, sealed, unsealed
from doenvermogentoets.word.styles import Styles

AUTHOR = "Doenvermogentoets"
INITIALS = "DVT"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_MAX_ID = 2**31 - 2
_ABOUT_COMMENTS = ("commentsExtended", "commentsIds", "commentsExtensible")
_PARA_ID = f"{{{W14}}}paraId"
_NUMBER = re.compile(r"-?[0-9]{1,12}")
_CODE = re.compile(r"\b[A-Z]{3}\d{3}(?=:)")


@dataclass(slots=True, eq=False)
class Comment:
    """A comment as it stands in the file.

    Attributes:
        paragraphs: its text, without the mark that we put at the end (:mod:`doenvermogentoets.word.seal`).
        hand: what that mark says.
        parent: the comment it replies to.
        replies: what others (and we) answered.
        resolved: the thread was marked as done.
    """

    id: str
    author: str
    date: str
    paragraphs: tuple[str, ...]
    element: etree._Element
    para_ids: tuple[str, ...] = ()
    parent: Comment | None = None
    replies: list[Comment] = field(default_factory=list)
    resolved: bool = False
    hand: Hand = Hand.UNKNOWN

    @property
    def code(self) -> str:
        """The check's code in a comment of ours, also when somebody typed before it; empty if there is none."""
        match = _CODE.search(" ".join(self.paragraphs))
        return match[0] if match else ""

    def by(self, author: str) -> bool:
        """Whether it is ours: by the author, or by its mark when Word took the names of authors out of the file."""
        return self.author == author or (self.hand in (Hand.OURS, Hand.CHANGED) and self.parent is None)

    @property
    def changed(self) -> bool:
        """Of a comment of ours: its text is not what we wrote."""
        return self.hand in (Hand.CHANGED, Hand.UNKNOWN)

    @property
    def stays(self) -> bool:
        """Of a comment of ours: people put work in it, so that it is not ours to take away."""
        return self.conversation or self.changed

    @property
    def as_written(self) -> bool:
        """No word processor saved it since we wrote it: those give paragraphs ids and revision numbers, or order them in their own way."""
        w = names_of(self.element)
        return all(p.tag == w("p") and not p.attrib and {local(e) for e in p} <= {"pPr", "r"} for p in self.element) and all(
            {local(e) for e in run} <= {"rPr", "annotationRef"} or [local(e) for e in run.iter()] in (["r", "t"], ["r", "rPr", "b", "t"])
            for run in self.element.iter(w("r"))
        )

    @property
    def conversation(self) -> bool:
        """People did something with it: they answered or resolved it."""
        return self.resolved or bool(self.replies) or self.parent is not None


class Comments:
    """The comments of one file, to read and to change.

    Raises:
        UserError: a comments part cannot be read safely.
    """

    def __init__(self, package: Package, names: Names) -> None:
        self._package = package
        self._names = names
        found = package.related("comments")
        self._name = found[0] if found else None
        self._root = package.xml(found[0]) if found else None
        self._about_comments = [part for kind in _ABOUT_COMMENTS for part in package.related(kind)]
        self._satellites = {part: package.xml(part) for part in (*self._about_comments, *package.related("people"))}
        self._changed: set[str] = set()
        self._fresh: list[str] = []  # new comments as XML: parsing them together is many times faster than making their elements
        self.all: list[Comment] = [] if self._root is None else self._read(self._root)

    def _read(self, root: etree._Element) -> list[Comment]:
        w = names_of(root)
        comments = []
        by_para: dict[str, Comment] = {}
        for element in root.iterchildren(w("comment")):
            paragraphs = list(element.iter(w("p")))
            text, hand = unsealed(["".join(t.text or "" for t in p.iter(w("t"))) for p in paragraphs])
            comment = Comment(
                id=element.get(w("id"), ""),
                author=element.get(w("author"), ""),
                date=element.get(w("date"), ""),
                paragraphs=text,
                hand=hand,
                element=element,
                para_ids=tuple(p.get(_PARA_ID, "") for p in paragraphs if p.get(_PARA_ID)),
            )
            comments.append(comment)
            by_para.update((para_id, comment) for para_id in comment.para_ids)
        for satellite in self._satellites.values():
            for entry in satellite.iter(f"{{{W15}}}commentEx"):
                entry_of = by_para.get(entry.get(f"{{{W15}}}paraId", ""))
                if entry_of is None:
                    continue
                entry_of.resolved = entry.get(f"{{{W15}}}done", "0") in ("1", "true", "on")
                parent = by_para.get(entry.get(f"{{{W15}}}paraIdParent", ""))
                if parent is not None and parent is not entry_of:
                    entry_of.parent = parent
                    parent.replies.append(entry_of)
        return comments

    def own(self, author: str = AUTHOR) -> list[Comment]:
        return [c for c in self.all if c.by(author)]

    def remove(self, gone: list[Comment]) -> None:
        """Take comments out of the comments part and of the parts that refer to them."""
        if not gone or self._root is None or self._name is None:
            return
        para_ids = {para_id for c in gone for para_id in c.para_ids}
        for comment in gone:
            _take_out(comment.element)
        out = set(map(id, gone))
        self.all = [c for c in self.all if id(c) not in out]
        self._changed.add(self._name)
        durable: set[str] = set()
        for name, root in self._satellites.items():
            for entry in list(root):
                if not isinstance(entry.tag, str):
                    continue
                para_id = entry.get(f"{{{W15}}}paraId") or entry.get(f"{{{W16CID}}}paraId")
                durable_id = entry.get(f"{{{W16CID}}}durableId") or entry.get(f"{{{W16CEX}}}durableId")
                if para_id in para_ids and para_id:
                    if durable_id:
                        durable.add(durable_id)
                    _take_out(entry)
                    self._changed.add(name)
        for name, root in self._satellites.items():
            for entry in list(root.iter(f"{{{W16CEX}}}commentExtensible")):
                if entry.get(f"{{{W16CEX}}}durableId") in durable:
                    _take_out(entry)
                    self._changed.add(name)

    def forget_author(self, author: str) -> None:
        """Take an author without comments off the list of people."""
        if any(c.author == author for c in self.all):
            return
        for name, root in self._satellites.items():
            for entry in list(root.iter(f"{{{W15}}}person")):
                if entry.get(f"{{{W15}}}author") == author:
                    _take_out(entry)
                    self._changed.add(name)

    def free_ids(self, used: set[str]) -> FreeIds:
        """Ids that no comment and no marker in the text has."""
        return FreeIds({*used, *(c.id for c in self.all)})

    def add(self, number: str, paragraphs: list[str], styles: Styles, *, author: str, initials: str, date: str) -> None:
        """Add a comment; the part is made when the file has none."""
        paragraph_style, run_style = styles.id_of("annotation text"), styles.id_of("annotation reference")
        before = f"<w:pPr><w:pStyle w:val={quoteattr(paragraph_style)}/></w:pPr>" if paragraph_style else ""
        look = f"<w:rPr><w:rStyle w:val={quoteattr(run_style)}/></w:rPr>" if run_style else ""
        mark = f"<w:r>{look}<w:annotationRef/></w:r>"
        lines = "".join(
            f"<w:p>{before}{mark if position == 0 else ''}{_runs(text)}</w:p>" for position, text in enumerate(sealed(paragraphs))
        )
        who = f"w:author={quoteattr(author)} w:date={quoteattr(date)} w:initials={quoteattr(initials)}"
        self._fresh.append(f'<w:comment w:id="{number}" {who}>{lines}</w:comment>')
        if self._name is not None:
            self._changed.add(self._name)

    def _is_empty(self, root: etree._Element) -> bool:
        """Whether nothing is left in the comments part and in the parts about them, and nothing comes."""
        return not self._fresh and not any(len(part) for part in (root, *(self._satellites[name] for name in self._about_comments)))

    def save(self) -> None:
        """Hand the changed parts to the package; when the last comment went, the parts of the comments go too."""
        if self._root is not None and self._name is not None and self._name in self._changed and self._is_empty(self._root):
            for name in dict.fromkeys((self._name, *self._about_comments)):
                self._package.drop_part(name)
            self._changed -= {self._name, *self._about_comments}
        for name in self._changed & self._satellites.keys():
            self._package.replace(name, self._satellites[name])
        ns = self._names.ns if self._root is None else names_of(self._root).ns
        part = f'<w:comments xmlns:w="{ns}">{"".join(self._fresh)}</w:comments>'
        if self._root is not None and self._name is not None:
            if self._fresh:
                self._root.extend(etree.fromstring(part))
            if self._name in self._changed:
                self._package.replace(self._name, self._root)
        elif self._fresh:
            name = "comments.xml"
            folder = self._package.main.rsplit("/", 1)[0] + "/" if "/" in self._package.main else ""
            number = 1
            while folder + name in self._package:
                number += 1
                name = f"comments{number}.xml"
            kind = RELATIONSHIPS[self._names.ns] + "/comments"
            self._package.add_part(folder + name, part, _CONTENT_TYPE, kind)
        self._fresh.clear()


def _runs(text: str) -> str:
    """A paragraph of a comment of ours, with its label in bold."""
    label = label_of(text)
    bold = f"<w:r><w:rPr><w:b/></w:rPr><w:t>{escape(label)}</w:t></w:r>" if label else ""
    return f'{bold}<w:r><w:t xml:space="preserve">{escape(text[len(label) :])}</w:t></w:r>'


def _take_out(element: etree._Element) -> None:
    """Remove an element wherever it stands; a damaged file has entries inside entries."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


class FreeIds:
    """Numbers after the highest in use; from the lowest free one when that is the highest there is."""

    def __init__(self, used: set[str]) -> None:
        # the attribute may hold anything; an id that is no number of ours is never taken by us either
        self._used = {int(number) for number in used if _NUMBER.fullmatch(number) is not None}
        self._next = max(self._used, default=-1) + 1
        if self._next + 100_000 > _MAX_ID:
            self._next = 0

    def take(self) -> str:
        while self._next in self._used:
            self._next += 1
        self._used.add(self._next)
        self._next += 1
        return str(self._next - 1)


class Markers(NamedTuple):
    """What ties a comment to its words: the start and the end of the range, and the run with the reference."""

    start: etree._Element
    end: etree._Element
    reference: etree._Element


def marker_sets(names: Names, numbers: Sequence[str], styles: Styles) -> Iterator[Markers]:
    """The markers of comments with these ids, parsed in one go: making them one by one takes longer than the search for their place."""
    style = styles.id_of("annotation reference")
    properties = f"<w:rPr><w:rStyle w:val={quoteattr(style)}/></w:rPr>" if style else ""
    sets = "".join(
        f'<w:commentRangeStart w:id="{n}"/><w:commentRangeEnd w:id="{n}"/><w:r>{properties}<w:commentReference w:id="{n}"/></w:r>'
        for n in numbers
    )
    elements = list(etree.fromstring(f'<w:body xmlns:w="{names.ns}">{sets}</w:body>'))
    return (Markers(*three) for three in zip(elements[::3], elements[1::3], elements[2::3], strict=True))


def marker_elements(root: etree._Element, names: Names, ids: set[str]) -> list[etree._Element]:
    """All range markers of these comments in a part, and the runs that hold nothing but their reference, in document order."""
    out = []
    for element in root.iter(names("commentRangeStart"), names("commentRangeEnd"), names("commentReference")):
        if element.get(names("id")) not in ids:
            continue
        run = element.getparent()
        alone = (
            local(element) == "commentReference"
            and run is not None
            and local(run) == "r"
            and all(e is element or local(e) == "rPr" for e in run)
        )
        out.append(run if alone and run is not None else element)
    return out

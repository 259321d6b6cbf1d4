"""Answers in a file that LibreOffice saved: it keeps which comment is done, and loses which one is an answer to which."""

from __future__ import annotations

from collections.abc import Callable

from doenvermogentoets.word.comments import AUTHOR, Comments
from doenvermogentoets.word.found import Walk
from doenvermogentoets.word.package import Package


def join_by_place(comments: Comments, package: Package, walked: Callable[[], Walk], author: str = AUTHOR) -> None:
    """Take a comment of somebody else on exactly the words of one of ours, and not older, for an answer to it.

    Only in a file that LibreOffice saved last: elsewhere the threads are known, and such a comment stands by itself.

    Args:
        walked: gives the walk over the file as it is.
    """
    own = comments.own(author)
    known = set(map(id, own))
    others = [c for c in comments.all if id(c) not in known and c.parent is None and not c.replies]
    if not own or not others or not _by_libreoffice(package):
        return
    ranges: dict[str, dict[str, int]] = {}
    for mark in walked().marks:
        ranges.setdefault(mark.id, {})[mark.kind] = mark.node
    places = {number: (ends["start"], ends["end"]) for number, ends in ranges.items() if "start" in ends and "end" in ends}
    ours = {places[c.id]: c for c in own if c.id in places}
    for comment in others:
        parent = ours.get(places.get(comment.id, (-1, -1)))
        if parent is not None and parent.date <= comment.date:
            comment.parent = parent
            parent.replies.append(comment)


def _by_libreoffice(package: Package) -> bool:
    for relation in package.relationships(""):
        if relation.kind == "extended-properties" and relation.target is not None:
            return any((e.text or "").startswith("LibreOffice") for e in package.xml(relation.target).iter("{*}Application"))
    return False

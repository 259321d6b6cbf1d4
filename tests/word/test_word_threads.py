# ruff: noqa: E501 -- XML in a fixture reads best unbroken
"""An annotated file that is annotated again: what people wrote or answered stays, what was ours goes or stays with its answer."""

from __future__ import annotations

import re
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
from wordfiles import MOMENT, OWN, canonical, comments_of, finding, formatted, make, p, parts_of, quotes, r, sound

from doenvermogentoets.readers.docx import read
from doenvermogentoets.word import suppressions
from doenvermogentoets.word.annotation import annotate
from doenvermogentoets.word.answers import put_aside
from doenvermogentoets.word.package import Package

COMMENTS = (
    '<w:comment w:id="3" w:author="Marieke" w:initials="M" w:date="2025-01-01T00:00:00Z"><w:p w14:paraId="00000001"><w:r><w:t>Klopt dit?</w:t></w:r></w:p></w:comment>'
    '<w:comment w:id="4" w:author="Doenvermogentoets" w:initials="DVT"><w:p w14:paraId="00000002"><w:r><w:t>TRM001: oud bericht. Controle: proefcontrole.</w:t></w:r></w:p></w:comment>'
    '<w:comment w:id="5" w:author="Marieke" w:initials="M"><w:p w14:paraId="00000003"><w:r><w:t>{reply}</w:t></w:r></w:p></w:comment>'
)

EXTENDED = (
    '<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:commentEx w15:paraId="00000001" w15:done="0"/>'
    '<w15:commentEx w15:paraId="00000002" w15:done="{done}"/>{thread}</w15:commentsEx>'
)

THREAD = '<w15:commentEx w15:paraId="00000003" w15:paraIdParent="00000002" w15:done="0"/>'


def commented(path: Path, *, reply: str = "", done: str = "0") -> Path:
    """A file with a comment of a colleague and an earlier one of ours, answered or resolved or not."""

    def marked(number: int, words: str) -> str:
        return (
            f'<w:commentRangeStart w:id="{number}"/>{r(words)}<w:commentRangeEnd w:id="{number}"/>'
            f'<w:r><w:commentReference w:id="{number}"/></w:r>'
        )

    body = f"<w:p>{r('De ')}{marked(3, 'aanvrager')}{r(' meldt ')}{marked(4, 'onverwijld')}{r(' wat is gebeurd.')}</w:p>"
    comments = COMMENTS.format(reply=reply)
    thread = THREAD if reply else ""
    if not reply:
        comments = comments[: comments.rindex("<w:comment ")]
    make(path, body, comments=comments, extra={"word/commentsExtended.xml": EXTENDED.format(done=done, thread=thread)})
    # the relation to the extended part
    parts = parts_of(path)
    relation = b'<Relationship Id="rId9" Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended" Target="commentsExtended.xml"/>'
    rels = parts["word/_rels/document.xml.rels"].replace(b"</Relationships>", relation + b"</Relationships>")
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in {**parts, "word/_rels/document.xml.rels": rels}.items():
            archive.writestr(name, data)
    return path


def test_comments_of_people_stay_and_an_earlier_one_of_ours_goes(path: Path, out: Path) -> None:
    commented(path)
    report = annotate(path, out, [finding(path, "meldt on", "TRM009")])
    assert report.removed == 1
    assert [(a, t.split(":")[0], w) for a, t, w in comments_of(out)] == [
        ("Marieke", "Klopt dit?", "aanvrager"),
        (OWN, "TRM009", "meldt on"),
    ]
    assert b"00000002" not in parts_of(out)["word/commentsExtended.xml"]
    assert b"00000001" in parts_of(out)["word/commentsExtended.xml"]
    sound(out)


def test_taking_our_comments_out_leaves_the_parts_that_were_there(path: Path, out: Path, tmp_path: Path) -> None:
    make(path, p("De aanvrager meldt dit onverwijld aan het college."), styles="")
    annotate(path, out, [finding(path, "aanvrager meldt"), finding(path, "meldt dit", "TRM002")])
    bare = tmp_path / "weer kaal.docx"
    assert annotate(out, bare, []).removed == 2
    before, after = parts_of(path), parts_of(bare)
    assert list(after) == list(before)
    text = "word/document.xml"
    assert formatted(after[text]) == formatted(before[text])
    assert {n: canonical(d) for n, d in after.items() if n != text} == {n: canonical(d) for n, d in before.items() if n != text}
    assert not Package(bare).related("comments")


def test_the_part_for_comments_stays_with_those_of_others_and_with_new_ones_of_ours(path: Path, out: Path, tmp_path: Path) -> None:
    commented(path)
    annotate(path, out, [])
    assert [author for author, *_ in comments_of(out)] == ["Marieke"]
    sound(out)
    make(path, p("De aanvrager meldt dit onverwijld."))
    annotate(path, out, [finding(path, "onverwijld")])
    other = tmp_path / "anders.docx"
    annotate(out, other, [finding(out, "aanvrager")])
    assert quotes(other) == ["aanvrager"]
    sound(other)


def test_what_word_keeps_beside_the_comments_goes_with_the_last_of_them(path: Path, out: Path) -> None:
    commented(path)
    parts = parts_of(path)
    alone = re.sub(rb'<w:comment [^>]*w:author="Marieke".*?</w:comment>', b"", parts["word/comments.xml"], flags=re.S)
    assert alone != parts["word/comments.xml"]
    extended = re.sub(rb"<w15:commentEx [^>]*00000001[^>]*/>", b"", parts["word/commentsExtended.xml"])
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in {**parts, "word/comments.xml": alone, "word/commentsExtended.xml": extended}.items():
            archive.writestr(name, data)
    assert annotate(path, out, []).removed == 1
    after = parts_of(out)
    assert {name for name in parts if name not in after} == {"word/comments.xml", "word/commentsExtended.xml"}
    assert b"omments" not in after["[Content_Types].xml"] + after["word/_rels/document.xml.rels"]
    assert annotate(out, path, [finding(out, "onverwijld")]).placed == 1
    assert quotes(path) == ["onverwijld"]


@pytest.mark.parametrize(("reply", "done"), [("Akkoord, zie de toelichting.", "0"), ("", "1")])
def test_a_thread_that_people_used_stays_and_is_not_doubled(path: Path, out: Path, reply: str, done: str) -> None:
    commented(path, reply=reply, done=done)
    report = annotate(path, out, [finding(path, "onverwijld"), finding(path, "gebeurd", "TRM007")])
    assert (report.kept, report.placed, report.removed) == (1, 1, 0)
    assert quotes(out) == ["onverwijld", "gebeurd"]


def test_an_answered_comment_says_nothing_about_the_same_message_elsewhere(path: Path, out: Path) -> None:
    commented(path, reply="Akkoord.")
    annotate(path, out, [finding(path, "onverwijld", message="oud bericht."), finding(path, "gebeurd", message="oud bericht.")])
    assert quotes(out) == ["onverwijld", "gebeurd"]


def test_a_resolved_or_agreed_comment_puts_the_finding_aside(path: Path) -> None:
    content = read(commented(path, reply="Akkoord, zie de toelichting.")).text.content
    [aside] = suppressions(path)
    assert (aside.code, content[aside.span.start : aside.span.end], aside.reason) == (
        "TRM001",
        "onverwijld",
        "Akkoord, zie de toelichting.",
    )
    commented(path, done="1")
    assert [(s.code, s.reason) for s in suppressions(path)] == [("TRM001", "de opmerking is in Word afgehandeld")]
    commented(path, reply="Hier ben ik het niet mee eens.")
    assert suppressions(path) == []
    commented(path)
    assert suppressions(path) == []


@pytest.mark.parametrize(
    ("replies", "aside"),
    [
        (["Akkoord: er is alleen een loket, en dat blijft zo."], True),
        (["Akkoord, wordt niet aangepast."], True),
        (["Akkoord, hoeft niet te worden gewijzigd."], True),
        (["Akkoord: de gegevens worden overgenomen uit de basisregistratie."], True),
        (["Niet van toepassing, het gaat om bedrijven."], True),
        (["Akkoord, wordt verwerkt in de volgende versie."], False),
        (["Akkoord. Aangepast."], False),
        (["Akkoord, wij nemen dit over."], False),
        (["Akkoord, de termijn is verlengd naar acht weken."], False),
        (["Akkoord, terecht opgemerkt."], False),
        (["Akkoord, mits de uitvoerder het ook wil."], False),
        (["Niet akkoord: de bepaling is gangbaar."], False),
        (["Akkoord.", "De uitvoerder wil het toch anders; wij passen het lid aan."], False),
        (["Wij passen het lid aan.", "Akkoord, bij nader inzien blijft het zo."], True),
    ],
)
def test_an_answer_that_announces_a_change_puts_nothing_aside(replies: list[str], aside: bool) -> None:
    assert put_aside(replies) == (replies[-1] if aside else "")


def _rewritten(source: Path, target: Path, old: str, new: str) -> Path:
    """The file with other words in its comments."""
    parts = parts_of(source)
    before = parts["word/comments.xml"].decode()
    assert old in before
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in {**parts, "word/comments.xml": before.replace(old, new).encode()}.items():
            archive.writestr(name, data)
    return target


@pytest.fixture
def once(path: Path, tmp_path: Path) -> Path:
    """A file with two comments of ours."""
    make(path, p("De aanvrager meldt dit onverwijld aan het college."))
    target = tmp_path / "een keer.docx"
    annotate(path, target, [finding(path, "onverwijld"), finding(path, "aan het college", "TRM002")])
    return target


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("TRM001:", "MK: niet doen. TRM001:"),
        ("Er is geen herstel gevonden.", "Er is geen herstel gevonden. [MK: besproken, blijft zo]"),
        (". Kenmerk ", ". MK: vraag Jan. Kenmerk "),
        (".</w:t></w:r></w:p></w:comment>", ". MK: vraag Jan</w:t></w:r></w:p></w:comment>"),
        ("De aanvrager verliest zijn recht.", ""),
    ],
)
def test_a_comment_in_which_somebody_typed_stays_and_is_not_doubled(once: Path, out: Path, tmp_path: Path, old: str, new: str) -> None:
    typed = tmp_path / "getypt.docx"
    parts = parts_of(once)
    before = parts["word/comments.xml"].decode()
    at = before.index(old)
    with zipfile.ZipFile(typed, "w") as archive:
        for name, data in {**parts, "word/comments.xml": (before[:at] + new + before[at + len(old) :]).encode()}.items():
            archive.writestr(name, data)
    report = annotate(typed, out, [finding(typed, "onverwijld"), finding(typed, "aan het college", "TRM002")])
    assert (report.placed, report.kept, report.stayed.changed, report.removed) == (1, 1, 1, 1)
    assert sorted(quotes(out)) == ["aan het college", "onverwijld"]
    if new:
        assert new.replace("</w:t></w:r></w:p></w:comment>", "").encode() in parts_of(out)["word/comments.xml"]
    sound(out)


def test_a_comment_that_a_word_processor_only_saved_is_ours_to_replace(once: Path, out: Path, tmp_path: Path) -> None:
    saved = _rewritten(
        once, tmp_path / "a.docx", "<w:p>", '<w:p w14:paraId="1A2B3C4D" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">'
    )
    saved = _rewritten(saved, tmp_path / "b.docx", "Er is geen herstel", 'Er is </w:t></w:r><w:r><w:t xml:space="preserve">geen herstel')
    report = annotate(saved, out, [finding(saved, "onverwijld"), finding(saved, "aan het college", "TRM002")])
    assert (report.placed, report.kept, report.removed) == (2, 0, 2)


def test_our_comments_are_known_without_the_name_of_their_author(once: Path, out: Path, tmp_path: Path) -> None:
    nameless = _rewritten(once, tmp_path / "naamloos.docx", f'w:author="{OWN}"', 'w:author="Auteur"')
    report = annotate(nameless, out, [finding(nameless, "onverwijld")])
    assert (report.placed, report.kept, report.removed) == (1, 0, 2)
    assert [author for author, *_ in comments_of(out)] == [OWN]


def test_a_comment_of_somebody_else_that_begins_with_a_code_is_not_ours(once: Path, out: Path, tmp_path: Path) -> None:
    """What makes it ours is the mark, not the way it begins."""
    theirs = _rewritten(once, tmp_path / "van een ander.docx", f'w:author="{OWN}"', 'w:author="Marieke"')
    parts = parts_of(theirs)
    bare = re.sub(rb" Kenmerk [0-9a-f]{6}\.", b"", parts["word/comments.xml"])
    with zipfile.ZipFile(theirs, "w") as archive:
        for name, data in {**parts, "word/comments.xml": bare}.items():
            archive.writestr(name, data)
    report = annotate(theirs, out, [])
    assert (report.kept, report.removed) == (0, 0)
    assert [author for author, *_ in comments_of(out)] == ["Marieke", "Marieke"]


def test_comments_of_checks_that_did_not_take_part_stay(once: Path, out: Path) -> None:
    report = annotate(once, out, [finding(once, "dit", "TRM003")], silent={"TRM001"})
    assert (report.placed, report.spared, report.removed) == (1, 1, 1)
    assert sorted(quotes(out)) == ["dit", "onverwijld"]


def test_a_comment_that_stays_tells_when_it_no_longer_holds(path: Path, out: Path) -> None:
    commented(path, reply="Wij overleggen nog.")
    there = finding(path, "onverwijld")
    assert annotate(path, out, [there], beside=[]).stayed.stale == ()
    assert annotate(path, out, [], beside=[there]).stayed.stale == (), "a finding that was put aside still holds"
    assert annotate(path, out, []).stayed.stale == (), "not everything that was found is known"
    assert annotate(path, out, [], beside=[], silent={"TRM001"}).stayed.stale == ()
    [told] = annotate(path, out, [finding(path, "onverwijld", "TRM002")], beside=[]).stayed.stale
    assert told == "TRM001 op «onverwijld» (daar is nu geen bevinding van deze controle)"


@pytest.mark.parametrize(
    ("program", "date", "words", "answer"),
    [
        ("LibreOffice/7.4", "2025-01-03T00:00:00Z", "onverwijld", True),
        ("LibreOffice/7.4", "2025-01-01T00:00:00Z", "onverwijld", False),
        ("LibreOffice/7.4", "2025-01-03T00:00:00Z", "meldt dit onverwijld", False),
        ("Microsoft Office Word", "2025-01-03T00:00:00Z", "onverwijld", False),
    ],
)
def test_an_answer_that_libreoffice_made_a_loose_comment_still_counts(
    path: Path, out: Path, tmp_path: Path, program: str, date: str, words: str, answer: bool
) -> None:
    make(path, p("De aanvrager meldt dit onverwijld aan het college."))
    theirs = tmp_path / "met antwoord.docx"
    annotate(path, theirs, [finding(path, "onverwijld")], date=MOMENT)
    both = tmp_path / "beide.docx"
    comment = finding(theirs, words, "ABC001", "vervalt")
    when = datetime.fromisoformat(date)
    annotate(theirs, both, [comment], author="Marieke", initials="M", date=when, silent={"TRM001"})
    parts = parts_of(both)
    said = re.sub(rb"ABC001:.*?</w:comment>", b"Akkoord, blijft zo.</w:t></w:r></w:p></w:comment>", parts["word/comments.xml"])
    relation = b'<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="docProps/app.xml"/>'
    parts |= {
        "word/comments.xml": said,
        "_rels/.rels": parts["_rels/.rels"].replace(b"</Relationships>", relation + b"</Relationships>"),
        "docProps/app.xml": f'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>{program}</Application></Properties>'.encode(),
    }
    with zipfile.ZipFile(both, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    assert [s.reason for s in suppressions(both)] == (["Akkoord, blijft zo."] if answer else [])
    report = annotate(both, out, [])
    assert (report.stayed.answered, report.removed) == ((1, 0) if answer else (0, 1))
    assert "Marieke" in [author for author, *_ in comments_of(out)]


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        ("Akkoord... dat blijft zo.", "Akkoord... dat blijft zo."),
        ("Akkoord. We hebben de zin in het tweede lid aangepast.", ""),
        ("Akkoord. Pas de tweede zin ook aan.", ""),
        ("Akkoord. Voeg daar een lid aan toe.", ""),
        ("Akkoord. Neem dit over.", ""),
        ("Akkoord. Over dit lid neem ik een dag.", "Akkoord. Over dit lid neem ik een dag."),
    ],
)
def test_a_change_is_told_by_a_word_and_one_after_it(reply: str, reason: str) -> None:
    assert put_aside([reply]) == reason

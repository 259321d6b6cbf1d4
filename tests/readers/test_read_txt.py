from pathlib import Path

import pytest

from doenvermogentoets import readers
from doenvermogentoets.errors import UserError
from doenvermogentoets.readers.files import decode


def words(source):
    return [source.text[p.span] for p in source.paragraphs]


def test_the_text_is_the_file_itself(tmp_path: Path) -> None:
    path = tmp_path / "ontwerp.txt"
    path.write_bytes("\ufeffArtikel 1\r\n\r\n1. De aanvrager betaalt € 5.\r\n".encode())
    source = readers.read(path)
    assert source.text.content == "Artikel 1\r\n\r\n1. De aanvrager betaalt € 5.\r\n"
    assert words(source) == ["Artikel 1", "1. De aanvrager betaalt € 5."]
    assert source.text.shown_span(source.paragraphs[1].span) == source.paragraphs[1].span


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Één euro – «x»".encode("cp1252"), "Één euro – «x»"),
        ("Eén".encode("utf-16"), "Eén"),
        ("Eén".encode(), "Eén"),
        ("Eén".encode("utf-8-sig"), "Eén"),
    ],
)
def test_encodings_are_recognised(data: bytes, text: str) -> None:
    assert decode(data, "x.txt") == text


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04\x00\x00abc", b"\xff\xd8\xff\xe0\x00\x10JFIF", b"tekst \x81\xe9 tekst", b"\xef\xbb\xbf\xff\xfe\xfd"]
)
def test_bytes_that_are_no_text_are_refused_with_a_remedy(data: bytes) -> None:
    with pytest.raises(UserError) as caught:
        decode(data, "map/ontwerp.txt")
    assert "map/ontwerp.txt" in caught.value.problem
    assert "UTF-8" in caught.value.remedy


def test_hard_wrapped_lines_become_one_paragraph() -> None:
    text = (
        "Artikel 1\n"
        "Begripsbepalingen\n\n"
        "1. De vergunninghouder die zijn onderneming overdraagt aan een ander, meldt\n"
        "   dit binnen een maand na de overdracht aan het college, dat de melding in\n"
        "   het register opneemt.\n"
        "2. Bij de melding wordt een afschrift gevoegd van de overeenkomst waaruit de\n"
        "   overdracht blijkt.\n\n"
        "Artikel 2\n"
        "Het college kan nadere regels stellen over de wijze waarop de melding wordt\n"
        "gedaan en over de gegevens die daarbij worden verstrekt.\n"
    )
    source = readers.read_text(text, "ontwerp.txt", "txt")
    got = [" ".join(w.split()) for w in words(source)]
    assert got[2].startswith("1. De vergunninghouder") and got[2].endswith("het register opneemt.")
    assert got[3].endswith("overdracht blijkt.")
    assert got[:2] == ["Artikel 1", "Begripsbepalingen"]
    assert got[4] == "Artikel 2"
    assert got[5].endswith("worden verstrekt.") and len(got) == 6


def test_lines_of_ordinary_text_stay_apart() -> None:
    text = (
        "Artikel 1\nKorte tekst van het eerste artikel zonder einde\nAndere regel\n" + "Dit is een lange regel van een gewoon bestand. " * 5
    )
    assert len(readers.read_text(text, "x.txt", "txt").paragraphs) == 4


def test_comments_are_kept_apart_from_the_paragraphs() -> None:
    source = readers.read_text("Artikel 1\n<!-- let op:\nnog bespreken -->\n1. Tekst.\n", "x.txt", "txt")
    assert words(source) == ["Artikel 1", "1. Tekst."]
    assert source.comments[0].text == "let op:\nnog bespreken"
    assert source.text.content[source.comments[0].source.start :].startswith("<!--")


def test_missing_folder_unknown_and_empty_files_say_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "leeg.txt").write_text("\n \n")
    (tmp_path / "oud.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    (tmp_path / "ontwerp.xyz").write_text("x")
    for name, said in [("nee.txt", "bestaat niet"), ("leeg.txt", "leeg"), ("oud.doc", ".doc"), ("ontwerp.xyz", ".xyz")]:
        with pytest.raises(UserError) as caught:
            readers.read(tmp_path / name)
        assert said in caught.value.problem
        assert caught.value.remedy
    with pytest.raises(UserError, match="map"):
        readers.read(tmp_path)


def test_an_old_word_file_gets_the_advice_to_save_as_docx(tmp_path: Path) -> None:
    path = tmp_path / "oud.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0")
    with pytest.raises(UserError) as caught:
        readers.read(path)
    assert ".docx" in caught.value.remedy


def test_a_file_that_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("doenvermogentoets.readers.files.MAX_BYTES", 10)
    path = tmp_path / "groot.txt"
    path.write_text("Artikel 1 is hier te lang.")
    with pytest.raises(UserError, match="grens"):
        readers.read(path)


def test_unknown_format_is_a_programming_error() -> None:
    with pytest.raises(ValueError, match="format"):
        readers.read_text("x", "x", "rtf")

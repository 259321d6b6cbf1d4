"""What an effect is called: the word that the text uses, where a kind holds two things."""

from __future__ import annotations

import re

from doenvermogentoets.norms.model import Gevolg, GevolgSoort

_PARTS = {
    GevolgSoort.VERVAL: (("opeisba", "opeisbaarheid"), ("verlies", "verlies van recht"), ("eindig", "einde"), ("verjaar", "verjaring")),
    GevolgSoort.BEEINDIGING: (
        ("(?:van|uit) (?:de|het) (?:\\w*lijst|\\w*register)", "schrapping"),
        ("afgevoerd", "schrapping"),
        ("verwijder", "verwijdering"),
        ("ontruim", "ontruiming"),
        ("sluit", "sluiting"),
        ("gesloten", "sluiting"),
        ("staak", "staking"),
    ),
    GevolgSoort.NIHIL: (("nihil", "vaststelling op nihil"), ("ambtshalve", "ambtshalve vaststelling")),
    GevolgSoort.DWANGSOM: (("dwangsom", "last onder dwangsom"), ("bestuursdwang", "bestuursdwang")),
    GevolgSoort.VERSCHULDIGD: (("(?:mede|hoofdelijk )?aansprakelijk", "aansprakelijkheid"), ("", "betalingsplicht")),
    GevolgSoort.SCHORSING: (("schors", "schorsing"), ("schort", "opschorting"), ("opgeschort", "opschorting")),
}
"""Kinds that hold two things: the one whose word the text uses is told."""


def named(gevolg: Gevolg | GevolgSoort, words: str, sentence: str = "") -> str:
    """The kind of an effect, as its own words say it, else as its sentence does. «verval» is only said where the text says so."""
    soort = gevolg.soort if isinstance(gevolg, Gevolg) else gevolg
    for said in (words.lower(), sentence.lower()):
        if soort is GevolgSoort.VERVAL and "verval" in said:
            break
        name = next((name for word, name in _PARTS.get(soort, ()) if re.search(rf"\b{word}", said)), "")
        if name:
            return name
    return soort.value

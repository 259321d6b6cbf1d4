"""Characters of symbol fonts (``w:sym``) as Unicode."""

from __future__ import annotations

# Font Symbol, code to Unicode, from Adobe's mapping table symbol.txt (public); letters of the Greek alphabet and the signs
# that occur in legal texts.
_SYMBOL = {
    **dict(zip(range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True)),
    **dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True)),
    0x20: " ", 0x22: "∀", 0x24: "∃", 0x27: "∋", 0x2A: "∗", 0x2D: "−", 0x40: "≅", 0x5C: "∴", 0x5E: "⊥", 0x7E: "∼",
    0xA1: "ϒ", 0xA2: "′", 0xA3: "≤", 0xA4: "⁄", 0xA5: "∞", 0xA6: "ƒ", 0xA7: "♣", 0xA8: "♦", 0xA9: "♥", 0xAA: "♠",
    0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×",
    0xB5: "∝", 0xB6: "∂", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xC5: "⊕", 0xC6: "∅",
    0xC7: "∩", 0xC8: "∪", 0xC9: "⊃", 0xCA: "⊇", 0xCC: "⊂", 0xCD: "⊆", 0xCE: "∈", 0xCF: "∉", 0xD0: "∠", 0xD2: "®",
    0xD3: "©", 0xD4: "™", 0xD5: "∏", 0xD6: "√", 0xD7: "⋅", 0xD8: "¬", 0xD9: "∧", 0xDA: "∨", 0xDB: "⇔", 0xDC: "⇐",
    0xDD: "⇑", 0xDE: "⇒", 0xDF: "⇓", 0xE5: "∑", 0xF2: "∫",
}  # fmt: skip
# Font Wingdings: the signs used for ticking and listing.
_WINGDINGS = {
    0x6F: "□", 0x71: "❑", 0x72: "❒", 0x76: "❖", 0x6C: "●", 0x6E: "■", 0x75: "◆", 0xA7: "▪", 0xA8: "□", 0xD8: "➢", 0xDF: "←", 0xE0: "→",
    0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑", 0x4A: "☺", 0x28: "☎", 0x2A: "✉", 0x9F: "•",
}  # fmt: skip


def symbol(font: str, code: str) -> str:
    """One character for a symbol-font code (hexadecimal, ``F0B3`` or ``B3``); the private-use character if it is not known."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if not 0x20 <= number <= 0xFFFD or 0xD800 <= number <= 0xDFFF:
        return ""
    low = number - 0xF000 if 0xF000 <= number <= 0xF0FF else number
    table = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}.get(font.lower())
    if table is None:
        return chr(number)
    if low in table:
        return table[low]
    return chr(low) if font.lower() == "symbol" and 0x20 <= low < 0x7F else chr(number)

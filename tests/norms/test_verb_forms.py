from __future__ import annotations

import pytest

from doenvermogentoets.norms.verbs import lexicon, third_person, weak_participles


@pytest.mark.parametrize(
    ("infinitive", "form"),
    [
        ("weigeren", "weigert"),
        ("betalen", "betaalt"),
        ("stellen", "stelt"),
        ("geven", "geeft"),
        ("verliezen", "verliest"),
        ("zien", "ziet"),
        ("herzien", "herziet"),
        ("beëindigen", "beëindigt"),
        ("komen", "komt"),
        ("melden", "meldt"),
    ],
)
def test_third_person(infinitive, form):
    assert form in third_person(infinitive)


@pytest.mark.parametrize(
    ("infinitive", "form"),
    [
        ("weigeren", "geweigerd"),
        ("verlagen", "verlaagd"),
        ("schorsen", "geschorst"),
        ("matigen", "gematigd"),
        ("eindigen", "geëindigd"),
        ("betalen", "betaald"),
    ],
)
def test_weak_participles(infinitive, form):
    assert form in weak_participles(infinitive)


@pytest.mark.parametrize(
    ("form", "infinitive"),
    [
        ("teruggevorderd", "terugvorderen"),
        ("afgewezen", "afwijzen"),
        ("ingetrokken", "intrekken"),
        ("kwijtgescholden", "kwijtschelden"),
        ("opgelegd", "opleggen"),
    ],
)
def test_participles_with_a_particle(form, infinitive):
    assert lexicon().participle[form][0].infinitive == infinitive


def test_particles_tell_uses_apart():
    assert {v.infinitive for v in lexicon().singular["trekt"]} >= {"intrekken", "trekken"}

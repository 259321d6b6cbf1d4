"""What the sentences about a provision say together."""

from __future__ import annotations

from dataclasses import replace

from doenvermogentoets.toelichting.oordeel import NAMEN, Gelezen, kenmerken, oordeel

TELLS = Gelezen(
    alinea=0,
    plaats=0,
    share=0.9,
    reden=-3.0,
    kans=0.04,
    klinkt=-3.0,
    herhaling=1.5,
    eigen=1.5,
    ander_artikel=0.0,
    ander_lid=0.0,
    leunt=False,
    mild=False,
)
REASON = replace(TELLS, plaats=1, share=0.3, reden=2.0, kans=0.3, klinkt=2.0, herhaling=0.0, eigen=0.0, leunt=True)


def test_each_weight_has_a_feature() -> None:
    assert set(oordeel().wegingen) == set(NAMEN)


def test_a_reason_after_the_sentence_that_tells_the_provision_counts_for_it() -> None:
    elsewhere = replace(REASON, alinea=4, plaats=0)
    near, far = kenmerken([TELLS, REASON]), kenmerken([TELLS, elsewhere])
    for name in ("volgt", "noemt_volgt", "verteld_klinkt", "verteld_kans", "alinea"):
        assert near[name] > far[name], name
    assert oordeel().score([TELLS, REASON]) > oordeel().score([TELLS, elsewhere])


def test_a_reason_that_speaks_of_another_artikel_counts_less() -> None:
    other = replace(REASON, ander_artikel=2.0)
    assert kenmerken([TELLS, REASON])["noemt_volgt"] > kenmerken([TELLS, other])["noemt_volgt"]


def test_leniency_that_the_provision_does_not_have_is_no_reason_for_it() -> None:
    for mild in (replace(TELLS, mild=True), replace(REASON, share=0.9, kans=0.8, mild=True)):
        other = TELLS if mild.plaats else replace(REASON, share=0.9, kans=0.8)
        assert oordeel().score([mild, other]) < oordeel().score([replace(mild, mild=False), other])


def test_telling_the_provision_again_is_no_explanation() -> None:
    again = replace(TELLS, plaats=1)
    assert oordeel().score([TELLS, again]) < 0 < oordeel().score([TELLS, replace(REASON, share=0.9, kans=0.8)])


def test_the_order_of_the_sentences_does_not_matter() -> None:
    assert kenmerken([REASON, TELLS]) == kenmerken([TELLS, REASON])

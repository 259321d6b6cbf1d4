"""Which words of a sentence stand in a subordinate clause and which verbs are main ones, read from left to right.

Every subordinator and relative pronoun opens a clause that waits for its verb; a finite verb that nothing waits for is the main one. What
the order of the words leaves open («of», a comma, a second verb) is told by what stands around it: a method for each of these.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from doenvermogentoets.norms.fallback import main_verb
from doenvermogentoets.norms.fronting import (
    coordinated,
    ends_before_main,
    final_cluster,
    goes_on,
    main_follows,
    main_goes_on,
    opens_main,
    same_cluster,
    verb_first,
    verbs_only,
)
from doenvermogentoets.norms.grammar import (
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    FINITE_ALWAYS,
    MODALS,
    PLURAL_AUXILIARIES,
    SUBORDINATORS,
    cluster_end,
    finite_forms,
    in_cluster,
    is_finite,
    is_participle,
)
from doenvermogentoets.norms.lexicon import words as lexicon_words
from doenvermogentoets.norms.onderdelen import Listing, listing_at
from doenvermogentoets.norms.openers import opens
from doenvermogentoets.norms.verbs import lexicon


class _Open(NamedTuple):
    """A clause that waits for its verb."""

    start: int
    opener: str  # the word that opened it, or the one that opened the clause it is coordinated to
    coordinated: bool = False


class Reader:
    """Reads one sentence from left to right.

    A method that reads a verb in one way gives the index of the word to read next, or 0 where the sentence does not say that.

    Attributes:
        depth: of each word how many clauses it stands in; 0 is main level.
        subs: the subordinate clauses as (first, last, word that opened it).
        finites: the main verbs.
        shared: those that are the verb of an onderdeel whose subject stands in the aanhef.
    """

    __slots__ = (
        "_closed",
        "_ended",
        "_finite",
        "_fronted",
        "_items",
        "_labels",
        "_waiting",
        "_words",
        "depth",
        "finites",
        "shared",
        "subs",
    )

    def __init__(self, words: Sequence[str], labels: Sequence[bool]) -> None:
        self._words = words
        self._labels = labels
        self._finite = finite_forms()
        self._waiting: list[_Open] = []
        self._closed = ""  # what opened the clause that was closed last
        self._ended = -1  # where it was closed
        self._items: Listing | None = None
        self._fronted = len(words) > 0 and (words[0] in SUBORDINATORS or words[0] == "als" or words[:2] == ("voor", "zover"))
        self.depth = [0] * len(words)
        self.subs: list[tuple[int, int, str]] = []
        self.finites: list[int] = []
        self.shared: set[int] = set()

    def read(self) -> None:
        """Read the sentence to its end."""
        i = self._opening_verb()
        while i < len(self._words):
            i = self._label(i) if self._labels[i] else self._word(i)
        self._end_all(len(self._words) - 1)
        if not self.finites:
            self._fall_back()
        self.subs.sort()

    def _word(self, i: int) -> int:
        words = self._words
        word = words[i]
        before = words[i - 1] if i and not self._labels[i - 1] else ""
        after = words[i + 1] if i + 1 < len(words) else ""
        if opens(words, i, before, after, self._closed, self._ended == i - 1):
            self._waiting.append(_Open(i, word))
            return self._placed(i)
        if self._waiting:
            self._mark(i)
        if word in self._finite and is_finite(words, i, before, after, bool(self._waiting), bool(self.finites)):
            return self._verb(i, before, after)
        return self._placed(i)

    def _placed(self, i: int) -> int:
        """The word at ``i`` stands in the clause that was opened last."""
        self.depth[i] = len(self._waiting)
        return i + 1

    # -- clauses that open and end ----------------------------------------------------------------------------------

    def _end(self, last: int) -> _Open:
        """The clause that was opened last, which ends at ``last``."""
        clause = self._waiting.pop()
        self.subs.append((clause.start, last, clause.opener))
        return clause

    def _end_all(self, last: int) -> None:
        while self._waiting:
            self._end(last)

    def _deepen(self, first: int, last: int, level: int = 1) -> None:
        """Put the words from ``first`` up to and including ``last`` in a clause."""
        self.depth[first : last + 1] = [level] * (last + 1 - first)

    def _opening_verb(self) -> int:
        """«Zijn de gegevens niet ontvangen, dan wordt ...»: a condition without a subordinator, with its verb in front."""
        end = verb_first(self._words)
        if end:
            self._deepen(0, end - 1)
            self.subs.append((0, end - 1, "indien"))
        return end

    def _label(self, i: int) -> int:
        """«a.»: the onderdeel before it has ended, and this one continues what the aanhef left open."""
        if i and self._labels[i - 1]:
            return self._placed(i)  # the second token of the same label
        opener = self._waiting[-1].opener if self._waiting else ""
        self._items = listing_at(self._words, i, self._items, opener, bool(self.finites))
        if self._items is not None:
            while self._waiting:
                start, opener, _ = self._waiting.pop()
                if start < i - 1:
                    self.subs.append((start, i - 1, opener))
            if self._items.opener:
                self._waiting.append(_Open(i, self._items.opener))
        return self._placed(i)

    def _mark(self, i: int) -> None:
        """A comma, semicolon or full stop, while a clause waits for its verb."""
        word = self._words[i]
        if word == ",":
            self._verbless_aside(i)
        elif word in ";.":
            self._end_all(i - 1)  # a list item, or a verb that is not in the lexicon

    def _verbless_aside(self, i: int) -> None:
        """«kan, mits binnen zeven dagen, een regeling aanvragen»: an aside without a verb ends at its comma."""
        if self.finites and _verbless(self._words, self._waiting[-1].start):
            self._closed, self._ended = self._end(i - 1).opener, i - 1

    # -- a finite verb ----------------------------------------------------------------------------------------------

    def _verb(self, i: int, before: str, after: str) -> int:
        if self._of_listed_thing(i):
            self.depth[i] = 1
            return i + 1
        if self._waiting:
            if not self.finites and opens_main(self._words, i):
                self._fronted_end(i)
            elif not self._overtakes(i, before, after):
                return self._last_verb(i)
        if not self._waiting:
            following = self._after_main(i, before) if self.finites else self._before_main(i, before)
            if following:
                return following
        return self._main_verb(i, before)

    def _of_listed_thing(self, i: int) -> bool:
        """Whether it stands in an onderdeel that names a thing after a complete main clause, and not at the start of that onderdeel."""
        items = self._items
        return (
            items is not None
            and items.complete
            and not items.full_sentences
            and not self._waiting
            and bool(self.finites)
            and not self._labels[i - 1]
        )

    def _fronted_end(self, i: int) -> None:
        """«Indien hij, nadat hij is gewezen op ..., dat niet verstrekt, kan het college»: every clause has ended at the comma."""
        while self._waiting:
            start = self._end(i - 2).start
            self.depth[start : i - 1] = [max(d, 1) for d in self.depth[start : i - 1]]
        self.depth[i - 1] = 0

    def _overtakes(self, i: int, before: str, after: str) -> bool:
        """«Indien hij verhuist of bij vertrek, meldt hij»: what is coordinated had no verb, and the one after the comma is the main one."""
        if not self._waiting[-1].coordinated or before != ",":
            return False
        word, lex = self._words[i], lexicon()
        return (
            word in FINITE_ALWAYS
            or word in PLURAL_AUXILIARIES
            or word in lex.singular
            or (word in lex.plural and after in DETERMINERS and is_participle(self._words[i - 2]))
        )

    # -- the verb that a clause waited for --------------------------------------------------------------------------

    def _last_verb(self, i: int) -> int:
        """«indien de vergunning is ingetrokken»: the clause ends with its verbs."""
        last = self._cluster(i)
        self._deepen(i, last, len(self._waiting))
        clause = self._end(last)
        self._closed, self._ended = clause.opener, last
        self._second_clause(last + 1, clause.opener)
        return last + 1

    def _cluster(self, i: int) -> int:
        """«kan of zal worden gebouwd», «is ingetrokken of vervallen»: where the verbs end that close a clause."""
        words, n, j = self._words, len(self._words), i
        while j + 1 < n and in_cluster(words, j + 1, words[j]) and not main_goes_on(words, j + 1, self.finites):
            j += 1
        while j + 2 < n and words[j + 1] in ("en", "of") and words[j + 2] in AUXILIARIES and words[j] in AUXILIARIES:
            j = cluster_end(words, j + 2)
        return coordinated(words, j, n, bool(self.finites))

    def _second_clause(self, i: int, opener: str) -> None:
        """«indien hij ziek is en geen loon ontvangt»: a second clause after the coordinator, which waits for a verb of its own."""
        words = self._words
        if i + 1 >= len(words) or words[i] not in COORDINATORS or self._labels[i + 1]:
            return
        ahead = i + 1
        if words[i] == "dan":
            if words[ahead] != "wel":
                return
            ahead += 1
        if ahead >= len(words) or words[ahead] in _EXCEPT:
            return
        following = words[ahead + 1] if ahead + 1 < len(words) else ""
        if not opens(words, ahead, words[i], following, opener) and not is_finite(words, ahead, words[i], following, False, False):
            self._waiting.append(_Open(i, opener, coordinated=True))

    # -- a verb that no clause waits for, before the main one ---------------------------------------------------------

    def _before_main(self, i: int, before: str) -> int:
        if before == ",":
            return self._participle_aside(i) or self._fronted_series(i)
        return self._fronted_goes_on(i) or self._relative_goes_on(i)

    def _participle_aside(self, i: int) -> int:
        """«Uitkeringen, verstrekt voor hetzelfde doel, worden ...»: a participle with what belongs to it, between commas."""
        words = self._words
        if self._fronted or words[i] not in lexicon().participle or self._ended >= i - 2 or not main_follows(words, self._labels, i):
            return 0
        self.depth[i] = 0
        return i + 1

    def _fronted_series(self, i: int) -> int:
        """«Indien de termijn aanvangt, loopt of eindigt, wordt ...»: one fronted clause with several verbs."""
        if not self._fronted or self._ended != i - 2 or not goes_on(self._words, self._labels, i):
            return 0
        self.depth[i] = 1
        self._ended = i
        return i + 1

    def _fronted_goes_on(self, i: int) -> int:
        """«Indien dat zo is of zou kunnen zijn, blijft ...»: still inside the fronted clause."""
        depth = self.depth
        if not self._fronted or not i or depth[i - 1] or not main_follows(self._words, self._labels, i):
            return 0
        first = i
        while first and not depth[first - 1]:
            first -= 1
        last = cluster_end(self._words, i)
        self._deepen(first, last)
        return last + 1

    def _relative_goes_on(self, i: int) -> int:
        """«Degene die verzekerd is en de leeftijd nog niet heeft bereikt, is ...»: the relative clause goes on."""
        ended = self._ended
        if ended < 0 or not self.depth[ended] or not ends_before_main(self._words, self._labels, i, ended):
            return 0
        self._ended = cluster_end(self._words, i)
        self._deepen(ended + 1, self._ended)
        return self._ended + 1

    # -- a verb that no clause waits for, after the main one ----------------------------------------------------------

    def _after_main(self, i: int, before: str) -> int:
        if self._ended <= self.finites[-1]:
            return 0
        if before == "," and (following := self._verbs_after_comma(i)):
            return following
        if before in ("en", "of") and (following := self._verbs_coordinated(i) or self._period(i, before)):
            return following
        return self._without_subordinator(i)

    def _verbs_after_comma(self, i: int) -> int:
        """«... dat een melding is vereist, kan worden gedaan of ...»: the clause after the main verb goes on."""
        if self._ended != i - 2 or not verbs_only(self._words, i):
            return 0
        self._ended = cluster_end(self._words, i)
        self._deepen(i, self._ended)
        return self._ended + 1

    def _verbs_coordinated(self, i: int) -> int:
        """«indien dat kan worden vastgesteld op grond van ... of kan worden verkregen»: the clause after the main verb goes on.

        «kan ... weigeren indien de cliënt ... heeft en weigert mee te werken»: after a modal no finite verb can follow.
        """
        words = self._words
        after_modal = self._ended == i - 2 and words[self.finites[-1]] in MODALS and words[i] not in AUXILIARIES
        if not after_modal and not same_cluster(words, i, self._ended):
            return 0
        last = cluster_end(words, i)
        self._deepen(i, last)
        return last + 1

    def _period(self, i: int, before: str) -> int:
        """«het tijdvak dat aanvangt op ... en eindigt op ...»: whatever begins, ends in the same clause."""
        words, ended = self._words, self._ended
        if words[i] not in _ENDS or before != "en" or _BEGINS.isdisjoint(words[max(0, ended - 3) : ended + 1]):
            return 0
        self._deepen(ended + 1, i)
        self._ended = i
        return i + 1

    def _without_subordinator(self, i: int) -> int:
        """«indien hij niets heeft ingebracht, geen bezwaar heeft gemaakt»: a second clause that only its verbs at the end give away."""
        ended = self._ended
        end = final_cluster(self._words, i, ended, self.depth)
        if end < 0:
            return 0
        self._deepen(ended + 1, end)
        self.subs.append((ended + 1, end, self._closed))
        self._ended = end
        return end + 1

    # -- the main verb ----------------------------------------------------------------------------------------------

    def _main_verb(self, i: int, before: str) -> int:
        self._end_all(i - 1)
        if before == ",":
            self._take_back(i)
        self.finites.append(i)
        if i and self._labels[i - 1] and self._items is not None and not self._items.complete:
            self.shared.add(i)
        self.depth[i] = 0
        return i + 1

    def _take_back(self, i: int) -> None:
        """«wie recht had op ... maar nu geen recht meer heeft, ontvangt»: the verb before the comma ended a clause."""
        ended = self._ended
        if self.finites and self.finites[-1] == i - 2 and 0 <= ended < i - 2:
            last = self.finites.pop()
            self._deepen(ended + 1, last)

    def _fall_back(self) -> None:
        """No verb was read as the main one: the likeliest is, and what stands after it, is no deeper than it was."""
        at = main_verb(self._words)
        if at is None:
            return
        self.finites.append(at)
        level = self.depth[at]
        for j in range(at, len(self._words)):
            self.depth[j] = max(0, self.depth[j] - level)


_EXCEPT = frozenset(["behoudens", "behalve", "onverminderd"])  # «zolang dat zo is en behoudens ..., »: no second clause
_BEGINS = frozenset(["aanvangt", "aanvangen", "begint", "beginnen", "ingaat", "ingaan", "loopt"])
_ENDS = frozenset(["eindigt", "eindigen"])
_ELLIPTIC = frozenset(["mits", "indien", "zo", "waar", "voorzover"])
_NO_VERB = lexicon_words("clauses", "verbless")


def _verbless(words: Sequence[str], start: int) -> bool:
    """«, mits binnen zeven dagen,», «, indien nodig,»: an aside after a comma that starts as one without a verb."""
    return (
        words[start] in _ELLIPTIC
        and words[start - 1 : start] == (",",)
        and words[start + 1 : start + 2] != ()
        and words[start + 1] in _NO_VERB
    )

"""The pictures of the report: the timeline of what is asked, and reading figures beside those of real texts.

matplotlib draws them: it is kept, makes the same picture as SVG (text stays text) and as PNG (for Word) without a browser or the network.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from doenvermogentoets.report.dutch import capital, count, days
from doenvermogentoets.report.evidence import shortened
from doenvermogentoets.report.model import Action, Report
from doenvermogentoets.report.softening import removable
from doenvermogentoets.report.wording import acts

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_INK, _GREY, _RULE = "#1d1d1b", "#5c5c5c", "#d0d0d0"
_LOSS, _SOFT, _NONE = "#a3152a", "#1f5f99", "#5c5c5c"
_STOPS = (
    (0, "meteen"),
    (7, "1 week"),
    (14, "2 weken"),
    (28, "4 weken"),
    (42, "6 weken"),
    (56, "8 weken"),
    (91, "13 weken"),
    (182, "half jaar"),
    (365, "1 jaar"),
    (730, "langer"),
)
_DATE = len(_STOPS) + 0.25
_AMENDED = re.compile(r"artikel (?P<artikel>[^,(]+?)(?:, onderdeel (?P<onderdeel>[^(]+?))? \(artikel (?P<what>.+)\)")
_MOST = 30
"""Rows of the timeline; with more only those with the shortest limits are drawn, and that is said."""


@dataclass(frozen=True)
class Picture:
    """One picture, drawn when a form of it is asked for, with what it shows in words.

    Attributes:
        alt: one sentence; ``description`` says what is to be seen.
    """

    name: str
    figure: Figure
    alt: str
    description: str

    @property
    def svg(self) -> str:
        """The picture without XML declaration, to stand in HTML."""
        out = BytesIO()
        with _style():
            self.figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
        return _accessible(out.getvalue(), self.name, self.alt, self.description)

    @property
    def png(self) -> bytes:
        """The picture in pixels, for Word."""
        out = BytesIO()
        with _style():
            self.figure.savefig(out, format="png", dpi=200, metadata={"Software": None})
        return out.getvalue()


@dataclass(frozen=True)
class _Row:
    actor: str
    action: Action
    x: float


def _x(action: Action) -> float | None:
    """Where a limit stands on the axis of :data:`_STOPS`; ``None`` without a limit."""
    limit = action.limit
    if limit is None:
        return None
    if limit.days is None:
        return 0.0 if limit.kind == "open" else _DATE
    for i in range(len(_STOPS) - 1):
        low, high = _STOPS[i][0], _STOPS[i + 1][0]
        if limit.days <= high:
            return i + (max(limit.days, low) - low) / (high - low)
    return float(len(_STOPS) - 1)


def _when(action: Action) -> str:
    limit = action.limit
    if limit is None:
        return ""
    if limit.days is not None:
        return days(limit.days)
    return shortened(limit.text, 34)


def _standing(action: Action) -> tuple[str, str, str]:
    """Colour, marker and words for what happens when it is not done in time."""
    if not action.effects:
        return _NONE, "o", "geen nadelig gevolg gevonden"
    if removable(action.ways_out):
        return _SOFT, "s", "nadelig gevolg, met uitweg"
    return _LOSS, "^", "nadelig gevolg, geen uitweg gevonden"


def timeline(report: Report) -> Picture | None:
    """By when each act is due, per adressaat; ``None`` when nothing has a limit."""
    rows = [_Row(actor.name, a, x) for actor in report.actors for a in actor.actions if (x := _x(a)) is not None]
    if not rows:
        return None
    left_out = len(rows) - _MOST
    if left_out > 0:
        shortest = sorted(rows, key=lambda r: r.x)[:_MOST]
        rows = [r for r in rows if r in shortest]
    with _style():
        height = 1.1 + 0.27 * (len(rows) + len({r.actor for r in rows}))
        figure = _figure(7.6, height)
        axes = figure.add_axes((0.36, 0.6 / height, 0.62, 1 - 0.95 / height))
        _draw_timeline(axes, rows)
        losing = [r for r in rows if _standing(r.action)[1] == "^"]
        description = "; ".join(f"{r.actor}, {r.action.quote.place}: {_when(r.action)} ({_standing(r.action)[2]})" for r in rows)
        more = f" Nog {left_out} langere termijnen staan alleen in de tabel." if left_out > 0 else ""
        alt = f"Tijdlijn van {len(rows)} termijnen; bij {len(losing)} daarvan kost te laat zijn iets en is geen uitweg gevonden.{more}"
        return Picture("tijdlijn", figure, alt, description)


def _draw_timeline(axes: Axes, rows: Sequence[_Row]) -> None:
    names: list[str] = []
    headings: list[int] = []
    actor = ""
    for row in rows:
        if row.actor != actor:
            actor = row.actor
            axes.axhline(len(names) - 0.5, color=_RULE, linewidth=0.6)
            names.append(shortened(actor, 44))
            headings.append(len(names) - 1)
        y = len(names)
        names.append(shortened(f"{_short(row.action.quote.place)}: {acts(row.action)}", 46))
        colour, marker, _ = _standing(row.action)
        axes.plot([0, row.x], [y, y], color=_RULE, linewidth=2, zorder=1, solid_capstyle="round")
        axes.plot([row.x], [y], marker=marker, color=colour, markersize=7, zorder=3, markerfacecolor="white" if marker == "o" else colour)
        right = row.x > len(_STOPS) * 0.62
        axes.annotate(
            _when(row.action),
            (row.x, y),
            xytext=(-8 if right else 8, 4 if right else 0),
            textcoords="offset points",
            ha="right" if right else "left",
            va="bottom" if right else "center",
            fontsize=7.5,
            color=_INK,
        )
    axes.set_yticks(range(len(names)), labels=names, fontsize=7.5)
    for heading in headings:
        axes.get_yticklabels()[heading].set_fontweight("bold")
    axes.set_ylim(len(names) - 0.4, -0.7)
    axes.set_xlim(-0.25, _DATE + 0.5)
    stops = [*range(len(_STOPS)), _DATE]
    axes.set_xticks(stops, labels=[*(name for _, name in _STOPS), "vaste datum"], fontsize=7, rotation=30, ha="right")
    axes.tick_params(length=0, colors=_INK)
    axes.grid(axis="x", color="#ececec", linewidth=0.6)
    axes.set_axisbelow(True)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(_GREY)
    kinds = {_standing(r.action) for r in rows}
    for colour, marker, text in sorted(kinds, key=lambda k: k[1]):
        axes.plot([], [], marker=marker, color=colour, linestyle="", label=text, markerfacecolor="white" if marker == "o" else colour)
    axes.legend(loc="lower left", bbox_to_anchor=(-0.56, 1.0), ncols=3, fontsize=7.5, frameon=False, handletextpad=0.2, columnspacing=1.2)


def _short(place: str) -> str:
    """«art. 6, vierde lid»; of an amendment first what is amended: «art. 23, eerste lid (I, D)»."""
    amended = _AMENDED.fullmatch(place)
    if amended is not None:
        instruction = ", ".join(filter(None, (amended["artikel"], amended["onderdeel"])))
        return f"art. {amended['what']} ({instruction})"
    return place.replace("artikel ", "art. ")


def reading(report: Report) -> Picture | None:
    """Words per sentence per artikel, on the figures of real texts; ``None`` when there is nothing to compare."""
    compared = report.language.compared_with
    parts = [p for p in report.language.parts if p.percentile is not None]
    if compared is None or not parts:
        return None
    q = compared.quantiles
    with _style():
        figure = _figure(7.6, 1.7)
        axes = figure.add_axes((0.03, 0.34, 0.94, 0.46))
        top = max(q[94], *(p.words_per_sentence for p in parts)) * 1.05
        axes.axvspan(q[9], q[89], color="#dfe8f1", zorder=0, label="middelste 80 %")
        axes.axvspan(q[24], q[74], color="#b9cfe4", zorder=1, label="middelste 50 %")
        axes.axvline(q[49], color="#2b5c8a", linewidth=1.4, zorder=2, label=f"mediaan ({q[49]:.0f})")
        for i, part in enumerate(parts):
            axes.plot([part.words_per_sentence], [0.25 + 0.5 * ((i * 7) % 11) / 10], "o", color=_LOSS, markersize=4.5, alpha=0.85, zorder=3)
        axes.plot([], [], "o", color=_LOSS, label="een artikel van dit ontwerp")
        axes.set_xlim(0, top)
        axes.set_ylim(0, 1)
        axes.set_yticks([])
        axes.tick_params(colors=_INK, labelsize=7.5)
        axes.set_xlabel("gemiddeld aantal woorden per zin in een artikel", fontsize=8, color=_INK)
        for side in ("top", "right", "left"):
            axes.spines[side].set_visible(False)
        axes.legend(loc="lower left", bbox_to_anchor=(0, 1.0), ncols=4, fontsize=7.5, frameon=False, columnspacing=1.4)
        above = [p for p in parts if p.percentile is not None and p.percentile >= 90]
        alt = (
            f"Zinslengte van {len(parts)} artikelen naast die van {compared.parts} artikelen uit {compared.texts} {compared.kind}. "
            f"{capital(count(len(above), 'artikel heeft', 'artikelen hebben'))} langere zinnen dan negen van de tien artikelen daar."
        )
        description = "; ".join(f"{p.place}: {p.words_per_sentence:.0f} woorden per zin (percentiel {p.percentile})" for p in parts)
        return Picture("zinslengte", figure, alt, description)


@contextmanager
def _style() -> Iterator[None]:
    """Settings that make the same picture everywhere."""
    logging.getLogger("matplotlib").setLevel(logging.ERROR)  # it tells on standard error that it looks for fonts
    import matplotlib

    with matplotlib.rc_context(
        {
            "svg.fonttype": "none",
            "svg.hashsalt": "doenvermogentoets",
            "font.family": ["DejaVu Sans"],
            "text.color": _INK,
            "axes.edgecolor": _GREY,
            "text.parse_math": False,
        }
    ):
        yield


def _figure(width: float, height: float) -> Figure:
    """A figure of this size in inches, without the state of pyplot."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width, height), facecolor="white")
    FigureCanvasAgg(figure)
    return figure


def _accessible(svg: bytes, name: str, alt: str, description: str) -> str:
    """The picture as one element with a title and a description, without declaration and metadata; its ids begin with ``name``."""
    from lxml import etree

    root = etree.fromstring(svg, etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True))
    space = "{http://www.w3.org/2000/svg}"
    for metadata in root.findall(f"{space}metadata"):
        root.remove(metadata)
    for element in root.iter():
        for attribute, given in element.attrib.items():
            value = str(given)
            if attribute == "id":
                element.set("id", f"{name}-{value}")
            elif "url(#" in value:
                element.set(attribute, value.replace("url(#", f"url(#{name}-"))
            elif str(attribute).endswith("}href") and value.startswith("#"):
                element.set(attribute, f"#{name}-{value[1:]}")
    for i, (tag, words) in enumerate((("title", alt), ("desc", description))):
        element = etree.Element(f"{space}{tag}")
        element.set("id", f"{name}-{tag}")
        element.text = words
        root.insert(i, element)
    root.set("role", "img")
    root.set("aria-labelledby", f"{name}-title")
    root.set("aria-describedby", f"{name}-desc")
    for size in ("width", "height"):
        if size in root.attrib:
            del root.attrib[size]
    return etree.tostring(root, encoding="unicode")

"""A reliability plot as SVG, told apart by shape and dash alone, so that it reads in grey."""

from collections.abc import Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape

from .reliability import Bin

SIDE, LEFT, TOP = 360, 70, 50
_WIDTH, _ROW = LEFT + SIDE + 30, 18
_DASHES = {"hollow": "6 4", "filled": "none", "square": "1 4"}
_STYLE = (
    "text{font:13px sans-serif;fill:#111}.t{font-size:15px;font-weight:bold}.n{font-size:11px}"
    ".m{text-anchor:middle}.e{text-anchor:end}.g{stroke:#ccc}.d{stroke:#888;stroke-dasharray:3 3}"
    ".s{fill:none;stroke:#111;stroke-width:1.5}"
)


class Series(NamedTuple):
    """One line of the plot: `marker` is hollow, filled or square."""

    name: str
    marker: str
    bins: Sequence[Bin]


def reliability_plot(title: str, across: str, up: str, series: Sequence[Series]) -> str:
    """Said across, seen up, the diagonal where they agree; below, how many predictions each bin holds."""
    height = TOP + SIDE + 60 + _ROW * (len(series) + 1)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" '
        f'height="{height}" role="img" aria-label="{escape(title, {chr(34): "&quot;"})}">',
        f"<title>{escape(title)}</title><style>{_STYLE}</style>",
        f'<rect width="{_WIDTH}" height="{height}" fill="#fff"/>',
        _text(LEFT - 50, 28, title, "t"),
        *_axes(across, up),
    ]
    for row, each in enumerate(series, start=1):
        parts += [*_line(each), *_counts(each, TOP + SIDE + 50 + _ROW * row)]
    parts.append(_text(LEFT - 50, TOP + SIDE + 50, "How many in each tenth:", "n"))
    return "\n".join([*parts, "</svg>"]) + "\n"


def _x(value: float) -> float:
    return round(LEFT + SIDE * value, 1)


def _y(value: float) -> float:
    return round(TOP + SIDE * (1 - value), 1)


def _axes(across: str, up: str) -> list[str]:
    parts = []
    for tenth in range(0, 11, 2):
        at = tenth / 10
        parts += [
            _stroke("g", (at, 0), (at, 1)), _stroke("g", (0, at), (1, at)),
            _text(_x(at), TOP + SIDE + 16, f"{at:.1f}", "n m"), _text(LEFT - 6, _y(at) + 4, f"{at:.1f}", "n e"),
        ]  # fmt: skip
    turned = f'transform="rotate(-90 {LEFT - 38} {_y(0.5)})"'
    return [
        *parts, _stroke("d", (0, 0), (1, 1)), _text(_x(0.5), TOP + SIDE + 33, across, "m"),
        _text(LEFT - 38, _y(0.5), up, "m", turned),
    ]  # fmt: skip


def _line(series: Series) -> list[str]:
    points = [(_x(b.said), _y(b.seen)) for b in series.bins if b.said is not None and b.seen is not None]
    path = " ".join(f"{x},{y}" for x, y in points)
    dash = _DASHES[series.marker]
    return [
        f'<polyline class="s" stroke-dasharray="{dash}" points="{path}"/>',
        *(_marker(series.marker, *p) for p in points),
    ]


def _marker(kind: str, x: float, y: float) -> str:
    if kind == "square":
        return f'<rect class="s" style="fill:#aaa" x="{x - 3.5:.1f}" y="{y - 3.5:.1f}" width="7" height="7"/>'
    return (
        f'<circle class="s" style="fill:{"#fff" if kind == "hollow" else "#111"}" cx="{x}" cy="{y}" r="4"/>'
    )


def _counts(series: Series, y: float) -> list[str]:
    middles = ((_x((b.low + b.high) / 2), str(b.n)) for b in series.bins)
    return [
        _marker(series.marker, LEFT - 46, y - 4), _text(LEFT - 36, y, series.name, "n"),
        *(_text(x, y, n, "n m") for x, n in middles),
    ]  # fmt: skip


def _stroke(kind: str, start: tuple[float, float], end: tuple[float, float]) -> str:
    (x0, y0), (x1, y1) = start, end
    return f'<line class="{kind}" x1="{_x(x0)}" y1="{_y(y0)}" x2="{_x(x1)}" y2="{_y(y1)}"/>'


def _text(x: float, y: float, text: str, kind: str, more: str = "") -> str:
    return f'<text class="{kind}" x="{x}" y="{y}" {more}>{escape(text)}</text>'

"""Markup in an answer: tags and comments, and what they would hide from a reader. In time that grows with the text."""

import re
from bisect import bisect_left

_TAG = re.compile(r"<(/?)([a-z][a-z0-9]{0,30})\b([^<>]{0,200})>|<!--", re.I)
_UNSEEN = {"script", "style", "template", "noscript"}
_HIDES = ("display:none", "visibility:hidden", "font-size:0", "opacity:0", "color:white", "color:#fff", 'color="white"',
          "color='white'", "color=white", 'color="#fff', "hidden", "left:-", "top:-", "text-indent:-")  # fmt: skip

Spans = list[tuple[int, int]]


def hidden_markup(text: str) -> Spans:
    """Spans of tags, comments and elements that hide what they hold, in order, none inside another."""
    if "<" not in text:
        return []
    tags = list(_TAG.finditer(text))
    closing: dict[str, list[int]] = {}
    for tag in tags:
        if tag[1]:
            closing.setdefault(tag[2].lower(), []).append(tag.end())
    spans: Spans = []
    place = 0
    for tag in tags:
        if tag.start() < place:
            continue
        place = _end(text, tag, closing)
        if place:
            spans.append((tag.start(), place))
    return spans


def _end(text: str, tag: re.Match[str], closing: dict[str, list[int]]) -> int:
    """Where what the tag hides ends: 0 for a comment that never does."""
    if tag[2] is None:
        end = text.find("-->", tag.end())
        return end + 3 if end >= 0 else 0
    name = tag[2].lower()
    if not tag[1] and (name in _UNSEEN or _hides(tag[3])):
        ends = closing.get(name, [])
        after = bisect_left(ends, tag.end())
        if after < len(ends):
            return ends[after]
    return tag.end()


def _hides(attributes: str) -> bool:
    plain = "".join(attributes.lower().split())
    return any(way in plain for way in _HIDES)

"""Mark schemes: levels of response in our own words."""

from pydantic import Field, model_validator

from .base import Noun, Slug, Text

# The standard that all schemes share runs from 0 to this.
TOP = 25.0


class Level(Noun):
    """One level: its marks (inclusive) and what separates it from the one below."""

    level: int
    marks: tuple[int, int]
    name: Text
    knowledge: Text
    judgement: Text


class MarkScheme(Noun):
    """A levels-of-response scheme. `anchors` maps the engine's 0..25 standard to this scheme's marks,
    as rising (standard, mark) pairs joined by straight lines."""

    id: Slug
    name: Text
    max_mark: int
    style: Text
    minutes: int
    full_answer: int = 6
    levels: tuple[Level, ...] = Field(min_length=1)
    anchors: tuple[tuple[float, float], ...] = Field(min_length=2)

    @model_validator(mode="after")
    def _covers_every_mark(self) -> "MarkScheme":
        expected = 1
        for number, level in enumerate(self.levels, start=1):
            if level.level != number:
                raise ValueError(f"levels must run 1, 2, 3…; found {level.level} in place {number}")
            if level.marks[0] != expected or level.marks[1] < level.marks[0]:
                raise ValueError(f"level {number} must start at mark {expected}; found {level.marks}")
            expected = level.marks[1] + 1
        if expected - 1 != self.max_mark:
            raise ValueError(f"the top level must end at max_mark {self.max_mark}; it ends at {expected - 1}")
        if list(self.anchors) != sorted(self.anchors) or self.anchors[0] != (0, 0):
            raise ValueError("anchors must rise and start at [0, 0]")
        if self.anchors[-1] != (TOP, self.max_mark):
            raise ValueError(f"anchors must end at [25, {self.max_mark}]")
        return self

"""Directions: which way each factor points, and so what turns it round."""

from pydantic import Field

from .base import Noun, Slug
from .factors import Group


class Opposite(Noun):
    """Words of one meaning, and the id of the words that mean its opposite."""

    id: Slug
    opposite: Slug
    words: Group = Field(min_length=1)


class Direction(Noun):
    """What is said where a factor is made. The `means` (ids of opposites) and words that `hold` make it; their opposites
    and words that `deny` turn it round. `lacks` make it when denied, `names` turn it round when denied, and neither tells
    anything alone; `neutral` words never do. `about` binds them all to one of its words near by."""

    factor: Slug
    means: tuple[Slug, ...] = ()
    holds: Group = ()
    denies: Group = ()
    lacks: Group = ()
    names: Group = ()
    neutral: Group = ()
    about: Group = ()


class Role(Noun):
    """Who (`by`) does what to whom (`to`). Exchanged, they turn the factor round; `alone`: so does one of `to` as the
    doer, whoever it is done to."""

    factor: Slug
    by: Group = Field(min_length=1)
    does: Group = Field(min_length=1)
    to: Group = Field(min_length=1)
    alone: bool = False


class Directions(Noun):
    """directions.yaml: the opposites and directions of a pack."""

    opposites: tuple[Opposite, ...] = ()
    directions: tuple[Direction, ...] = ()
    roles: tuple[Role, ...] = ()

"""Spellings: ways in which students write one name or term."""

from .base import Noun, Text


class Spelling(Noun):
    """One name or term and the ways students write it; all are read as `canonical`."""

    canonical: Text
    variants: tuple[str, ...]

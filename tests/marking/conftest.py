"""The real pack and encoder: marking is tested on what it marks by."""

from collections.abc import Callable
from pathlib import Path

import pytest

from markscheme.domain.packs import Pack
from markscheme.domain.reports import MarkReport
from markscheme.encoders.static import StaticEncoder
from markscheme.marking.compiled import CompiledPack, compiled
from markscheme.marking.documents import Document, read
from markscheme.marking.engine import mark
from markscheme.marking.rubric import Rubric
from markscheme.packs.loader import load_all

KNOWLEDGE = Path(__file__).resolve().parents[2] / "knowledge"
Mark = Callable[..., MarkReport]


@pytest.fixture(scope="session")
def encoder() -> StaticEncoder:
    return StaticEncoder.load(KNOWLEDGE / "encoders" / "own256-1")


@pytest.fixture(scope="session")
def khrushchev() -> Pack:
    return load_all(KNOWLEDGE)[0]


@pytest.fixture(scope="session")
def ready(khrushchev: Pack, encoder: StaticEncoder) -> CompiledPack:
    return compiled(khrushchev, encoder)


@pytest.fixture(scope="session")
def reading(ready: CompiledPack) -> Callable[[str], Document]:
    return lambda text: read(text, ready.speller, ready.vocabulary)


@pytest.fixture(scope="session")
def marking(khrushchev: Pack, encoder: StaticEncoder) -> Mark:
    """Marks as if no example had been published, so that the examples serve as essays."""

    def marked(text: str, question: str = "fall-destalinisation", published: bool = False) -> MarkReport:
        return mark(Rubric.of(khrushchev, question), text, encoder, published=published)

    return marked

"""What is read out of a text besides a mark, in this process and in a worker."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from markscheme.answers.inline import InlineMarker
from markscheme.answers.pool import PooledMarker
from markscheme.domain.cards import Card, CardPoint, CardReading
from markscheme.domain.packs import Pack
from markscheme.domain.questions import Hint
from markscheme.encoders.keypoints import load_keypoint_model
from markscheme.encoders.static import StaticEncoder

from ..conftest import ROOT

ENCODER = ROOT / "knowledge" / "encoders" / "own256-1"
CARD = Card(
    id="harbour", topic="The town", question="Why did the town lose its harbour trade?",
    points=(
        CardPoint(text="The river mouth silted up.", wordings=("silt",)),
        CardPoint(text="A railway took the goods.", wordings=("Trains carried the freight.",)),
    ),
    needed=2, answer="The river silted up, and a railway took the goods.", hint=Hint(nudge="a", pointer="b", area="c"),
)  # fmt: skip


@pytest.fixture(scope="module")
def with_card(pack: Pack) -> Pack:
    return pack.model_copy(update={"cards": (CARD,)})


@pytest.fixture(scope="module")
def inline(with_card: Pack, encoder: StaticEncoder) -> InlineMarker:
    return InlineMarker([with_card], encoder, load_keypoint_model(ENCODER))


@pytest.fixture(scope="module")
def pooled(with_card: Pack) -> Iterator[PooledMarker]:
    with closing(PooledMarker(ENCODER, 1, 30)) as marker:
        marker.feed([with_card])
        yield marker


def test_an_answer_to_a_card_is_read_alike_inline_and_in_a_worker(
    inline: InlineMarker, pooled: PooledMarker
) -> None:
    text = "The mouth of the river\nsilted up."
    reading = CardReading.model_validate_json(inline.read_json("card", "harbour", text))

    assert reading.standing == "partial"
    assert [point.made for point in reading.points] == [True, False]
    assert CardReading.model_validate_json(pooled.read_json("card", "harbour", text)) == reading


def test_what_is_not_known_is_refused(inline: InlineMarker, with_card: Pack, encoder: StaticEncoder) -> None:
    with pytest.raises(KeyError):
        inline.read_json("card", "no-such-card", "silt")
    with pytest.raises(LookupError, match="no coefficients"):
        InlineMarker([with_card], encoder).read_json("card", "harbour", "silt")

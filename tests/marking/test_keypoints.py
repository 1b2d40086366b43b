from pathlib import Path

import pytest

from markscheme.domain.keypoints import KeyPointModel
from markscheme.encoders.keypoints import load_keypoint_model
from markscheme.encoders.static import StaticEncoder
from markscheme.marking.keypoints import AMONG, KeyPoints
from markscheme.marking.likeness import MEASURES
from markscheme.marking.opposites import OPPOSITES

FOLDER = Path(__file__).resolve().parents[2] / "knowledge" / "encoders" / "own256-1"
QUESTION = "Why did the town lose its harbour trade?"
POINTS = (
    ("The river mouth silted up, so that large ships could not enter",),
    ("A railway took the goods to the capital instead", "Trains carried freight to the capital"),
    ("The council raised the harbour dues",),
)


@pytest.fixture(scope="module")
def model() -> KeyPointModel:
    return load_keypoint_model(FOLDER)


@pytest.fixture(scope="module")
def harbour(encoder: StaticEncoder) -> KeyPoints:
    return KeyPoints(QUESTION, POINTS, encoder)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        (
            "Big ships couldn't get in any more since the mouth of the river had silted up.",
            [True, False, False],
        ),
        ("trains carried the goods to the capital", [False, True, False]),
        ("The dues for the harbour were raised by the council.", [False, False, True]),
        ("It was a nice town with a church and many old houses.", [False, False, False]),
        ("I do not know", [False, False, False]),
        ("", [False, False, False]),
        ("?!", [False, False, False]),
    ],
)
def test_points_are_found_in_other_words(
    harbour: KeyPoints, model: KeyPointModel, text: str, made: list[bool]
) -> None:
    assert [point.made for point in harbour.find(text, model)] == made


def test_the_quote_is_the_students_own_clause(harbour: KeyPoints, model: KeyPointModel) -> None:
    text = "Well, the river had silted up, and the council raised the dues of the harbour."
    first, _, third = harbour.find(text, model)
    for point in (first, third):
        assert point.quote is not None
        assert text[point.quote.start : point.quote.end] == point.quote.quote
    assert first.quote is not None
    assert third.quote is not None
    assert "silted" in first.quote.quote
    assert "council" in third.quote.quote


def test_slips_of_spelling_do_not_lose_a_point(harbour: KeyPoints, model: KeyPointModel) -> None:
    right = harbour.find("The council raised the harbour dues", model)[2]
    slip = harbour.find("The counsil raised the harbur dues", model)[2]
    assert slip.probability == pytest.approx(right.probability, abs=0.02)


def test_the_question_said_back_makes_nothing(harbour: KeyPoints, model: KeyPointModel) -> None:
    assert not any(point.made for point in harbour.find("The town lost its harbour trade.", model))


def test_any_wording_makes_the_point(encoder: StaticEncoder, model: KeyPointModel) -> None:
    text = "Trains carried the freight to the capital."
    both = KeyPoints(QUESTION, POINTS, encoder).find(text, model)[1].probability
    one = KeyPoints(QUESTION, [POINTS[0], POINTS[1][:1], POINTS[2]], encoder).find(text, model)[1].probability
    assert both > one


def test_one_point_alone_is_read_by_its_own_coefficients(
    encoder: StaticEncoder, model: KeyPointModel
) -> None:
    card = KeyPoints("What closed the river?", [["Silt closed the mouth of the river"]], encoder)
    assert card.find("the mouth of the river was closed by silt", model)[0].made
    assert not card.find("a storm sank the ferry", model)[0].made
    table = card.table(card.read("silt"))
    assert table.shape == (1, len(AMONG))
    assert not table[:, len(MEASURES) :].any()


def test_rivals_tell_points_apart(harbour: KeyPoints) -> None:
    table = harbour.table(harbour.read("The council raised the dues."))
    over_best = table[:, AMONG.index("soft_new_over_best")]
    assert over_best[3] > 0
    assert (over_best[:3] < 0).all()


def test_no_point_or_no_wording_is_refused(encoder: StaticEncoder) -> None:
    with pytest.raises(ValueError, match="needs a point"):
        KeyPoints(QUESTION, [], encoder)
    with pytest.raises(ValueError, match="every point a wording"):
        KeyPoints(QUESTION, [["Silt"], []], encoder)


def test_what_ships_names_its_measures_and_its_data(model: KeyPointModel) -> None:
    assert set(model.alone.weights) == set(MEASURES)
    assert set(model.among.weights) == set(AMONG)
    assert model.encoder == FOLDER.name
    assert model.fitted_on.startswith("ArgKP-2021")


def test_opposites_go_both_ways() -> None:
    assert "less" in OPPOSITES["more"]
    assert all(word in OPPOSITES[other] for word, others in OPPOSITES.items() for other in others)
    assert all(word not in others for word, others in OPPOSITES.items())

"""The same answer read by any of the mark schemes; what is stored never changes."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from markscheme.answers.inline import InlineMarker
from markscheme.answers.pool import PooledMarker
from markscheme.db.database import Database
from markscheme.domain.packs import Pack
from markscheme.domain.schemes import Level
from markscheme.encoders.static import StaticEncoder
from markscheme.main import assemble
from markscheme.web.limits import RateLimit

ENCODER = Path(__file__).resolve().parents[2] / "knowledge" / "encoders" / "own256-1"
TEXT = (
    "The grain shortage mattered because people lost trust in the council of Mayor Hill. However, the price rises "
    "mattered more, since they hurt every street of the town in 1901, and the party split left nobody to answer."
)


@pytest.fixture(scope="module")
def two_schemes(pack: Pack) -> Pack:
    """The tiny pack with a second scheme of ten marks."""
    levels = tuple(
        Level(level=n, marks=(5 * n - 4, 5 * n), name=f"L{n}", knowledge="k", judgement="j") for n in (1, 2)
    )
    ten = pack.schemes[0].model_copy(
        update={
            "id": "levels-10", "name": "Ten marks", "max_mark": 10, "levels": levels,
            "anchors": ((0.0, 0.0), (25.0, 10.0)),
        }
    )  # fmt: skip
    return Pack.model_construct(**(dict(pack) | {"schemes": (*pack.schemes, ten)}))


@pytest.fixture
def schemed(two_schemes: Pack, database: Database, encoder: StaticEncoder) -> TestClient:
    return TestClient(assemble([two_schemes], database, InlineMarker([two_schemes], encoder)))


@pytest.fixture
def place(schemed: TestClient) -> str:
    body = {"question_id": "council-fall", "text": TEXT}
    return str(schemed.post("/api/v1/answers", json=body).headers["location"])


def test_marking_by_another_scheme_is_out_of_its_marks(schemed: TestClient) -> None:
    body = {"question_id": "council-fall", "text": TEXT}
    own = schemed.post("/api/v1/marks", json=body).json()
    other = schemed.post("/api/v1/marks", params={"scheme": "levels-10"}, json=body).json()
    assert (own["scheme"], own["max_mark"]) == ("levels-25", 25)
    assert (other["scheme"], other["max_mark"]) == ("levels-10", 10)
    assert own["factors"] == other["factors"]
    assert own["provenance"]["rubric_hash"] != other["provenance"]["rubric_hash"]
    assert other["arithmetic"]["steps"][-1]["running"] == other["mark"] * 1000


def test_a_stored_answer_read_by_another_scheme_stays_as_it_was(schemed: TestClient, place: str) -> None:
    before = schemed.get(place).content
    read = schemed.get(place, params={"scheme": "levels-10"}).json()
    assert read["report"]["max_mark"] == 10
    assert read["feedback"]["paragraphs"][0] == read["report"]["summary"]
    assert {key: read[key] for key in ("id", "revision", "text", "created")} == {
        key: schemed.get(place).json()[key] for key in ("id", "revision", "text", "created")
    }
    assert schemed.get(place).content == before
    assert schemed.get(place, params={"scheme": "levels-25"}).json() == schemed.get(place).json()


def test_its_explanation_is_by_that_scheme_too(schemed: TestClient, place: str) -> None:
    page = schemed.get(f"{place}/explanation", params={"scheme": "levels-10"}).json()
    assert (page["scheme"], page["max_mark"]) == ("Ten marks", 10)
    assert page["steps"][-1]["running"] == page["mark"] * 1000


@pytest.mark.parametrize("path", ["", "/explanation"])
def test_an_unknown_scheme_is_refused_with_those_there_are(
    schemed: TestClient, place: str, path: str
) -> None:
    refused = schemed.get(place + path, params={"scheme": "levels-99"})
    assert (refused.status_code, refused.json()["type"]) == (404, "/problems/unknown-mark-scheme")
    assert "levels-25" in refused.json()["detail"]
    assert "levels-10" in refused.json()["detail"]


def test_marking_by_an_unknown_scheme_is_refused(schemed: TestClient) -> None:
    body = {"question_id": "council-fall", "text": TEXT}
    refused = schemed.post("/api/v1/marks", params={"scheme": "levels-99"}, json=body)
    assert (refused.status_code, refused.json()["type"]) == (404, "/problems/unknown-mark-scheme")


def test_reading_again_counts_as_a_mark(
    two_schemes: Pack, database: Database, encoder: StaticEncoder
) -> None:
    marker = InlineMarker([two_schemes], encoder)
    limited = TestClient(assemble([two_schemes], database, marker, rate_limit=RateLimit(2, 60)))
    place = limited.post("/api/v1/answers", json={"question_id": "council-fall", "text": TEXT}).headers[
        "location"
    ]
    assert limited.get(place, params={"scheme": "levels-10"}).status_code == 200
    assert limited.get(place, params={"scheme": "levels-10"}).status_code == 429
    assert limited.get(place).status_code == 200


@pytest.mark.slow
def test_worker_processes_read_by_another_scheme_as_well(two_schemes: Pack, encoder: StaticEncoder) -> None:
    pooled, inline = PooledMarker(ENCODER, 1, 30), InlineMarker([two_schemes], encoder)
    pooled.feed([two_schemes])
    try:
        for scheme in (None, "levels-10"):
            assert pooled.report_json("council-fall", TEXT, scheme) == inline.report_json(
                "council-fall", TEXT, scheme
            )
    finally:
        pooled.close()

"""What every test may use: a tiny pack made by hand, and the app assembled around it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from markscheme.answers.inline import InlineMarker
from markscheme.db.database import Database
from markscheme.db.migrate import upgrade
from markscheme.domain.factors import Citation, EvidencePoint, Factor, Phrasing, Phrasings
from markscheme.domain.packs import Calibration, Gazetteer, Pack, PackManifest, Source
from markscheme.domain.questions import CommandGuide, FactorRole, Hint, MarkedExample, Question
from markscheme.domain.schemes import Level, MarkScheme
from markscheme.encoders.static import StaticEncoder
from markscheme.main import assemble

ROOT = Path(__file__).resolve().parents[1]
FACTORS = ("grain_shortage", "price_rises", "party_split", "space_race")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that drive a browser come last: its client keeps an event loop running, beside which no other can be started."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


def factor(factor_id: str) -> Factor:
    """A factor with one sourced point and two phrasings' worth of words."""
    name = factor_id.replace("_", " ")
    return Factor(
        id=factor_id,
        name=name.capitalize(),
        explanation=f"How {name} changed what people in the town thought of the council.",
        points=(
            EvidencePoint(
                id=f"{factor_id}_1",
                text=f"In 1901 the {name} was reported in every street of the town.",
                sources=(Citation(source="town-annals", place=f"ch. {FACTORS.index(factor_id) + 1}"),),
            ),
        ),
        cues=(name,),
        concepts=(((name,),),),
        period=(1900, 1905),
        advice=f"Say how the {name} cost the council support.",
    )


def question(question_id: str, letter: str, factors: tuple[str, ...]) -> Question:
    """A question that asks for these factors."""
    return Question(
        id=question_id,
        letter=letter,
        text=f"To what extent did the council fall because of {factors[0].replace('_', ' ')}?",
        topic="The council" if letter == "Q1" else "The town",
        command_word="to_what_extent",
        scheme="levels-25",
        period=(1900, 1905),
        for_side="It was the main reason.",
        against_side="Other reasons mattered more.",
        roles=tuple(FactorRole(factor=each, role="reason", side="for") for each in factors),
        shape=("Open with a judgement.", "Weigh the reasons."),
        hints=(Hint(nudge="Think of the market.", pointer="What did people eat?", area="Food"),),
    )


def phrasings(factor_id: str) -> Phrasings:
    """One sentence that names the factor and one that explains it."""
    name = factor_id.replace("_", " ")
    return Phrasings(
        factor=factor_id,
        positive=(
            Phrasing(text=f"The {name} was a problem."),
            Phrasing(text=f"The {name} hurt the council because people lost trust.", depth="developed"),
        ),
    )


def example(
    standard: Literal["strong", "middling", "weak"], mark: int, level: int, count: int
) -> MarkedExample:
    """A marked answer that explains the first `count` factors."""
    sentences = [
        f"The {each.replace('_', ' ')} mattered because people lost trust." for each in FACTORS[:count]
    ]
    return MarkedExample(
        id=f"council-fall-{standard}",
        question="council-fall",
        standard=standard,
        text=" ".join(sentences),
        level=level,
        mark=mark,
        factors={FACTORS[0]: "mentioned"},
        comment=f"A {standard} answer.",
    )


def scheme() -> MarkScheme:
    """Five levels of five marks."""
    names = ("Basic", "Limited", "Sound", "Good", "Excellent")
    return MarkScheme(
        id="levels-25",
        name="Levels of response, 25 marks",
        max_mark=25,
        style="In our own words",
        minutes=45,
        levels=tuple(
            Level(
                level=n,
                marks=(5 * n - 4, 5 * n),
                name=name,
                knowledge=f"{name} facts",
                judgement=f"{name} sense",
            )
            for n, name in enumerate(names, start=1)
        ),
        anchors=((0, 0), (25, 25)),
    )


THRESHOLDS = {"found_at": 0.5, "sure_at": 0.6, "possible_at": 0.3, "developed_at": 0.5}


@pytest.fixture(scope="session")
def pack() -> Pack:
    """A whole subject in miniature: four factors, three questions, one marked example of each standard."""
    return Pack(
        manifest=PackManifest(
            id="town-1900",
            title="The town",
            version="1.0.0",
            language="en",
            period=(1900, 1905),
            subject_words=("council", "town"),
            gazetteer=Gazetteer(people=("Mayor Hill",)),
        ),
        sources=(
            Source(
                id="town-annals",
                title="Annals of the Town",
                author="A. Clerk",
                kind="archive",
                reliability="high",
                evidence_for="What happened in the town",
            ),
        ),
        factors=tuple(factor(each) for each in FACTORS),
        phrasings=tuple(phrasings(each) for each in FACTORS),
        questions=(
            question("council-fall", "Q1", FACTORS[:3]),
            question("town-trust", "Q10", (FACTORS[0], FACTORS[2], FACTORS[3])),
            question("price-anger", "Q2", FACTORS[1:]),
        ),
        schemes=(scheme(),),
        guides=(
            CommandGuide(
                command_word="to_what_extent",
                name="To what extent",
                do="Weigh one reason against others.",
                trap="Telling the story.",
                signal="A judgement that names what mattered most.",
            ),
        ),
        calibration=Calibration(
            sentence={"rule": 6.0, "intercept": -3.0},
            presence={"best": 1.0, "intercept": 0.0},
            development={"words": 1.0, "intercept": -2.0},
            **THRESHOLDS,
        ),
        examples=(example("weak", 4, 1, 1), example("strong", 22, 5, 3), example("middling", 12, 3, 2)),
    )


@pytest.fixture(scope="session")
def encoder() -> StaticEncoder:
    """The real word table."""
    return StaticEncoder.load(ROOT / "knowledge" / "encoders" / "own256-1")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """An empty database with every table."""
    database = Database.open(f"sqlite:///{tmp_path / 'answers.sqlite'}")
    upgrade(database)
    yield database
    database.close()


@pytest.fixture(scope="session")
def marker(pack: Pack, encoder: StaticEncoder) -> InlineMarker:
    """Marks in this process."""
    return InlineMarker([pack], encoder)


@pytest.fixture
def app(pack: Pack, database: Database, marker: InlineMarker) -> FastAPI:
    """The whole API on the tiny pack, with no page built."""
    return assemble([pack], database, marker)


@pytest.fixture
def client(app: FastAPI) -> TestClient:
    """Bob's browser: it keeps cookies, and an error of ours is a reply, not an exception."""
    return TestClient(app, raise_server_exceptions=False)

"""Reports and gold answers made by hand, small enough to check on paper."""

from collections.abc import Callable, Mapping

import pytest

from markscheme.bench.desk import Desk
from markscheme.bench.gold import GoldAnswer
from markscheme.domain.packs import Pack
from markscheme.domain.reports import Coverage, Evidence, FactorFinding, MarkReport, Provenance, Stance
from markscheme.marking.encoding import Encoder

MadeReport = Callable[..., MarkReport]
MadeGold = Callable[..., GoldAnswer]


@pytest.fixture
def desk(pack: Pack, encoder: Encoder) -> Desk:
    """A desk with the tiny pack."""
    return Desk([pack], encoder)


@pytest.fixture
def made_report() -> MadeReport:
    """A report that claims these coverages, with the evidence and mark given."""

    def made(
        mark: int | None,
        factors: Mapping[str, Coverage] | None = None,
        evidence: Mapping[str, list[Evidence]] | None = None,
        stances: Mapping[str, Stance] | None = None,
        **rest: object,
    ) -> MarkReport:
        findings = tuple(
            FactorFinding(
                factor_id=each, name=each, role="reason", coverage=coverage, credit=0.5,
                stance=(stances or {}).get(each, "affirmed"), evidence=tuple((evidence or {}).get(each, [])),
            )
            for each, coverage in (factors or {}).items()
        )  # fmt: skip
        base = {
            "question_id": "council-fall", "max_mark": 25, "mark": mark,
            "level": None if mark is None else -(-mark // 5),
            "mark_range": None if mark is None else (mark, mark),
            "withheld": "notes" if mark is None else None,
            "summary": "Made.", "words": 1, "factors": findings, "qualities": (), "confidence": 1.0,
            "needs_review": False,
            "provenance": Provenance(
                engine="made", pack="town-1900", pack_version="1.0.0", rubric_hash="0",
                encoder="none", language="en",
            ),
        }  # fmt: skip
        return MarkReport.model_validate(base | rest)

    return made


@pytest.fixture
def made_gold() -> MadeGold:
    """A gold answer with the fields given and plain ones otherwise."""

    def made(answer_id: str = "a1", **fields: object) -> GoldAnswer:
        base: dict[str, object] = {
            "question": "Q1", "register": "academic", "text": "The grain shortage hurt.",
            "level": 1, "mark": 3, "factors": {},
        }  # fmt: skip
        return GoldAnswer(id=answer_id, **(base | fields))  # type: ignore[arg-type]

    return made

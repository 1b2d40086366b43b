"""The rules are strict, but not so strict that the report's own advice would not pass them."""

from pathlib import Path

import pytest

from markscheme import assets
from markscheme.bench.desk import Desk
from markscheme.practice.wording_facts import standing
from markscheme.practice.wording_rules import Rules
from wording_cases import claim

ESSAY = Path(__file__).resolve().parents[2] / "docs" / "example-essay.txt"


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk.open(assets.knowledge())


def test_every_text_that_a_report_offers_passes(desk: Desk) -> None:
    essay = ESSAY.read_text(encoding="utf-8")
    for question_id in desk.question_ids:
        report = desk.mark(question_id, essay)
        rules = Rules(report, essay)
        offered = [claim(each.descriptor, None, None, each.quality_id) for each in report.qualities]
        for factor in report.factors:
            covered = standing(factor) != "not_yet"
            quote = factor.evidence[0].quote if covered else None
            offered.append(claim(factor.advice, factor.factor_id, quote))
            if covered:
                offered.append(claim(f"You speak of {factor.name}.", factor.factor_id, quote))
        assert [each for each in offered if rules.admit(each) is None] == []

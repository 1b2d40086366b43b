from pathlib import Path
from xml.etree import ElementTree

import pytest

from markscheme.bench.reliability import confidence_shown, reliability
from markscheme.bench.reliability_tables import reliability_sheets, write_plots

from .conftest import MadeGold, MadeReport


def test_bins_hold_what_was_said_and_what_was_seen() -> None:
    scores = reliability([(0.0, False), (0.25, True), (0.29, False), (1.0, True)])
    assert [(b.low, b.n, b.seen) for b in scores.bins if b.n] == [(0.0, 1, 0.0), (0.2, 2, 0.5), (0.9, 1, 1.0)]
    assert scores.bins[2].said == pytest.approx(0.27)
    # Only the middle bin is off: two predictions that said 0.54 together, of which one came true.
    assert scores.gap == pytest.approx(abs(0.54 - 1) / 4)
    assert scores.brier == pytest.approx((0.75**2 + 0.29**2) / 4)
    assert scores.excess == pytest.approx((0.0 + 0.25 + 0.29 + 1.0 - 2) / 4)


def test_nothing_said_is_nothing_known() -> None:
    scores = reliability([])
    assert (scores.n, scores.gap, scores.brier, scores.bins[0].said) == (0, None, None, None)


def test_probabilities_that_mean_what_they_say_have_no_gap() -> None:
    honest = [(tenth / 10, chance < tenth) for tenth in range(1, 10) for chance in range(10)]
    assert reliability(honest).gap == pytest.approx(0.0)


def test_a_confidence_that_is_too_sure_shows(made_gold: MadeGold, made_report: MadeReport) -> None:
    marks = [(10, 10), (10, 12), (10, 13), (10, 17)]
    boastful = [
        (made_gold(f"a{n}", mark=human), made_report(given, confidence=0.95))
        for n, (human, given) in enumerate(marks)
    ]
    shown = confidence_shown(boastful)
    assert (shown.sure.n, shown.sure.close, shown.sure.share) == (4, 2, 0.5)
    assert shown.reliability.excess == pytest.approx(0.45)
    assert shown.reliability.gap == pytest.approx(0.45)
    table = "\n".join(line for sheet in reliability_sheets({}, {"A": shown}) for line in sheet.markdown())
    assert "| 0.9 to 1.0 | 4 | 0.950 | 0.500 |" in table
    assert "| too sure by | 4 | – | 0.450 |" in table
    assert "| A | 4 | 2 of 4 (50%) | 0 of 0 (–) |" in table


def test_who_asks_for_a_look_and_who_should(made_gold: MadeGold, made_report: MadeReport) -> None:
    gold = made_gold(mark=10)
    pairs = [
        (gold, made_report(11, confidence=0.81)),
        (gold, made_report(14, confidence=0.8)),
        (gold, made_report(15, confidence=0.4, needs_review=True)),
        (gold, made_report(None, confidence=0.9, needs_review=True)),
    ]
    shown = confidence_shown(pairs)
    assert (shown.sure.n, shown.sure.close) == (1, 1)
    assert (shown.unsure.n, shown.unsure.close, shown.unsure_unreviewed) == (2, 0, 1)
    assert (shown.reviewed.n, shown.reviewed.close) == (1, 0)
    assert (shown.unreviewed.n, shown.unreviewed.close) == (2, 1)


def test_plots_are_xml_with_a_mark_for_each_filled_bin(
    tmp_path: Path, made_gold: MadeGold, made_report: MadeReport
) -> None:
    factors = {"A": reliability([(0.1, False), (0.9, True)]), "B": reliability([(0.5, True)])}
    marks = {"A": confidence_shown([(made_gold(mark=3), made_report(3, confidence=0.7))])}
    paths = write_plots(tmp_path / "new" / "folder", factors, marks)
    assert [path.name for path in paths] == ["factors.svg", "confidence.svg"]
    root = ElementTree.parse(paths[0]).getroot()
    spaced = "{http://www.w3.org/2000/svg}"
    lines = [line.get("points", "").split() for line in root.iter(f"{spaced}polyline")]
    assert [len(points) for points in lines] == [2, 1]
    # A point at said 0.1, seen 0 lies on the bottom, a tenth along; one more marker a series is its key.
    assert lines[0][0] == "106.0,410.0"
    assert len(list(root.iter(f"{spaced}circle"))) == 3 + 2
    assert "How likely a factor is" in (root.findtext(f"{spaced}title") or "")
    write_plots(tmp_path / "again", factors, marks)
    assert (tmp_path / "again" / "factors.svg").read_bytes() == paths[0].read_bytes()

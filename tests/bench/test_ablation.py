from markscheme.bench.ablation import ablate, ablation_sheets, without
from markscheme.bench.accuracy import halves, question_ids
from markscheme.bench.desk import Desk, Marker
from markscheme.domain.packs import Calibration, Pack
from markscheme.domain.reports import MarkReport
from markscheme.marking.compiled import compiled
from markscheme.marking.encoding import Encoder

from .conftest import MadeGold, MadeReport

FITTED = Calibration(
    sentence={"rule": 2.0, "head": 0.5, "cue": 0.0, "intercept": -1.0}, presence={"best": 1.0},
    development={"intercept": 1.0}, found_at=0.5, sure_at=0.5, possible_at=0.2, developed_at=0.5,
)  # fmt: skip


def test_a_signal_that_is_leant_on_shows(made_gold: MadeGold, made_report: MadeReport) -> None:
    """A marker that finds the factor by the rule alone loses it with the rule, and nothing else with it."""

    def marker_with(calibration: Calibration) -> Marker:
        found = "mentioned" if calibration.sentence["rule"] else "absent"

        def marker(question_id: str, text: str) -> MarkReport:
            return made_report(3, {"grain": found}, question_id=question_id)

        return marker

    answers = [made_gold("a", factors={"grain": "mentioned"}), made_gold("e", factors={"grain": "mentioned"})]
    rows = list(ablate(halves(answers), {"Q1": "council-fall"}, FITTED, marker_with, ["grain"]))
    # Zero coefficients and intercepts are nothing to leave out.
    assert [(row.part, row.name) for row in rows] == [
        (None, ""), ("sentence", "rule"), ("sentence", "head"), ("presence", "best"),
    ]  # fmt: skip
    assert [row.splits["B"].presence_f1 for row in rows] == [1.0, 0.0, 1.0, 1.0]
    tables = list(ablation_sheets(rows, {"A": "A", "B": "B", "all": "all"}))
    assert [sheet.rows[1][:2] for sheet in tables] == [["sentence", "rule"]] * 3
    assert "nothing fitted anew" in tables[0].note


def test_one_coefficient_goes_and_the_pack_is_not_made_ready_again(pack: Pack, encoder: Encoder) -> None:
    assert pack.calibration
    desk = Desk([pack], encoder)
    less = without(pack.calibration, "sentence", "rule")
    assert (less.sentence["rule"], pack.calibration.sentence["rule"]) == (0.0, 6.0)
    other = desk.with_coefficients(pack, less)
    text = "The grain shortage hurt the council because people lost trust. The party split came later."
    assert desk.chances("council-fall", text) != other.chances("council-fall", text)
    assert compiled(other.packs[0], encoder).references is compiled(pack, encoder).references
    # As if it had been made ready from nothing.
    afresh = Pack.model_validate(pack.model_dump() | {"calibration": less.model_dump()})
    assert afresh.content_hash == other.packs[0].content_hash
    assert other.mark("council-fall", text) == Desk([afresh], encoder).mark("council-fall", text)


def test_chances_are_those_that_the_mark_rests_on(pack: Pack, desk: Desk) -> None:
    text = "The grain shortage hurt the council because people lost trust."
    chances = desk.chances("council-fall", text)
    assert set(chances) == {factor.id for factor in pack.factors}
    assert pack.calibration
    found = {f.factor_id for f in desk.mark("council-fall", text).factors if f.coverage != "absent"}
    assert found == {name for name, chance in chances.items() if chance >= pack.calibration.found_at}
    assert found
    assert question_ids(pack)["Q1"] == question_ids(pack)["council-fall"] == "council-fall"

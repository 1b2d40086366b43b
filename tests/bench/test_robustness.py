import pytest

from markscheme.bench.filler import SORTS
from markscheme.bench.gold import Attack
from markscheme.bench.robustness import attack_outcome, condensing, padding
from markscheme.domain.errors import MAX_CHARACTERS, AnswerTooLongError
from markscheme.domain.reports import MarkReport

from .conftest import MadeGold, MadeReport

TEXT = " ".join(f"In 19{n:02} the grain price rose and people in the town said so." for n in range(10))
QUESTIONS = {"council-fall": "To what extent did the council fall because of grain shortage?"}


class ByLength:
    """The planted fault: a mark for every ten words."""

    def __init__(self, made_report: MadeReport) -> None:
        self._made = made_report

    def __call__(self, question_id: str, text: str) -> MarkReport:
        return self._made(min(25, len(text.split()) // 10))


class ByYears:
    """A marker that counts different years and nothing else."""

    def __init__(self, made_report: MadeReport) -> None:
        self._made = made_report

    def __call__(self, question_id: str, text: str) -> MarkReport:
        return self._made(len({word for word in text.split() if word.startswith("19")}))


def test_a_marker_by_length_fails_padding_and_condensing(
    made_gold: MadeGold, made_report: MadeReport
) -> None:
    fault = ByLength(made_report)
    answers = [(made_gold(text=TEXT), fault("", TEXT))]
    trials = padding(answers, fault, QUESTIONS)
    assert len(trials) == 2 * len(SORTS)
    assert all(trial.too_far == 1 and (trial.worst or 0) >= 10 for trial in trials)
    shorter = condensing(answers, fault)
    assert shorter.too_far == 1
    assert (shorter.worst or 0) <= -2


def test_a_marker_by_content_passes_padding(made_gold: MadeGold, made_report: MadeReport) -> None:
    fair = ByYears(made_report)
    trials = padding([(made_gold(text=TEXT), fair("", TEXT))], fair, QUESTIONS)
    assert [(trial.worst, trial.too_far) for trial in trials] == [(0, 0)] * len(trials)
    assert all(200 <= c.words_after - c.words_before < 240 for trial in trials for c in trial.changes)


def test_a_withheld_mark_is_no_change_and_is_counted(made_gold: MadeGold, made_report: MadeReport) -> None:
    trial = condensing([(made_gold(text=TEXT), made_report(None))], ByLength(made_report))
    assert (trial.withheld, trial.worst, trial.mean, trial.too_far) == (1, None, None, 0)
    assert trial.freed == 1


@pytest.mark.parametrize(
    ("given", "allowed", "outcome", "ok"),
    [(4, 4, "marked", True), (5, 4, "marked", False), (None, 0, "withheld", True)],
)
def test_attacks(given: int | None, allowed: int, outcome: str, ok: bool, made_report: MadeReport) -> None:
    attack = Attack("x", "Q1", "stuffing", "because because", allowed)
    result = attack_outcome(attack, "council-fall", lambda *_: made_report(given))
    assert (result.given, result.outcome, result.ok) == (given, outcome, ok)


def test_a_refused_attack_is_within_its_allowance() -> None:
    def refuse(_: str, text: str) -> MarkReport:
        raise AnswerTooLongError(len(text))

    attack = Attack("x", "Q1", "huge", "ha " * MAX_CHARACTERS, 0)
    assert attack_outcome(attack, "council-fall", refuse).outcome == "refused"

from pathlib import Path

import pytest

from markscheme import assets
from markscheme.bench.desk import Desk
from markscheme.bench.machine import this_machine
from markscheme.bench.remark_rate import RemarkTime, edited, remark_time
from markscheme.bench.speed import Length, SpeedResult, Start, first_mark, growth, timed_jobs
from markscheme.bench.speed_tables import speed_sheets
from markscheme.bench.throughput import ApiRate, Rate, api_rate, api_together, engine_rate, engine_together
from markscheme.bench.timing import Times
from markscheme.domain.packs import Pack


def took(ms: float) -> Times:
    return Times(n=1, median_ms=ms, p95_ms=ms, least_ms=ms, cpu_ms=ms)


def test_growth_is_measured_against_the_length_before() -> None:
    # Twice the text in twice the time, then twice the text in thrice the time.
    lengths = growth([(1000, took(2)), (2000, took(4)), (4000, took(12))])
    assert [length.to_linear for length in lengths] == [None, 1.0, 1.5]
    assert [length.per_1000_ms for length in lengths] == [2.0, 2.0, 3.0]


def test_rounds_count_as_one() -> None:
    rounds = [
        ApiRate(answers=10, seconds=1, per_second=10, clients=8, median_ms=100, p95_ms=300),
        ApiRate(answers=20, seconds=4, per_second=5, clients=8, median_ms=200, p95_ms=250),
    ]
    assert engine_together(rounds).per_second == 6.0
    assert api_together(rounds) == ApiRate(
        answers=30, seconds=5, per_second=6, clients=8, median_ms=150, p95_ms=300
    )


def test_no_text_and_no_question_comes_twice_in_a_row(pack: Pack) -> None:
    jobs = timed_jobs(pack, words=8)
    following = [*jobs[1:], jobs[0]]
    assert len(jobs) == 12
    assert all(a[0] != b[0] and a[1] != b[1] for a, b in zip(jobs, following, strict=True))


def test_the_tables_hold_every_figure() -> None:
    result = SpeedResult(
        machine=this_machine(), words=800, rotating=took(9.5), same_text=took(9.25),
        lengths=(Length(characters=1000, times=took(2), per_1000_ms=2, to_linear=None),),
        worst_to_linear=1.07, start=Start(best_s=0.9, median_s=1.1, resident_mb=120.4, peak_mb=None),
        engine_one=Rate(answers=10, seconds=1, per_second=10),
        engine_all=Rate(answers=20, seconds=1, per_second=20),
        processes=2, api=ApiRate(answers=16, seconds=1, per_second=16, clients=8, median_ms=400, p95_ms=600),
        api_to_engine=0.8,
        remark=RemarkTime(answers=1000, processes=2, seconds=7.5, changed=12, crossing=3),
    )  # fmt: skip
    text = "\n".join(line for sheet in speed_sheets(result) for line in sheet.markdown())
    for figure in ("9.50", "9.25", "Worst: 1.07", "0.90", "1.10", "120", "| 16.0 | 0.80 |", "600 ms",
                   "| 1,000 | 2 | 7.50 | 133.3 | 12 | 3 |"):  # fmt: skip
        assert figure in text


@pytest.fixture(scope="module")
def knowledge() -> Path:
    """The real packs: a fresh process cannot be given made ones."""
    return assets.knowledge()


@pytest.mark.slow
def test_a_fresh_process_marks_and_tells_its_memory(knowledge: Path) -> None:
    start = first_mark(Desk.open(knowledge).question_ids[0], "Bread ran out.", starts=1)
    assert start.resident_mb is not None
    assert start.resident_mb > 10
    assert start.best_s > 0


@pytest.mark.slow
def test_the_engine_is_timed_in_two_processes(knowledge: Path) -> None:
    question_id = Desk.open(knowledge).question_ids[0]
    rate = engine_rate(knowledge, [(question_id, "Bread ran out.")], processes=2, seconds=0.2)
    assert rate.answers >= 2
    assert rate.per_second > 0


@pytest.mark.slow
def test_a_dead_worker_ends_the_wait(knowledge: Path) -> None:
    with pytest.raises(EOFError):
        engine_rate(knowledge, [("no-such-question", "x")], processes=1, seconds=0.2)


@pytest.mark.slow
def test_a_real_server_is_timed(knowledge: Path) -> None:
    question_id = Desk.open(knowledge).question_ids[0]
    rate = api_rate([(question_id, "Bread ran out.")], clients=3, seconds=0.5)
    assert rate.clients == 3
    assert rate.answers >= 3


def test_the_edit_is_one_that_a_mark_can_feel(pack: Pack) -> None:
    before, after = pack.questions[0].roles, edited(pack).questions[0].roles
    assert (after[0].weight, after[1:]) == (before[0].weight / 2, before[1:])
    assert edited(pack).content_hash != pack.content_hash


@pytest.mark.slow
def test_marking_again_is_timed(knowledge: Path) -> None:
    timed = remark_time(knowledge, words=120, processes=2, count=12)
    assert (timed.answers, timed.processes) == (12, 2)
    assert timed.seconds > 0
    assert timed.changed >= timed.crossing

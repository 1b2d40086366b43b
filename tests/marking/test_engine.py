"""The promises of a mark, on text nobody wrote for the test."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from markscheme.domain.packs import Pack
from markscheme.domain.reports import MarkReport
from markscheme.encoders.static import StaticEncoder
from markscheme.marking.engine import MAX_CHARACTERS, AnswerTooLongError, mark
from markscheme.marking.rubric import Rubric

Mark = Callable[..., MarkReport]
ROOT = Path(__file__).resolve().parents[2]
SENTENCES = (
    "In 1962 Khrushchev split the Party into industrial and agricultural halves, which angered the secretaries.",
    "The Secret Speech of February 1956 offended men who had risen under Stalin, because it made them look guilty.",
    "The 1963 harvest failed and grain had to be bought from Canada.",
    "The Cuban Missile Crisis was not the main reason, since he survived for two more years.",
    "Overall the Party reforms mattered more than farming because they turned the voters against him.",
    "Kruschev bossed his colleges about and never asked there advice 🙂.",
    "It was a “difficult” time—and everybody knew it.",
    "Brezhnev and the KGB planned the coup while he was on holiday in October 1964.",
    "Then he went home.",
)
essays = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=9).map(" ".join)
rubbish = st.text(max_size=300)
relaxed = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def spans(report: MarkReport) -> list[tuple[int, int, str]]:
    found = [(e.start, e.end, e.quote) for f in report.factors for e in f.evidence]
    found += [(e.start, e.end, e.quote) for q in report.qualities for e in q.evidence]
    return found + [(m.start, m.end, m.quote) for m in report.misconceptions]


@relaxed
@given(st.one_of(essays, rubbish, st.tuples(rubbish, essays).map("\n\n".join)))
def test_every_report_keeps_the_contract(marking: Mark, khrushchev: Pack, text: str) -> None:
    report = marking(text)
    for start, end, quote in spans(report):
        assert text[start:end] == quote
        assert quote.strip()
    ids = [f.factor_id for f in report.factors]
    assert len(ids) == len(set(ids))
    question = khrushchev.question(report.question_id)
    assert question is not None
    assert {role.factor for role in question.roles} <= set(ids)
    assert all(0 <= f.credit <= 1 for f in report.factors)
    assert all(0 <= q.score <= 1 for q in report.qualities)
    assert (report.withheld is None) == (report.mark is not None) == (report.level is not None)
    assert report.mark is None or 0 <= report.mark <= report.max_mark
    assert all(step.gain >= 0 for step in report.next_steps)
    assert all(
        0 <= f.start < f.end <= len(text) for f in report.flags if f.start is not None and f.end is not None
    )


@relaxed
@given(essays, st.integers(0, 8), st.integers(1, 4))
def test_repeating_a_sentence_never_raises_the_mark(marking: Mark, text: str, which: int, times: int) -> None:
    sentence = SENTENCES[which]
    once = marking(f"{text} {sentence}")
    again = marking(f"{text} {sentence}" + f" {sentence}" * times)
    assert (again.mark or 0) <= (once.mark or 0)


def test_repeating_a_paragraph_never_raises_the_mark(marking: Mark, khrushchev: Pack) -> None:
    for example in khrushchev.examples[:6]:
        before = marking(example.text, example.question).mark
        paragraph = example.text.split("\n\n")[0]
        for text in (f"{example.text}\n\n{paragraph}", f"{example.text}\n\n{example.text}"):
            after = marking(text, example.question).mark
            assert (after or 0) <= (before or 0)


@relaxed
@given(essays, st.integers(0, 8))
def test_a_further_sentence_never_lowers_the_knowledge_ledger(marking: Mark, text: str, which: int) -> None:
    def ledger(report: MarkReport) -> float:
        return sum(f.credit for f in report.factors)

    assert ledger(marking(f"{text} {SENTENCES[which]}")) >= ledger(marking(text)) - 1e-9


def test_the_same_text_gives_the_same_report_in_every_process(marking: Mark, tmp_path: Path) -> None:
    answer = tmp_path / "answer.txt"
    text = " ".join(SENTENCES)
    answer.write_text(text, encoding="utf-8")
    expected = marking(text).model_dump_json()
    for seed in ("0", "4321"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "OPENBLAS_NUM_THREADS": "1"}
        done = subprocess.run(
            [sys.executable, "-m", "markscheme.cli", "mark", "fall-destalinisation", str(answer), "--json"],
            cwd=ROOT, env=environment, capture_output=True, text=True, check=True,
        )  # fmt: skip
        assert done.stdout.strip() == expected


def test_a_longer_answer_than_the_cap_is_refused(marking: Mark) -> None:
    marking("a" * MAX_CHARACTERS)
    with pytest.raises(AnswerTooLongError) as refused:
        marking("a" * (MAX_CHARACTERS + 1))
    assert refused.value.length == MAX_CHARACTERS + 1


def test_a_name_in_the_answer_changes_nothing(marking: Mark) -> None:
    text = " ".join(SENTENCES[:5])
    names = ("Oluwaseun Adeyemi", "Emily Clarke", "Nguyen Thi Lan", "Mohammed Hussain")
    assert len({marking(f"{text} My teacher, {name}, agrees with this view.").mark for name in names}) == 1


@pytest.mark.parametrize("depth", ["strong", "middling", "weak"])
def test_the_packs_own_examples_land_near_their_marks(
    khrushchev: Pack, encoder: StaticEncoder, depth: str
) -> None:
    gaps = []
    for example in khrushchev.examples:
        if example.standard == depth:
            report = mark(Rubric.of(khrushchev, example.question), example.text, encoder, published=False)
            if report.mark is not None:
                gaps.append(abs(report.mark - example.mark) * 25 / report.max_mark)
    assert len(gaps) >= 9
    assert sum(gaps) / len(gaps) <= 3.0
    assert sum(gap <= 5 for gap in gaps) >= 0.8 * len(gaps)


def test_examples_are_told_apart(khrushchev: Pack, encoder: StaticEncoder) -> None:
    for question in khrushchev.questions:
        marks: dict[str, list[int]] = {"strong": [], "middling": [], "weak": []}
        for example in khrushchev.examples:
            if example.question == question.id:
                report = mark(Rubric.of(khrushchev, question.id), example.text, encoder, published=False)
                given_ = report.mark
                marks[example.standard] += [] if given_ is None else [given_]
        assert min(marks["strong"]) > max(marks["weak"]), question.id

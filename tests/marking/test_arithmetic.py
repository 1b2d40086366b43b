"""The steps of a mark add up to it, whatever the answer."""

from collections.abc import Mapping, Sequence

from hypothesis import given
from hypothesis import strategies as st

from markscheme.domain.arithmetic import Arithmetic
from markscheme.domain.packs import Pack
from markscheme.domain.reports import Flag
from markscheme.domain.schemes import Level, MarkScheme
from markscheme.marking.arithmetic import THOUSAND, Part, arithmetic
from markscheme.marking.ceilings import ceilings
from markscheme.marking.guards.guard import Guarded
from markscheme.marking.levels import Award, Ceiling, award, knowledge_ledger
from markscheme.marking.qualities.detectors import DETECTORS, judgement

from .conftest import Mark

share = st.floats(0, 1)
worths = st.lists(st.one_of(st.just(0.0), st.floats(0, 2)), max_size=40)
scores = st.fixed_dictionaries({d.quality_id: share for d in DETECTORS})
tops = st.lists(st.floats(0, 25), max_size=3)


@st.composite
def schemes(draw: st.DrawFn) -> MarkScheme:
    """A scheme of up to 40 marks with one level and bent anchors."""
    top = draw(st.integers(1, 40))
    bends = draw(st.lists(st.tuples(st.floats(0.1, 24.9), st.floats(0, top)), max_size=4))
    xs, ys = (sorted({each[part] for each in bends}) for part in (0, 1))
    level = Level(level=1, marks=(1, top), name="One", knowledge="Facts.", judgement="Sense.")
    anchors = ((0.0, 0.0), *zip(xs, ys, strict=False), (25.0, float(top)))
    return MarkScheme(
        id="drawn", name="Drawn", max_mark=top, style="Ours", minutes=45, levels=(level,), anchors=anchors
    )


def made(
    worth: Sequence[float], score: Mapping[str, float], cap: Sequence[float], scheme: MarkScheme
) -> tuple[Award, Arithmetic]:
    parts = [Part(f"factor_{n:02}", f"Factor {n}", w) for n, w in enumerate(worth)]
    ceilings = [Ceiling(standard, f"Held {n}") for n, standard in enumerate(cap)]
    given_ = award(knowledge_ledger(worth), judgement(dict(score)), min(cap, default=25), 0.8, scheme)
    return given_, arithmetic(parts, score, ceilings, given_, scheme)


@given(worths, scores, tops, schemes())
def test_the_steps_add_up_to_the_mark_exactly(
    worth: list[float], score: dict[str, float], cap: list[float], scheme: MarkScheme
) -> None:
    given_, steps = made(worth, score, cap, scheme)
    assert sum(step.thousandths for step in steps.steps) == given_.mark * THOUSAND
    running = 0
    for step in steps.steps:
        running += step.thousandths
        assert step.running == running
    assert all(step.thousandths >= 0 for step in steps.steps if step.kind in {"factor", "quality"})
    assert all(step.thousandths < 0 for step in steps.steps if step.kind in {"errors", "ceiling"})
    # Half a mark and no more, or a fault elsewhere would hide in the rounding.
    assert all(abs(step.thousandths) <= 501 for step in steps.steps if step.kind == "rounding")


@given(worths, scores, tops, schemes())
def test_what_is_absent_has_no_step_and_what_is_there_has_one(
    worth: list[float], score: dict[str, float], cap: list[float], scheme: MarkScheme
) -> None:
    _, steps = made(worth, score, cap, scheme)
    factors = [step.factor_id for step in steps.steps if step.kind == "factor"]
    assert sorted(map(str, factors)) == [f"factor_{n:02}" for n, w in enumerate(worth) if w > 0]
    qualities = {step.quality_id for step in steps.steps if step.kind == "quality"}
    assert qualities == {d.quality_id for d in DETECTORS if d.weight * score[d.quality_id] > 0}
    if score["q_accuracy"] == 1:
        assert not [step for step in steps.steps if step.kind == "errors"]
    if not cap:
        assert not [step for step in steps.steps if step.kind == "ceiling"]


@given(worths, scores, tops, schemes(), st.randoms(use_true_random=False))
def test_no_order_changes_the_steps(
    worth: list[float], score: dict[str, float], cap: list[float], scheme: MarkScheme, random: object
) -> None:
    parts = [Part(f"factor_{n:02}", f"Factor {n}", w) for n, w in enumerate(worth)]
    ceilings = [Ceiling(standard, f"Held {n}") for n, standard in enumerate(cap)]
    given_, steps = made(worth, score, cap, scheme)
    shuffled, backwards = list(parts), dict(reversed(score.items()))
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert arithmetic(shuffled, backwards, ceilings, given_, scheme) == steps


def test_the_larger_credit_gets_the_larger_share(khrushchev: Pack) -> None:
    score = {d.quality_id: 0.5 for d in DETECTORS}
    _, steps = made([0.2, 0.9, 0.5], score, [], khrushchev.scheme("essay-30"))
    factors = [step for step in steps.steps if step.kind == "factor"]
    assert [step.factor_id for step in factors] == ["factor_01", "factor_02", "factor_00"]
    assert factors[0].thousandths > factors[1].thousandths > factors[2].thousandths


def test_ceilings_say_which_of_them_took_what(khrushchev: Pack) -> None:
    score = {d.quality_id: 1.0 for d in DETECTORS}
    given_, steps = made([1.0] * 30, score, [20.0, 22.0, 12.0], khrushchev.scheme("essay-25"))
    held = [(step.label, step.running) for step in steps.steps if step.kind == "ceiling"]
    assert held == [("Held 0", 20_000), ("Held 2", 12_000)]
    assert given_.mark == 12


def test_a_report_carries_the_steps_of_its_own_mark(marking: Mark) -> None:
    text = (
        "The 1962 split of the Party angered the regional secretaries, because each lost half his power. "
        "The bad harvest of 1963 meant that grain had to be bought abroad, which made Khrushchev look foolish. "
        "The Party split mattered more than the harvest, since those men had the votes in October 1964."
    )
    report = marking(text)
    assert report.arithmetic is not None
    assert report.arithmetic.steps[-1].running == (report.mark or 0) * THOUSAND
    names = {f.factor_id: f for f in report.factors}
    stepped = [step.factor_id for step in report.arithmetic.steps if step.factor_id]
    assert stepped
    assert all(names[factor].coverage != "absent" for factor in stepped)
    assert set(stepped) == {f.factor_id for f in report.factors if f.credit}


def test_a_withheld_mark_has_no_steps_and_a_blank_answer_none_to_show(marking: Mark) -> None:
    notes = "- Cuba 1962 humiliation\n- harvest 1963\n- Party split 1962\n- plot of October 1964\n"
    assert marking(notes).arithmetic is None
    blank = marking("").arithmetic
    assert blank is not None
    assert blank.steps == ()


def test_a_ceiling_names_what_the_text_is() -> None:
    flags = (Flag(kind="keyword_list", message="A list."), Flag(kind="repetition", message="Again."))
    [held] = ceilings(Guarded(frozenset(), flags, None, 4.0, True))
    assert (held.standard, held.label) == (4.0, "Held down, because it is a list of terms")
    assert ceilings(Guarded(frozenset(), flags, None, 25.0, False)) == ()

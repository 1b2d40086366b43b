"""What each command word demands: an answer without it is held down and told so, and one with it is not."""

from dataclasses import dataclass

import pytest

from markscheme.domain.packs import Pack
from markscheme.domain.questions import CommandGuide
from markscheme.domain.reports import DemandFinding, MarkReport
from markscheme.encoders.static import StaticEncoder
from markscheme.marking.demands import _READERS, MET
from markscheme.marking.engine import mark
from markscheme.marking.rubric import Rubric

from .conftest import Mark

REASONS = """\
Khrushchev attacked Stalin above all in order to defeat his rivals. Molotov, Malenkov and Kaganovich had signed more \
of the lists of the 1930s than he had, so the Speech of February 1956 put them on the defensive and made him the man \
of the future.

He also believed in it. He held that Stalin's cult had bent the Party away from Lenin, and he read out Lenin's \
Testament because he wanted collective leadership and socialist legality back, with Party members safe from arrest.

The economy gave a third reason. Labour camps were wasteful and frightened managers took no risks, so he reckoned \
that people would work better for decent wages, flats and food than out of fear.
"""
RESULTS = """\
The results at home were large. Hundreds of thousands of prisoners came back from the camps and were rehabilitated, \
and the codes of 1958 made a conviction depend on proof in an open court, so arbitrary terror ended.

Abroad they were worse. In Hungary crowds pulled down Stalin's statue in October 1956 and Soviet tanks crushed the \
rising, because the attack on Stalin had destroyed the authority of the local leaders. China resented it, and Mao's \
quarrel with Moscow split the communist movement for good.
"""
FARMS = """\
The farms were the main reason for his fall. The Virgin Lands gave one good harvest and then dust, because the soil \
was worked out, and in 1963 grain had to be bought from Canada, which humiliated a leader who claimed to be an expert.

Industry slowed as well. The Seven-Year Plan missed its targets for consumer goods, and when prices of meat and butter \
were raised in 1962 workers at Novocherkassk were shot, so the promises of plenty looked empty.
"""
OTHERS = """\
However, politics mattered more. In November 1962 he split the Party committees into industrial and farming halves, so \
regional secretaries lost half their power and wanted him gone. He also bullied colleagues and decided alone, which \
meant that even men he had promoted, such as Brezhnev, joined the plot against him in October 1964.

Foreign policy cost him respect as well. The missiles that he put on Cuba in October 1962 had to be taken out again, which \
looked like a retreat before Kennedy and humiliated the generals. The quarrel with Mao split the communist movement, so \
colleagues blamed him for losing China.
"""
INTACT = """\
One party still ruled alone in 1964: no rival was allowed and the KGB kept watch, so power lay where it had lain. The \
collective farms and the plan stayed, because prices and targets still came from Moscow and peasants \
could not own the land they worked. On the other hand terror had \
gone. Hundreds of thousands of prisoners were freed, and the codes of 1958 made a conviction depend on proof, so nobody was \
shot for losing an argument. Stalin's body left the Mausoleum in 1961 and Stalingrad lost his name, so his cult was broken. \
Solzhenitsyn's story of the camps was printed in 1962, because Khrushchev himself allowed it, and poets filled stadiums.
"""
DEFINED = """\
By Stalinism I mean rule by terror, a cult of one man, a single party and a planned economy.

"""
SPEECH = """\
In February 1956 Khrushchev told the Twentieth Congress of Stalin's crimes and read from Lenin's Testament. In Poland \
and Hungary it destroyed the leaders' authority, because they had copied Stalin. Mao was angry and the quarrel with China \
began.
"""
MEASURED = """\
The significance of the Secret Speech is best measured by how many people it touched and for how long. In the long term \
the Speech was a turning point for the communist world, compared with the quiet releases of 1953.
"""
CUBA = """\
Cuba was a reason. In October 1962 he put missiles there and then had to take them out, which humiliated the army, \
because it looked like a retreat before Kennedy. However, Cuba mattered less than the split of the Party in November 1962, \
since regional secretaries lost half their power by it.
"""
SUCCESS = """\
Prisoners were freed from the camps and the codes of 1958 ended night arrests. Stalin's body was taken from the \
Mausoleum. Writers such as Solzhenitsyn were printed, but Pasternak was hounded. One party still ruled.
"""
AIMS = """\
Khrushchev aimed to give the Party back its Leninist legality and intended that people should work without fear. Judged \
against that aim, ending the terror succeeded, while his goal of a freer culture was dropped as soon as artists used it.
"""
STORY = """\
In 1953 Beria was arrested. Then in 1955 Malenkov went. In 1957 the Anti-Party Group was beaten. In 1958 Khrushchev \
became premier.
"""
EXPLAINED = """\
Khrushchev rose because he ran the Party machine: as First Secretary he appointed the regional secretaries, who \
therefore sat in the Central Committee and owed him their posts. Beria fell because all the others feared his police, so \
they joined Khrushchev and the army in June 1953. Malenkov lost in 1955 since his consumer policy had failed on the farms, \
which meant that Khrushchev could blame him. In June 1957 Zhukov flew the Central Committee to Moscow, so the Anti-Party \
Group was outvoted, because most members owed Khrushchev their careers.
"""


@dataclass(frozen=True)
class Case:
    """One demand: an answer without it, and the words that meet it."""

    question: str
    demand: str
    without: str
    complete: str


CASES = (
    Case("destalinisation-reasons-results", "both-halves", REASONS, REASONS + "\n" + RESULTS),
    Case("destalinisation-reasons-results", "both-halves", RESULTS, REASONS + "\n" + RESULTS),
    Case("economy-fall", "both-sides", FARMS, FARMS + "\n" + OTHERS),
    Case("stalinism-intact", "terms-defined", INTACT, DEFINED + INTACT),
    Case("stalinism-intact", "both-sides", INTACT.split(" On the other hand", maxsplit=1)[0], INTACT),
    Case("secret-speech-significance", "test-named", SPEECH, SPEECH + "\n" + MEASURED),
    Case(
        "removal-cuba",
        "stated-reason-weighed",
        OTHERS.split("\n\nForeign", maxsplit=1)[0],
        CUBA + "\n" + OTHERS,
    ),
    Case("destalinisation-success", "aims-and-outcomes", SUCCESS, AIMS + "\n" + SUCCESS),
    Case("rise-to-power", "steps-explained", STORY, EXPLAINED),
)
each_case = pytest.mark.parametrize("case", CASES, ids=[f"{c.demand}-{n}" for n, c in enumerate(CASES)])


def found(report: MarkReport, demand: str) -> DemandFinding:
    return next(each for each in report.demands if each.demand_id == demand)


@each_case
def test_an_answer_without_it_is_told_so_and_one_with_it_is_not(marking: Mark, case: Case) -> None:
    without, complete = marking(case.without, case.question), marking(case.complete, case.question)
    lacking, reached = found(without, case.demand), found(complete, case.demand)
    assert not lacking.met
    assert lacking.missing
    assert "{" not in lacking.missing + lacking.advice
    assert lacking.ceiling is not None
    assert lacking.ceiling < 25
    steps = [step for step in without.next_steps if step.demand_id == case.demand]
    assert [step.text for step in steps] == [lacking.advice]
    assert reached.score > lacking.score
    assert reached.met, reached
    assert (reached.ceiling, reached.missing, reached.advice) == (None, "", "")
    assert case.demand not in {step.demand_id for step in complete.next_steps}
    for quote in reached.evidence:
        assert case.complete[quote.start : quote.end] == quote.quote


@each_case
def test_no_mark_is_above_what_a_missing_demand_allows(marking: Mark, case: Case) -> None:
    for text in (case.without, case.complete):
        report = marking(text, case.question)
        assert report.arithmetic is not None
        for demand in report.demands:
            assert report.arithmetic.standard <= (demand.ceiling or 25)


def test_a_missing_half_takes_what_its_step_says_and_nothing_else(
    khrushchev: Pack, encoder: StaticEncoder
) -> None:
    """The same answer with a ceiling far below it and without any."""
    question = "destalinisation-reasons-results"

    def by(ceiling: float | None) -> MarkReport:
        guides = tuple(_lowered(guide, ceiling) for guide in khrushchev.guides)
        return mark(Rubric.of(_with(khrushchev, guides), question), RESULTS, encoder)

    held, free = by(3.0), by(None)
    assert held.arithmetic is not None
    assert free.arithmetic is not None
    assert held.arithmetic.standard == 3.0 == held.mark
    [step] = [each for each in held.arithmetic.steps if each.kind == "ceiling"]
    assert "the reasons are thin" in step.label
    assert free.arithmetic.standard - 3.0 == pytest.approx(-step.thousandths / 1000, abs=1e-3)
    assert held.next_steps[0].demand_id == "both-halves"
    assert held.next_steps[0].gain >= (free.mark or 0) - 3 > 0
    assert held.factors == free.factors
    assert held.qualities == free.qualities


def _lowered(guide: CommandGuide, ceiling: float | None) -> CommandGuide:
    demands = () if ceiling is None else tuple(
        each.model_copy(update={"ceiling": ceiling}) for each in guide.demands
    )  # fmt: skip
    return guide.model_copy(update={"demands": demands})


def _with(pack: Pack, guides: tuple[CommandGuide, ...]) -> Pack:
    return Pack.model_construct(**(dict(pack) | {"guides": guides}))


def test_the_complete_examples_of_the_pack_are_held_down_by_nothing(
    khrushchev: Pack, encoder: StaticEncoder
) -> None:
    for example in khrushchev.examples:
        if example.standard == "strong":
            report = mark(Rubric.of(khrushchev, example.question), example.text, encoder, published=False)
            assert report.arithmetic is not None
            assert [each.label for each in report.arithmetic.steps if each.kind == "ceiling"] == []


def test_every_command_word_demands_something_that_is_read(khrushchev: Pack) -> None:
    assert {d.reads for guide in khrushchev.guides for d in guide.demands} == set(_READERS)
    assert all(guide.demands for guide in khrushchev.guides)
    assert 0 < MET < 1


def test_a_blank_answer_is_asked_for_words_first(marking: Mark) -> None:
    assert marking("", "stalinism-intact").demands == ()

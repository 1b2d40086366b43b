"""Packs load whole, or everything that is wrong with them is said at once."""

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from markscheme import assets
from markscheme.domain.packs import Pack
from markscheme.packs.loader import check, load_all, load_pack
from markscheme.packs.problems import PackError

Plant = Callable[[str, str, str], int]
Problems = Callable[[], list[tuple[str, int, str]]]

FACTORS = "bread/factors.yaml"
QUESTION = "bread/questions/making.yaml"
EXAMPLES = "bread/examples/making.yaml"
PHRASINGS = "bread/phrasings/rising.yaml"
MANIFEST = "bread/pack.yaml"

MISTAKES = yaml.safe_load((Path(__file__).parent / "mistakes.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("mistake", MISTAKES)
def test_each_mistake_is_reported_with_its_file_and_line(
    mistake: str, plant: Plant, problems: Problems
) -> None:
    planted = MISTAKES[mistake]
    changed = plant(planted["file"], planted["old"], planted["new"])
    line = planted.get("at", changed + planted.get("below", 0))

    found = problems()

    said = [(file, at) for file, at, text in found if text.startswith(planted["says"])]
    assert said == [(planted["file"], line)], found


def test_the_small_pack_is_good(knowledge: Path, problems: Problems) -> None:
    assert problems() == []
    assert [pack.manifest.id for pack in load_all(knowledge)] == ["bread"]


def test_a_missing_field_is_reported_where_it_should_be(plant: Plant, problems: Problems) -> None:
    plant(FACTORS, "    advice: Say what makes it rise.\n", "")
    rising = plant(FACTORS, "id: rising\n", "id: rising\n")

    assert problems() == [(FACTORS, rising, "missing field 'advice'")]


def test_all_problems_of_all_files_come_at_once(plant: Plant, problems: Problems, knowledge: Path) -> None:
    lines = [
        (EXAMPLES, plant(EXAMPLES, "M01", "M77")),
        (FACTORS, plant(FACTORS, "deciding:", "decides:")),
        (MANIFEST, plant(MANIFEST, "language: en", "language: fr")),
        (QUESTION, plant(QUESTION, "factor: mixing", "factor: kneading")),
        ("mark-schemes/short.yaml", plant("mark-schemes/short.yaml", "minutes: 20", "minutes: soon")),
    ]

    found = problems()

    assert set(lines) <= {(file, line) for file, line, _ in found}
    with pytest.raises(PackError) as caught:
        load_all(knowledge)
    assert len(caught.value.problems) == len(found)
    assert str(caught.value).count("\n") == len(found) - 1


@pytest.mark.parametrize("standard", ["strong", "middling", "weak"])
def test_a_question_needs_an_example_of_each_standard(
    standard: str, plant: Plant, problems: Problems
) -> None:
    other = "weak" if standard != "weak" else "strong"
    plant(EXAMPLES, f"standard: {standard}", f"standard: {other}")

    assert problems() == [(QUESTION, 1, f"question 'bread-making' has no {standard} example")]


def test_a_broken_file_does_not_make_others_look_wrong(knowledge: Path, problems: Problems) -> None:
    (knowledge / FACTORS).write_text("factors: [", encoding="utf-8")

    assert [file for file, _, _ in problems()] == [FACTORS]


@pytest.mark.parametrize("name", ["pack.yaml", "sources.yaml", "factors.yaml", "misconceptions.yaml"])
def test_a_file_that_must_be_there_is_missed(name: str, knowledge: Path) -> None:
    (knowledge / "bread" / name).unlink()

    with pytest.raises(PackError, match=f"no {name} here"):
        load_pack(knowledge / "bread", knowledge)


def test_a_misnamed_file_is_not_passed_over(knowledge: Path, problems: Problems) -> None:
    (knowledge / "bread" / "phrasings" / "rising.yaml").rename(
        knowledge / "bread" / "phrasings" / "rising.yml"
    )

    [(file, line, message)] = problems()

    assert (file, line) == ("bread/phrasings/rising.yml", 1)
    assert message.startswith("a pack has no such file; it has pack.yaml, sources.yaml")


@pytest.mark.parametrize("folder", ["nowhere", "mark-schemes"])
def test_no_pack_is_a_clear_problem(folder: str, knowledge: Path) -> None:
    [problem] = check(knowledge / folder)

    assert problem.message in {"no such folder", "no pack here; a pack is a folder with a pack.yaml in it"}
    with pytest.raises(PackError):
        load_all(knowledge / folder)


def test_the_folder_of_one_pack_can_be_checked(knowledge: Path, plant: Plant) -> None:
    assert check(knowledge / "bread") == []
    line = plant(FACTORS, "name: Mixing", "nam: Mixing")
    assert line in {problem.line for problem in check(knowledge / "bread")}


def test_a_pack_folder_that_is_not_there(knowledge: Path) -> None:
    with pytest.raises(PackError, match="cake:1: no such folder"):
        load_pack(knowledge / "cake", knowledge)


def test_two_packs_may_not_share_a_question(knowledge: Path, problems: Problems) -> None:
    shutil.copytree(knowledge / "bread", knowledge / "toast")

    found = problems()

    assert [(file, line) for file, line, message in found if message.startswith("question")] == [
        ("toast/questions/making.yaml", 1)
    ]
    assert [(file, line) for file, line, message in found if message.startswith("pack")] == [
        ("toast/pack.yaml", 1)
    ]


def test_two_packs_may_not_share_a_card(knowledge: Path, problems: Problems) -> None:
    shutil.copytree(knowledge / "bread", knowledge / "toast")

    found = [(file, message) for file, _, message in problems() if message.startswith("card")]

    assert found[0] == ("toast/cards/rising.yaml", "card 'what-raises' is already given in cards/rising.yaml")
    assert any(message.startswith("card alias 'b01'") for _, message in found)


def test_cards_move_no_mark(knowledge: Path, plant: Plant) -> None:
    before = load_pack(knowledge / "bread", knowledge)
    plant("bread/cards/rising.yaml", "It fills the dough with gas.", "It fills the dough with air.")
    after = load_pack(knowledge / "bread", knowledge)

    assert before.cards != after.cards
    assert before.content_hash == after.content_hash
    assert after.card("what-sets") is after.cards[1]
    assert after.card("what-burns") is None


def test_a_pack_may_have_a_calibration(knowledge: Path) -> None:
    (knowledge / "bread" / "calibration.yaml").write_text(
        "{sentence: {bias: -1.5}, presence: {}, development: {},"
        " found_at: 0.8, sure_at: 0.9, possible_at: 0.1, developed_at: 0.5}",
        encoding="utf-8",
    )

    pack = load_pack(knowledge / "bread", knowledge)

    assert pack.calibration is not None
    assert pack.calibration.sentence == {"bias": -1.5}


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_no_change_of_any_line_makes_it_stumble(knowledge: Path, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sorted(knowledge.rglob("*.yaml"))))
    whole = path.read_text(encoding="utf-8")
    lines = whole.splitlines()
    number = data.draw(st.integers(0, len(lines) - 1))
    name, colon, _ = lines[number].partition(":")
    value = data.draw(st.sampled_from(["[]", "{}", "[[1]]", "{a: {b: c}}", "5", "-", "'", "true", "", "? x"]))
    path.write_text(
        "\n".join([*lines[:number], name + colon + " " + value, *lines[number + 1 :]]), encoding="utf-8"
    )

    found = check(knowledge)

    path.write_text(whole, encoding="utf-8")
    assert all(problem.line >= 1 and problem.message for problem in found)


@pytest.fixture(scope="module")
def khrushchev() -> Pack:
    """The pack that comes with Markscheme."""
    folder = assets.knowledge()
    return load_pack(folder / "khrushchev-1953-64", folder)


def test_the_real_pack_is_whole(khrushchev: Pack) -> None:
    assert check(assets.knowledge()) == []
    assert len(khrushchev.factors) == 38
    assert sum(len(factor.points) for factor in khrushchev.factors) == 272
    assert len(khrushchev.misconceptions) == 65
    assert [question.letter for question in khrushchev.questions] == [f"Q{n}" for n in range(1, 11)]


def test_loading_keeps_start_up_short() -> None:
    def seconds() -> float:
        start = time.process_time()
        load_all(assets.knowledge())
        return time.process_time() - start

    # Of the processor, and the best of three, so that a busy machine does not fail it.
    assert min(seconds() for _ in range(3)) < 0.4


def test_every_factor_of_the_real_pack_has_phrasings(khrushchev: Pack) -> None:
    depths = {
        factor.id: [
            positive.depth
            for phrasings in khrushchev.phrasings
            if phrasings.factor == factor.id
            for positive in phrasings.positive
        ]
        for factor in khrushchev.factors
    }

    assert [
        name for name, found in depths.items() if min(map(found.count, ("mentioned", "developed"))) < 10
    ] == []


def test_what_nobody_looked_up_says_so(khrushchev: Pack) -> None:
    reliable = {source.id for source in khrushchev.sources if source.kind != "examiner_knowledge"}
    points = [point for factor in khrushchev.factors for point in factor.points]

    unfounded = [p.id for p in points if p.verified and not {c.source for c in p.sources} & reliable]
    assert unfounded == []
    assert [m.id for m in khrushchev.misconceptions if m.verified and not set(m.authority) & reliable] == []


def test_every_factor_of_the_real_pack_has_a_card(khrushchev: Pack) -> None:
    brought_back = {factor_id for card in khrushchev.cards for factor_id in card.factors}

    assert {factor.id for factor in khrushchev.factors} - brought_back == set()


def test_every_card_of_the_real_pack_is_complete(khrushchev: Pack) -> None:
    assert len(khrushchev.cards) >= 80
    aliases = [alias for card in khrushchev.cards for alias in card.aliases]
    assert sorted(aliases) == [f"sa{number:02}" for number in range(1, 16)]
    unfounded = [card.id for card in khrushchev.cards if not card.sources or not card.factors]
    assert unfounded == []
    bare = [
        card.id for card in khrushchev.cards for point in card.points if not 2 <= len(point.wordings) <= 4
    ]
    assert bare == []

"""Known errors are found in the student's words, and true sentences with the same words are left alone."""

from pathlib import Path
from typing import NamedTuple

import pytest

from markscheme.domain.misconceptions import ErrorPattern, Misconception
from markscheme.domain.packs import Gazetteer
from markscheme.domain.reports import MisconceptionFinding
from markscheme.domain.spellings import Spelling
from markscheme.encoders.static import StaticEncoder
from markscheme.marking.documents import Document, read
from markscheme.marking.misconceptions import MisconceptionFinder
from markscheme.marking.vocabulary import Vocabulary
from markscheme.marking.words import Speller

ROOT = Path(__file__).resolve().parents[2]
PEOPLE = ("Harald", "Edith Swan", "Tostig", "William")


class Reader(NamedTuple):
    """A finder and what it reads with."""

    speller: Speller
    vocabulary: Vocabulary
    finder: MisconceptionFinder

    def document(self, text: str) -> Document:
        """The text as read."""
        return read(text, self.speller, self.vocabulary)

    def find(self, text: str) -> tuple[MisconceptionFinding, ...]:
        """The errors found in the text."""
        return self.finder.find(self.document(text))

    def ids(self, text: str) -> list[str]:
        """The errors' ids."""
        return [finding.misconception_id for finding in self.find(text)]


@pytest.fixture(scope="module")
def encoder() -> StaticEncoder:
    """The encoder that the repository carries."""
    return StaticEncoder.load(ROOT / "knowledge" / "encoders" / "own256-1")


def reader(encoder: StaticEncoder, *patterns: ErrorPattern, hedged: bool = False, others: int = 0) -> Reader:
    """A finder for one error M01 about the year 1066; `others` groups stand before it in the vocabulary."""
    error = Misconception(
        id="M01", claim="It was otherwise.", correction="It was thus.", severity="low",
        patterns=patterns, asserted_when_hedged=hedged,
    )  # fmt: skip
    gazetteer = Gazetteer(people=PEOPLE)
    spellings = (Spelling(canonical="harald", variants=("haralld",)),)
    speller = Speller(spellings, gazetteer, ("harald", "battle"), encoder)
    vocabulary = Vocabulary(speller)
    for number in range(others):
        vocabulary.add(f"other {number}", ("king", "battle", "was"))
    finder = MisconceptionFinder((error,), vocabulary, PEOPLE)
    vocabulary.add("later", ("killed", "river"))
    vocabulary.freeze()
    return Reader(speller, vocabulary, finder)


DROWNED = ErrorPattern(groups=(("drowned",), ("river",)), subject=("harald",))
DATED = ErrorPattern(groups=(("fought", "took place"), ("1941", "1942")), subject=("battle of the ford",))
COMET = ErrorPattern(groups=(("appeared", "seen"), ("1943",)), subject=("comet",))


def ids(encoder: StaticEncoder, pattern: ErrorPattern, text: str) -> list[str]:
    """What a finder of one pattern finds."""
    return reader(encoder, pattern).ids(text)


# Whom it is said of


@pytest.mark.parametrize(
    "text",
    [
        "Harald drowned in the river.",
        "HARALLD DROWNED IN THE RIVER",
        "Harald fled. He drowned in the river.",
        "Harald, who loved the water, fled at dusk and later drowned in the cold river.",
        "In the end he drowned in the river.",
        "Drowned in the river.",
        "Tostig died. Harald fled and he drowned in the river.",
    ],
)
def test_an_error_is_found_by_name_pronoun_or_silence(encoder: StaticEncoder, text: str) -> None:
    assert ids(encoder, DROWNED, text) == ["M01"]


@pytest.mark.parametrize(
    "text",
    [
        "Tostig drowned in the river.",
        "Harald said that Tostig drowned in the river.",
        "Tostig fled. He drowned in the river.",
        "Harald's brother Tostig drowned in the river.",
        "Harald's men drowned in the river, as Edith Swan wrote.",
        "Many drowned. There was a river.",
    ],
)
def test_the_nearest_other_person_cancels(encoder: StaticEncoder, text: str) -> None:
    assert ids(encoder, DROWNED, text) == []


def test_without_a_subject_anyone_counts(encoder: StaticEncoder) -> None:
    """The planted fault: what the subject alone keeps out."""
    loose = DROWNED.model_copy(update={"subject": ()})
    assert ids(encoder, loose, "Tostig drowned in the river.") == ["M01"]


def test_a_thing_may_be_meant_by_it(encoder: StaticEncoder) -> None:
    assert ids(encoder, DATED, "The battle of the ford was bloody. It took place in 1941.") == ["M01"]
    assert ids(encoder, DATED, "The king was crowned. It took place in 1941.") == []


# Dates


def test_a_date_belongs_to_the_nearest_event(encoder: StaticEncoder) -> None:
    both = reader(encoder, DATED, COMET)
    assert both.ids("The battle of the ford was fought in 1941.") == ["M01"]
    assert both.ids("After the battle of the ford a comet was seen in 1943.") == ["M01"]
    alone = reader(encoder, DATED, ErrorPattern(groups=(("1999",),), subject=("comet",)))
    assert alone.ids("The battle of the ford was fought soon after the comet of 1941.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The battle of the ford was fought in 1940, not in 1941.",
        "The battle of the ford was not fought in 1941 but in 1940.",
        "In 1941 he was crowned and in 1944 the battle of the ford was fought.",
        "The battle of the ford was fought in 1940 and he was crowned in 1941.",
    ],
)
def test_the_nearest_date_decides(encoder: StaticEncoder, text: str) -> None:
    assert ids(encoder, DATED, text) == []


def test_a_year_and_a_pronoun_are_too_little(encoder: StaticEncoder) -> None:
    bare = ErrorPattern(groups=(("1941",),), subject=("battle of the ford",))
    assert ids(encoder, bare, "The battle of the ford (1941) was bloody.") == ["M01"]
    assert ids(encoder, bare, "The battle of the ford was bloody. By 1941 it was forgotten.") == []


# What is claimed


@pytest.mark.parametrize(
    "text",
    [
        "Harald never drowned in the river.",
        "Harald didn't drown; nobody drowned in the river with Harald.",
        "Was it in the river that Harald drowned?",
        "It is said that Harald drowned in the river.",
        "Some historians argue that Harald drowned in the river.",
        "According to the monks Harald drowned in the river.",
        "That Harald drowned in the river is a myth.",
        "There is no evidence that Harald drowned in the river.",
        "Harald fought on rather than be drowned in the river.",
        "If Harald had drowned in the river, all would have been lost.",
        "They feared that Harald had drowned in the river.",
    ],
)
def test_what_is_denied_asked_or_handed_on_is_no_error(encoder: StaticEncoder, text: str) -> None:
    assert ids(encoder, DROWNED, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Harald not only lost but drowned in the river.",
        "It was not until noon that Harald drowned in the river.",
        "Harald could not swim, so he drowned in the river.",
        "There is no doubt that Harald drowned in the river.",
        "Harald had no horse left and in the end he drowned in the river.",
    ],
)
def test_a_negation_of_something_else_is_not_a_denial(encoder: StaticEncoder, text: str) -> None:
    assert ids(encoder, DROWNED, text) == ["M01"]


def test_an_error_may_count_even_when_handed_on(encoder: StaticEncoder) -> None:
    text = "It is said that Harald drowned in the river."
    assert reader(encoder, DROWNED, hedged=True).ids(text) == ["M01"]
    assert reader(encoder, DROWNED, hedged=True).ids("Harald never drowned in the river.") == []


def test_exceptions_hold_near_by_and_around(encoder: StaticEncoder) -> None:
    spared = DROWNED.model_copy(update={"unless": ("nearly",)})
    assert ids(encoder, spared, "Harald nearly drowned in the river.") == []
    far = "Harald drowned in the river " + "and the king wept " * 4 + "and nearly fell."
    assert ids(encoder, spared, far) == ["M01"]
    around = DROWNED.model_copy(update={"unless_near": ("legend",)})
    assert ids(encoder, around, "Harald drowned in the river. This is only a legend.") == []
    assert ids(encoder, around, "Harald drowned in the river. So it was. This is only a legend.") == ["M01"]


def test_order_and_window(encoder: StaticEncoder) -> None:
    ordered = ErrorPattern(groups=(("harald",), ("slew",), ("tostig",)), in_order=True)
    assert ids(encoder, ordered, "Harald slew Tostig.") == ["M01"]
    assert ids(encoder, ordered, "Tostig slew Harald.") == []
    narrow = ErrorPattern(groups=(("drowned",), ("river",)), window=4)
    assert ids(encoder, narrow, "Men drowned in the river.") == ["M01"]
    assert ids(encoder, narrow, "Men drowned when they came to the wide river.") == []


# The finding


def test_the_finding_quotes_the_clause_once(encoder: StaticEncoder) -> None:
    text = (
        "Harald lost the battle, because he drowned in the river. And so Harald drowned in that cold river."
    )
    (finding,) = reader(encoder, DROWNED).find(text)
    assert finding.quote == "because he drowned in the river." == text[finding.start : finding.end]
    assert (finding.correction, finding.severity) == ("It was thus.", "low")


def test_a_clause_that_runs_on_is_cut_to_the_words(encoder: StaticEncoder) -> None:
    text = (
        "The old king said " + "that it was so and " * 9 + "Harald drowned in the river " + "and so on " * 9
    )
    (finding,) = reader(encoder, DROWNED).find(text)
    assert finding.quote == "Harald drowned in the river"


def test_the_vocabulary_may_hold_other_groups(encoder: StaticEncoder) -> None:
    text = "The king was there. Harald drowned in the river after the battle."
    assert reader(encoder, DROWNED, others=5).find(text) == reader(encoder, DROWNED).find(text)


def test_no_patterns_and_no_text(encoder: StaticEncoder) -> None:
    assert reader(encoder).find("Harald drowned in the river.") == ()
    assert reader(encoder, DROWNED).find("") == ()
    assert reader(encoder, DROWNED).find(" \u200b\n\n") == ()


# Bound to its own clause


def test_a_date_that_only_names_another_thing_is_not_the_events(encoder: StaticEncoder) -> None:
    named = reader(encoder, COMET, DATED)
    assert named.ids("After the 1943 battle of the ford the comet was seen.") == []
    assert named.ids("The comet was seen in 1943.") == ["M01"]


def test_an_and_gives_the_date_to_what_follows_it(encoder: StaticEncoder) -> None:
    assert ids(encoder, COMET, "The comet appeared and the king died in 1943.") == []
    assert ids(encoder, COMET, "The comet appeared in 1943 and the king died.") == ["M01"]


def test_what_is_so_only_in_part_is_no_error(encoder: StaticEncoder) -> None:
    assert ids(encoder, DROWNED, "Harald almost drowned in the river.") == []


def test_the_words_of_the_error_are_not_its_subject(encoder: StaticEncoder) -> None:
    spoke = ErrorPattern(groups=(("nobody spoke",),), subject=("hall", "spoke"))
    assert ids(encoder, spoke, "Nobody spoke in his defence.") == []
    assert ids(encoder, spoke, "In the hall nobody spoke.") == ["M01"]


def test_a_date_among_the_exceptions_holds_throughout_the_clause(encoder: StaticEncoder) -> None:
    dated = DROWNED.model_copy(update={"unless": ("1066",)})
    far = (
        "In 1066 when the long and weary winter was over at last for all of them Harald drowned in the river."
    )
    assert ids(encoder, dated, far) == []

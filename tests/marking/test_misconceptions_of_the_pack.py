"""The pack's known errors, measured on sentences written for it: half to tune on, half only to count."""

import json
import time
from collections.abc import Callable, Iterator
from hashlib import sha1
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from markscheme.domain.packs import Pack
from markscheme.domain.reports import MisconceptionFinding
from markscheme.encoders.static import StaticEncoder
from markscheme.marking.claims import Claims
from markscheme.marking.documents import read
from markscheme.marking.misconceptions import MisconceptionFinder
from markscheme.marking.vocabulary import Vocabulary
from markscheme.marking.words import Speller
from markscheme.packs.loader import load_pack

ROOT = Path(__file__).resolve().parents[2]
KNOWLEDGE = ROOT / "knowledge"
SENTENCES = json.loads((ROOT / "tests/fixtures/misconception_sentences.json").read_text(encoding="utf-8"))


class Reader:
    """The finder of a pack and what it reads with."""

    def __init__(self, pack: Pack, encoder: StaticEncoder) -> None:
        manifest = pack.manifest
        self.speller = Speller(manifest.spellings, manifest.gazetteer, manifest.subject_words, encoder)
        self.vocabulary = Vocabulary(self.speller)
        self.finder = MisconceptionFinder(pack.misconceptions, self.vocabulary, manifest.gazetteer.people)
        self.vocabulary.freeze()

    def find(self, text: str) -> tuple[MisconceptionFinding, ...]:
        """The errors found in the text."""
        return self.finder.find(read(text, self.speller, self.vocabulary))

    def ids(self, text: str) -> list[str]:
        """The errors' ids."""
        return [finding.misconception_id for finding in self.find(text)]


@pytest.fixture(scope="module")
def pack() -> Pack:
    """The pack that the repository carries."""
    return load_pack(KNOWLEDGE / "khrushchev-1953-64", KNOWLEDGE)


@pytest.fixture(scope="module")
def khrushchev(pack: Pack) -> Reader:
    """The finder of that pack."""
    return Reader(pack, StaticEncoder.load(KNOWLEDGE / "encoders" / "own256-1"))


def half(text: str) -> str:
    """Sentences were tuned on by the parity of their hash; the other half was only counted."""
    return "held" if int(sha1(text.encode()).hexdigest(), 16) % 2 else "tuned"


class Score(NamedTuple):
    """Counts over the sentences of the fixture."""

    right: int
    false: int
    wrong_sentences: int

    @property
    def precision(self) -> float:
        """Of the errors named, the share that are there."""
        return self.right / max(1, self.right + self.false)

    @property
    def recall(self) -> float:
        """Of the errors there, the share that are named."""
        return self.right / max(1, self.wrong_sentences)


def scored(reader: Reader, which: str) -> Score:
    """How the finder does on one half of the sentences."""
    right = false = wrong = 0
    for sentence in SENTENCES:
        if half(sentence["text"]) != which:
            continue
        found = reader.ids(sentence["text"])
        expected = [sentence["id"]] if sentence["kind"] == "wrong" else []
        wrong += len(expected)
        right += len([each for each in found if each in expected])
        false += len([each for each in found if each not in expected])
    return Score(right, false, wrong)


@pytest.mark.parametrize("which", ["tuned", "held"])
def test_errors_are_told_from_true_sentences(
    khrushchev: Reader, which: str, record_property: Callable[[str, object], None]
) -> None:
    score = scored(khrushchev, which)
    record_property("score", f"{which}: precision {score.precision:.3f}, recall {score.recall:.3f}, {score}")
    print(f"{which}: precision {score.precision:.3f}, recall {score.recall:.3f}, {score}")
    assert score.precision >= 0.9
    assert score.recall >= 0.7


@pytest.mark.parametrize("deaf", ["negates", "hedges"])
def test_the_measure_sees_a_deaf_finder(
    khrushchev: Reader, monkeypatch: pytest.MonkeyPatch, deaf: str
) -> None:
    """The planted fault: a finder that does not hear "not" or "it is said" loses its precision."""
    heard = scored(khrushchev, "held").precision
    monkeypatch.setattr(Claims, deaf, lambda *_: False)
    assert scored(khrushchev, "held").precision < min(0.9, heard)


def test_every_error_has_its_sentences(pack: Pack) -> None:
    for error in pack.misconceptions:
        mine = [sentence["kind"] for sentence in SENTENCES if sentence["id"] == error.id]
        assert mine.count("wrong") == (0 if error.id == "M04" else 3), error.id
        assert len(mine) - mine.count("wrong") >= 3, error.id


def test_nearly_every_error_can_be_found(pack: Pack) -> None:
    silent = [error.id for error in pack.misconceptions if not error.patterns]
    assert silent == ["M04"], "sources differ on the length of the Speech, so nothing said of it is an error"


def test_every_pattern_can_be_met(pack: Pack, khrushchev: Reader) -> None:
    """A group whose words all read as nothing, or whose phrases are longer than the window, finds nothing."""
    for error in pack.misconceptions:
        for pattern in error.patterns:
            for group in pattern.groups:
                words = [khrushchev.speller.words(term) for term in group]
                assert group, error.id
                assert all(words), (error.id, group)
                assert min(map(len, words)) <= pattern.window, (error.id, group)


def test_the_pack_s_true_sentences_are_left_alone(pack: Pack, khrushchev: Reader) -> None:
    """Corrections, evidence and phrasings use the words of the errors; at most one in five hundred may slip.

    Quoted phrasings are left out: they come from answers and may be wrong.
    """
    texts = [error.correction for error in pack.misconceptions]
    texts += [point.text for factor in pack.factors for point in factor.points]
    phrasings = [each for bank in pack.phrasings for each in (*bank.positive, *bank.rejected)]
    texts += [each.text for each in phrasings if each.voice != "quoted"]
    flagged = [(text, found) for text in texts if (found := khrushchev.ids(text))]
    assert len(texts) > 500
    assert len(flagged) <= len(texts) / 500, flagged


@pytest.mark.parametrize(
    "text",
    [
        "The Speech lasted six hours and had 26,000 words.",
        "He spoke for four hours on the night of 24 February 1956 to 1,436 delegates.",
        "There were 107 sovnarkhozy in 1957 and 47 from 1962.",
        "The amnesty of March 1953 freed about 1.3 million people.",
        "He became First Secretary on 7 September 1953 and fell on 15 October 1964.",
        "Up to 80 people may have died at Novocherkassk, and 7,500 churches were left.",
    ],
)
def test_figures_on_which_sources_differ_are_never_flagged(khrushchev: Reader, text: str) -> None:
    assert khrushchev.ids(text) == []


def test_an_essay_costs_little(khrushchev: Reader) -> None:
    """Well under a millisecond on a quiet machine; the bound allows for a busy one."""
    wrong = [sentence["text"] for sentence in SENTENCES]
    document = read(" ".join(wrong)[:5000], khrushchev.speller, khrushchev.vocabulary)
    assert len(document.words) > 700

    def cost() -> float:
        start = time.perf_counter()
        khrushchev.finder.find(document)
        return time.perf_counter() - start

    assert min(cost() for _ in range(30)) < 0.01


# Any text

TRICKY = st.sampled_from(
    [
        "\u200b",
        "\u200d",
        "\ufeff",
        "“",
        "”",
        "’",
        "—",
        "🚀",
        "👩‍🔬",
        "é",
        "\u0301",
        "<b>",
        "</b>",
        "\n",
        "\t",
        "а",
        "ﬁ",
        " ",
        "\u00a0",
    ]
)


@st.composite
def disturbed(draw: st.DrawFn) -> str:
    """Wrong sentences with odd characters strewn into them."""
    chosen = draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4))
    text = " ".join(sentence["text"] for sentence in chosen)
    for place, char in draw(st.lists(st.tuples(st.integers(0, len(text)), TRICKY), max_size=12)):
        text = text[:place] + char + text[place:]
    return text


def slices(reader: Reader, text: str) -> Iterator[bool]:
    """Whether each finding is a literal slice of the text."""
    findings = reader.find(text)
    yield len({finding.misconception_id for finding in findings}) == len(findings)
    for finding in findings:
        yield 0 <= finding.start < finding.end <= len(text)
        yield finding.quote == text[finding.start : finding.end]


@settings(max_examples=150, deadline=None)
@given(text=disturbed() | st.text(max_size=400))
def test_every_quote_is_a_slice_of_the_answer(khrushchev: Reader, text: str) -> None:
    assert all(slices(khrushchev, text))


def test_odd_characters_do_not_hide_an_error(khrushchev: Reader) -> None:
    text = "🚀 “Khru\u200bshchev abol\u200dished the death penalty” — that’s fine."
    (finding,) = khrushchev.find(text)
    assert finding.misconception_id == "M62"
    assert finding.quote == text[finding.start : finding.end]
    assert "abol\u200dished" in finding.quote


def test_the_same_text_gives_the_same_findings(khrushchev: Reader) -> None:
    text = " ".join(sentence["text"] for sentence in SENTENCES[:60])
    assert khrushchev.find(text) == khrushchev.find(text)

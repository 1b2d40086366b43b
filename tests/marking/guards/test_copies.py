"""Passages of works earn nothing and are shown; a quotation of up to a sentence is let be."""

from collections.abc import Callable

import pytest

from markscheme.domain.packs import Pack, SourcePrints
from markscheme.domain.reports import MarkReport
from markscheme.encoders.static import StaticEncoder
from markscheme.marking.engine import mark
from markscheme.marking.fingerprints import fingerprints, packed
from markscheme.marking.rubric import Rubric
from markscheme.marking.words import tokenise

# A work of our own: the real sources are known by their fingerprints alone.
FIRST = "When the generals saw that forty divisions would be sent home without pay they spoke of him with contempt."
SECOND = (
    "The price of butter rose in June 1962 and in Novocherkassk soldiers fired on the workers who protested."
)
THIRD = (
    "Nobody in the hall of the Central Committee rose to defend a man who had halved every secretary's power."
)
OWN = (
    "Khrushchev fell because he had lost the Party. In 1962 he had divided it into two branches, so that regional "
    "secretaries gave up half of what they ruled. The failed harvest of 1963 made matters worse, since grain had to be "
    "bought from Canada. Cuba was less important, because he stayed in power for two more years after it. Therefore the "
    "reform of the Party was the main reason why he was removed."
)
Marking = Callable[[str], MarkReport]


@pytest.fixture(scope="module")
def marked(khrushchev: Pack, encoder: StaticEncoder) -> Marking:
    prints = packed(fingerprints(tokenise(" ".join((FIRST, SECOND, THIRD)))))
    works = (SourcePrints(source="s0", prints=prints),)
    pack = Pack.model_construct(**(dict(khrushchev) | {"fingerprints": works}))
    return lambda text: mark(Rubric.of(pack, "removal-cuba"), text, encoder)


def copied(report: MarkReport, text: str) -> list[str]:
    return [text[f.start : f.end] for f in report.flags if f.kind == "copied_source"]


def test_two_copied_sentences_are_one_passage_and_earn_nothing(marked: Marking) -> None:
    text = f"{OWN}\n\n{FIRST} {SECOND}"
    report = marked(text)
    assert copied(report, text) == [f"{FIRST} {SECOND}"]
    assert report.factors == marked(OWN).factors
    assert report.mark == marked(OWN).mark


@pytest.mark.parametrize("form", ["{}", "“{}”", 'As one writer says: "{}"'])
def test_one_copied_sentence_is_a_quotation(marked: Marking, form: str) -> None:
    text = f"{OWN} {form.format(SECOND)} So the people had turned from him too."
    report = marked(text)
    assert copied(report, text) == []
    assert any(SECOND in e.quote or e.quote in SECOND for f in report.factors for e in f.evidence)


def test_sentences_apart_are_quotations_only_in_quotation_marks_and_as_the_lesser_part(
    marked: Marking,
) -> None:
    apart = f"{OWN} {{0}} That is what they feared. {OWN.replace('1962', 'November 1962')} {{1}} So he went."
    bare, marks = apart.format(FIRST, THIRD), apart.format(f"“{FIRST}”", f"“{THIRD}”")
    assert copied(marked(bare), bare) == [FIRST, THIRD]
    assert copied(marked(marks), marks) == []
    most = f"“{FIRST}” He fell. “{SECOND}” He went. “{THIRD}” It was over."
    shown = " ".join(copied(marked(most), most))
    assert all(sentence in shown for sentence in (FIRST, SECOND, THIRD))
    assert marked(most).mark == 0


def test_nothing_but_a_copy_earns_nothing(marked: Marking) -> None:
    report = marked(f"{FIRST} {SECOND} {THIRD}")
    assert report.mark == 0
    assert all(f.credit == 0 for f in report.factors)


def test_an_example_copies_itself_only_once_it_is_published(khrushchev: Pack, encoder: StaticEncoder) -> None:
    example = next(e for e in khrushchev.examples if e.standard == "strong")
    rubric = Rubric.of(khrushchev, example.question)
    for published, marks in ((True, 0), (False, 12)):
        report = mark(rubric, example.text, encoder, published=published)
        assert ("copied_source" in {f.kind for f in report.flags}) is published
        assert report.mark is not None
        assert (report.mark == 0) if published else (report.mark >= marks)

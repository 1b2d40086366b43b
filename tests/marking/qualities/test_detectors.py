"""Each quality rises with what it names, and shows the sentence that earned it."""

from collections.abc import Callable

import pytest

from markscheme.domain.reports import MarkReport, QualityFinding
from markscheme.marking.qualities.detectors import DETECTORS, judgement

Mark = Callable[..., MarkReport]
SPLIT = "In 1962 Khrushchev split the Party into industrial and agricultural halves."
FARM = "By 1963 the Virgin Lands had failed and grain was bought from Canada."
CUBA = "In October 1962 he put missiles in Cuba and then took them out again."
BACKLASH = "The attack on Stalin in 1956 offended the old guard of the Party."
STORY = "Then he went to bed. Next he got up. In 1959 he went to America. Later he came back."

MORE: dict[str, tuple[str, str]] = {
    "q_focus": (
        STORY,
        f"{SPLIT} It was largely responsible for his fall from power, because officials turned on him.",
    ),
    "q_thesis": (
        f"{STORY}\n\n{SPLIT}",
        f"The main reason was that the split of the Party in 1962 robbed officials of power.\n\n{FARM}",
    ),
    "q_sustain": (
        f"{SPLIT}\n\n{FARM}\n\n{CUBA}",
        f"{SPLIT}\n\n{FARM} However, this mattered less than the split of the Party.\n\n"
        f"{CUBA} This retreat over Cuba was only a catalyst.",
    ),
    "q_balance": (
        SPLIT,
        f"{SPLIT} {FARM} This was a disgrace, since he had claimed to be the expert. {CUBA}",
    ),
    "q_explain": (
        f"{SPLIT} {FARM}",
        f"{SPLIT[:-1]}, which angered secretaries because they lost power. {FARM}",
    ),
    "q_link": (
        f"{SPLIT} {FARM}",
        "The failed harvest of 1963 led to the split of the Party being blamed, because secretaries lost power by it.",
    ),
    "q_weigh": (
        f"{SPLIT} {FARM}",
        "The split of the Party in 1962 took power from officials, whereas the failed harvest only cost him respect.",
    ),
    "q_evidence": ("He split the Party in two and officials lost power.", f"{SPLIT} {FARM} {CUBA}"),
    "q_criteria": (
        SPLIT,
        f"{SPLIT} In the long term this split of the Party was the underlying cause, since secretaries lost power.",
    ),
    "q_judge": (
        f"{SPLIT}\n\n{FARM}",
        f"{SPLIT[:-1]}, which angered the secretaries because it halved their power.\n\n{FARM[:-1]}, which was a "
        f"disgrace because he had claimed to be the expert.\n\n{CUBA[:-1]}, which cost him respect in the army.\n\n"
        "Overall the split of the Party mattered more than the failed harvest, because it gave the Central Committee "
        "a reason to vote against him.",
    ),
    "q_struct": (SPLIT, f"{SPLIT}\n\n{FARM}\n\n{CUBA}\n\nOverall the Party mattered most."),
    "q_terms": (
        SPLIT,
        f"Destalinisation can be defined as moving away from one-man rule and terror. {SPLIT}",
    ),
    "q_chron": (STORY, f"{SPLIT[:-1]}, because he wanted to control officials. However, they resented it."),
    "q_hist": (SPLIT, f"{SPLIT} Historians such as Tompson argue that this mattered more than Cuba."),
    "q_accuracy": (
        "Khrushchev gave the Secret Speech at the 22nd Party Congress in 1961.",
        "Khrushchev gave the Secret Speech at the 20th Party Congress in 1956.",
    ),
}


def quality(report: MarkReport, quality_id: str) -> QualityFinding:
    return next(q for q in report.qualities if q.quality_id == quality_id)


@pytest.mark.parametrize("quality_id", MORE)
def test_the_better_text_scores_higher(marking: Mark, quality_id: str) -> None:
    worse, better = (quality(marking(text), quality_id).score for text in MORE[quality_id])
    assert worse < better, quality_id


@pytest.mark.parametrize("quality_id", ["q_thesis", "q_explain", "q_evidence", "q_judge", "q_criteria"])
def test_what_earned_it_is_quoted(marking: Mark, quality_id: str) -> None:
    text = MORE[quality_id][1]
    found = quality(marking(text), quality_id)
    assert found.evidence
    assert all(text[q.start : q.end] == q.quote for q in found.evidence)


def test_every_detector_has_a_case_and_the_weights_make_one() -> None:
    assert set(MORE) == {d.quality_id for d in DETECTORS}
    assert sum(d.weight for d in DETECTORS) == pytest.approx(1.0)
    assert judgement({d.quality_id: 1.0 for d in DETECTORS}) == pytest.approx(1.0)


def test_an_empty_answer_has_no_quality(marking: Mark) -> None:
    assert all(q.score == 0 for q in marking("").qualities)


def test_naming_no_historian_costs_nothing(marking: Mark) -> None:
    assert next(d for d in DETECTORS if d.quality_id == "q_hist").weight == 0

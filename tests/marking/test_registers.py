"""The same said plainly, as one speaks, in an English still being learnt, or misspelt, is the same to the marker."""

from collections.abc import Callable
from typing import NamedTuple

import pytest

from markscheme.domain.reports import MarkReport

Mark = Callable[..., MarkReport]


class Twin(NamedTuple):
    """One thing said in several registers, the plain one first, and the factor that each makes."""

    factor: str
    said: tuple[str, ...]
    question: str = "removal-cuba"


FACTORS = (
    Twin("agriculture_failure", (
        "The Virgin Lands failed in 1963, so that grain had to be bought from Canada.",
        "The Virgin Lands were a total flop by 1963 and they ended up buying grain off Canada.",
        "In 1963 the Virgin Lands has failed and it was necessary to buy the grain in Canada.",
        "The Virgen Lands faild in 1963 becos of the soil, so grane had to be bort from Canader.",
    )),
    Twin("cuban_missile_crisis", (
        "Khrushchev was humiliated when he withdrew the missiles from Cuba in 1962.",
        "Cuba made him look stupid cos he had to take the missiles out again in 1962.",
        "In 1962 he must take away the missiles from Cuba and this was for him a humiliation.",
        "Kruschev was humilated wen he withdrew the misiles from Cuber in 1962.",
    )),
    Twin("sino_soviet_split", (
        "The quarrel with Mao split the communist world, and Soviet experts left China in 1960.",
        "He fell out with Mao big time and pulled all his experts out of China in 1960.",
        "The relations with China became bad, and in 1960 the Soviet specialists went away from China.",
        "He quareled with Moa and the sovyet experts left Chiner in 1960, wich split the comunist world.",
    )),
    Twin("party_reform_threat", (
        "Splitting the Party in 1962 took power from the regional secretaries, who resented it.",
        "When he split the Party in 1962 the regional secretaries lost loads of power and got fed up with him.",
        "With the division of Party in 1962 the regional secretaries have lost the half of power and were angry.",
        "Spliting the Party in 1962 took power from the regonal secretarys who resentid it.",
    )),
    Twin("leadership_style", (
        "He ignored his colleagues, insulted them and took impulsive decisions alone.",
        "He never listened to the others, slagged them off and made daft decisions on his own.",
        "He was not asking his colleagues, he was insulting them and decided alone and impulsive.",
        "He ignord his coleagues, insultid them and took impulsiv desisions on his own.",
    )),
    Twin("popular_discontent", (
        "In 1962 meat prices rose and workers at Novocherkassk who protested were shot.",
        "Meat got way dearer in 1962 and they shot workers at Novocherkassk for kicking off about it.",
        "In 1962 the prices of meat were increased, and the workers in Novocherkassk which protested were shot.",
        "Meat prises rose in 1962 and workers at Novocherkask who protestid were shot.",
    )),
    Twin("economic_failure", (
        "Growth slowed, the Seven-Year Plan missed its targets and the shops were empty.",
        "Growth slowed right down, the Seven-Year Plan missed all its targets and the shops had nothing in them.",
        "The growth became slower, Seven-Year Plan has not reached the targets and in shops was nothing.",
        "Growth slowd, the Seven-Year Plan mised its targits and the shops were emty.",
    )),
)  # fmt: skip


@pytest.mark.parametrize("twin", FACTORS, ids=[twin.factor for twin in FACTORS])
def test_a_factor_is_found_in_every_register(marking: Mark, twin: Twin) -> None:
    found = []
    for text in twin.said:
        report = marking(text, twin.question)
        found.append(next((f.credit for f in report.factors if f.factor_id == twin.factor), 0.0))
    assert [text for text, credit in zip(twin.said, found, strict=True) if not credit] == []


SPLIT = (
    "In November 1962 Khrushchev split the Party in two and the regional secretaries lost half of their power"
)
FARM = "By 1963 the Virgin Lands had failed and grain was bought from Canada"
# The quality, then the same said in several registers; {} is where the sentences stand.
QUALITIES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("q_explain", (
        f"{SPLIT}, therefore they turned against him. {FARM}.",
        f"{SPLIT}, thats why they turned on him. {FARM}.",
        f"{SPLIT}, for this reason they were against him. {FARM}.",
        f"{SPLIT}, becos they hated it. {FARM}.",
    )),
    ("q_thesis", (
        f"The split of the Party in 1962 was the decisive reason, since the secretaries lost power.\n\n{FARM}.",
        f"What did for him was the split of the Party in 1962, cos the secretaries lost power.\n\n{FARM}.",
        f"The split of the Party in 1962 was principal reason, because secretaries lost the power.\n\n{FARM}.",
        f"The split of the Party in 1962 was the mane reson, the bigest one, becuase the secretarys lost power.\n\n{FARM}.",
    )),
    ("q_criteria", (
        f"{SPLIT}. Without the split of the Party the secretaries would not have voted against him.",
        f"{SPLIT}. If he hadn't split the Party the secretaries would still have been on his side.",
        f"{SPLIT}. If he had not divided the Party, the secretaries would never have voted against him.",
        f"{SPLIT}. If he hadnt split the Party the secretarys wouldnt of voted agianst him.",
    )),
    ("q_weigh", (
        "The split of the Party in 1962 took power from officials, whereas the failed harvest only cost him respect.",
        "The split of the Party in 1962 took power off officials, mind you, the failed harvest cost him respect too.",
        "The split of the Party in 1962 took power from officials, from the other side the failed harvest cost respect.",
        "The split of the Party in 1962 took power from oficials, wheras the faild harvest only cost him respect.",
    )),
    ("q_sustain", (
        f"{SPLIT}.\n\n{FARM}. However, the failed harvest mattered less than the split of the Party.",
        f"{SPLIT}.\n\n{FARM}. Mind you, the failed harvest did less damage, it was the Party split that finished him.",
        f"{SPLIT}.\n\n{FARM}. But the failed harvest had not so much weight, more weight had the split of the Party.",
        f"{SPLIT}.\n\n{FARM}. Howver the faild harvest was less importent than the split of the Party.",
    )),
    ("q_judge", (
        f"{SPLIT}.\n\n{FARM}.\n\nUltimately the split of the Party mattered most, because it gave a reason to vote.",
        f"{SPLIT}.\n\n{FARM}.\n\nIt all comes down to the split of the Party, cos it gave the secretaries a reason to vote.",
        f"{SPLIT}.\n\n{FARM}.\n\nFor conclusion, the split of the Party had the most weight, it gave a reason to vote.",
        f"{SPLIT}.\n\n{FARM}.\n\nUltimatly the split of the Party was the bigest reson, it gave secretarys a reson to vote.",
    )),
)  # fmt: skip


@pytest.mark.parametrize(("quality", "said"), QUALITIES, ids=[name for name, _ in QUALITIES])
def test_a_quality_is_seen_in_every_register(marking: Mark, quality: str, said: tuple[str, ...]) -> None:
    scores = [next(q.score for q in marking(text).qualities if q.quality_id == quality) for text in said]
    assert min(scores) >= 0.7 * scores[0] > 0, scores


@pytest.mark.parametrize(("quality", "said"), QUALITIES, ids=[name for name, _ in QUALITIES])
def test_bare_facts_show_no_such_quality(marking: Mark, quality: str, said: tuple[str, ...]) -> None:
    """What could pass above without being seen: the facts alone, in as many paragraphs."""
    bare = marking(f"{SPLIT}.\n\n{FARM}.\n\n{FARM.replace('1963', '1964')}.")
    plain = marking(said[0])
    scores = [next(q.score for q in report.qualities if q.quality_id == quality) for report in (bare, plain)]
    assert scores[0] < scores[1]

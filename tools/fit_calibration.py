"""Fits a pack's calibration.yaml: how signals add up to a probability, and where the thresholds lie.

    python tools/fit_calibration.py PACK_FOLDER --gold FOLDER [--answers FOLDER…]

Learns from the tuning half of the gold folder (even sha1 of the answer's id), from further labelled answers,
and from the phrase banks (each sentence scored by a pack that does not hold it). Never run at install.
"""

import argparse
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray

from markscheme.bench.accuracy import question_ids
from markscheme.bench.gold import GoldAnswer, load
from markscheme.domain.packs import Calibration, Pack
from markscheme.encoders.static import StaticEncoder
from markscheme.marking.compiled import CompiledPack
from markscheme.marking.coverage import FEATURES, asked_for, credited_clauses, features
from markscheme.marking.documents import Document, read
from markscheme.marking.matching import logistic, match
from markscheme.marking.rubric import Rubric
from markscheme.marking.signals import NAMES, Signals
from markscheme.packs.loader import load_pack
from quote_answers import covers, plain

PRESENCE = ("best", "second", "total", "rules", "rule_sum", "head", "cues", "asked")
DEVELOPMENT = ("best", "second", "rule_sum", "words", "clause_words")
FOLDS = 5
RIDGE = 3.0
BANK = "b"
UNFITTED = Calibration(
    sentence={}, presence={}, development={}, found_at=0.5, sure_at=0.5, possible_at=0.2, developed_at=0.5
)

Array = NDArray[np.float64]


@dataclass
class Labelled:
    """One labelled answer as signals: `makes` is sentences x factors (1 makes, 0 not, -1 unknown), `coverage` 0..2."""

    document: Document
    signals: Signals
    makes: NDArray[np.int8]
    coverage: NDArray[np.int8]
    asked: Array


def fit(x: Array, y: Array, free: Iterable[int] = ()) -> Array:
    """Ridge logistic regression by Newton's method; coefficients not in `free` are kept at 0 or above.

    Gives coefficients on the raw features, the intercept last.
    """
    mean, scale = x.mean(axis=0), x.std(axis=0) + 1e-9
    z = np.column_stack([(x - mean) / scale, np.ones(len(x))])
    active = list(range(z.shape[1]))
    allowed = {*free, z.shape[1] - 1}
    while True:
        w = _newton(z[:, active], y)
        bad = [a for a, value in zip(active, w, strict=True) if value < 0 and a not in allowed]
        if not bad:
            break
        active = [a for a in active if a not in bad]
    full = np.zeros(z.shape[1])
    full[active] = w
    raw = full[:-1] / scale
    return np.append(raw, full[-1] - raw @ mean)


def _newton(z: Array, y: Array) -> Array:
    w = np.zeros(z.shape[1])
    penalty = np.full(z.shape[1], RIDGE)
    penalty[-1] = 1e-6
    for _ in range(40):
        p = 1 / (1 + np.exp(-np.clip(z @ w, -30, 30)))
        gradient = z.T @ (p - y) + penalty * w
        step = np.linalg.solve((z * (p * (1 - p))[:, None]).T @ z + np.diag(penalty), gradient)
        w -= step
        if np.abs(step).max() < 1e-7:
            break
    return w


def named(names: Iterable[str], w: Array) -> dict[str, float]:
    """Coefficients by name, rounded to what the data can tell."""
    return {
        name: round(float(v), 4) for name, v in zip([*names, "intercept"], w, strict=True) if abs(v) > 5e-5
    }


def tuning(gold: Path) -> list[GoldAnswer]:
    """The tuning half of the gold folder."""
    return [answer for answer in load(gold).answers if answer.half == "A"]


def further(folders: Iterable[Path]) -> list[GoldAnswer]:
    """All answers of these folders."""
    return [answer for folder in folders for answer in load(folder).answers]


def unseen(pack: Pack, encoder: StaticEncoder, rows: list[GoldAnswer]) -> list[Labelled]:
    """Every answer as signals, read by a pack that holds none of its own sentences."""
    labelled: dict[int, Labelled] = {}
    for fold in range(FOLDS):
        mine = [n for n in range(len(rows)) if n % FOLDS == fold]
        texts = [plain(rows[n].text) for n in mine]
        banks = tuple(
            bank.model_copy(update={"positive": tuple(
                p for p in bank.positive if p.voice != "quoted" or not any(p.text in text for text in texts)
            )}) for bank in pack.phrasings
        )  # fmt: skip
        compiled = CompiledPack(pack.model_copy(update={"phrasings": banks}), encoder)
        labelled.update({n: label(compiled, rows[n]) for n in mine})
    return [labelled[n] for n in range(len(rows))]


def label(compiled: CompiledPack, answer: GoldAnswer) -> Labelled:
    """Signals and labels of one answer."""
    rubric = Rubric.of(compiled.pack, question_ids(compiled.pack)[answer.question])
    text = answer.text
    document = read(text, compiled.speller, compiled.vocabulary)
    number = {factor.id: i for i, factor in enumerate(compiled.pack.factors)}
    makes = np.zeros((len(document.sentences), len(number)), dtype=np.int8)
    coverage = np.zeros(len(number), dtype=np.int8)
    for factor, depth in answer.factors.items():
        makes[:, number[factor]] = -1
        coverage[number[factor]] = {"mentioned": 1, "developed": 2}[depth]
    for each in answer.evidence:
        start = text.find(each.quote)
        for index, unit in enumerate(document.sentences):
            span = document.quote(unit)
            if covers((start, start + len(each.quote)), (span.start, span.end)):
                makes[index, number[each.about]] = 1
    reader = compiled.reader(rubric.question)
    return Labelled(document, reader.read(document), makes, coverage, asked_for(rubric))


def bank(pack: Pack, encoder: StaticEncoder, folder: Path) -> tuple[Array, Array]:
    """Signals and labels of the sentences of one phrase bank, each scored by a pack without it."""
    chosen = {path.stem for path in (folder / "phrasings" / BANK).glob("*.yaml")}
    number = {factor.id: i for i, factor in enumerate(pack.factors)}
    rows: list[Array] = []
    labels: list[Array] = []
    for fold in range(FOLDS):
        kept, held = _split(pack, chosen, fold)
        compiled = CompiledPack(kept, encoder)
        for place, (text, makes) in enumerate(held):
            question = pack.questions[place % len(pack.questions)]
            document = read(text, compiled.speller, compiled.vocabulary)
            rows.append(compiled.reader(question).read(document).sentences.stacked().max(axis=0))
            target = np.zeros(len(number))
            target[[number[m] for m in makes]] = 1
            labels.append(target)
    return np.concatenate(rows), np.concatenate(labels)


def _split(pack: Pack, chosen: set[str], fold: int) -> tuple[Pack, list[tuple[str, set[str]]]]:
    """The pack without one fold of the second bank, and that fold's sentences with the factors they make."""
    banks, held, seen = [], [], set()
    place = 0
    for phrasings in pack.phrasings:
        quoted = any(p.voice == "quoted" for p in phrasings.positive)
        second = phrasings.factor in seen and phrasings.factor in chosen and not quoted
        seen.add(phrasings.factor)
        fields = {}
        for field in ("positive", "rejected", "near_miss", "denial") if second else ():
            kept = []
            for item in getattr(phrasings, field):
                place += 1
                if place % FOLDS != fold:
                    kept.append(item)
                    continue
                text = item if isinstance(item, str) else item.text
                makes = {phrasings.factor, *item.also} if field in {"positive", "rejected"} else set()
                if field == "near_miss" and item.belongs_to:
                    makes = {item.belongs_to}
                held.append((text, makes))
            fields[field] = tuple(kept)
        banks.append(phrasings.model_copy(update=fields))
    filler = pack.manifest.filler
    held.extend((text, set()) for n, text in enumerate(filler) if n % FOLDS == fold)
    manifest = pack.manifest.model_copy(
        update={"filler": tuple(t for n, t in enumerate(filler) if n % FOLDS != fold)}
    )
    return pack.model_copy(update={"phrasings": tuple(banks), "manifest": manifest}), held


def sentence_weights(rows: list[Labelled], extra: tuple[Array, Array]) -> dict[str, float]:
    """Weights of the signals."""
    known = [(row.makes >= 0) & row.signals.sentences.possible for row in rows]
    x = [row.signals.sentences.stacked()[mask] for row, mask in zip(rows, known, strict=True)]
    y = [row.makes[mask].astype(np.float64) for row, mask in zip(rows, known, strict=True)]
    return named(
        NAMES, fit(np.concatenate([*x, extra[0]]), np.concatenate([*y, extra[1]]), range(len(NAMES)))
    )


def answer_features(rows: list[Labelled], weights: dict[str, float]) -> Array:
    """answers x factors stacked: the features of coverage."""
    found = []
    for row in rows:
        matched = match(row.signals, weights)
        credited = credited_clauses(row.document, matched)
        found.append(features(row.document, matched, row.asked, credited))
    return np.concatenate(found).astype(np.float64)


def threshold(p: Array, y: NDArray[np.bool_], both: bool = False) -> float:
    """The middle of the cuts whose F1 of the positives (with `both`, the mean F1 of both classes) is as good as the
    best within noise."""

    def score(cut: float) -> float:
        values = []
        for target, said in ((y, p >= cut), (~y, p < cut))[: 2 if both else 1]:
            values.append(2 * (target & said).sum() / max(1, target.sum() + said.sum()))
        return float(np.mean(values))

    cuts = np.linspace(0.2, 0.7, 51)
    scores = np.array([score(cut) for cut in cuts])
    return round(float(np.median(cuts[scores >= scores.max() - 0.004])), 3)


def precise(p: Array, y: NDArray[np.bool_], wanted: float = 0.97) -> float:
    """The lowest cut above which the share of true positives is as wanted."""
    order = np.argsort(-p, kind="stable")
    share = np.cumsum(y[order]) / np.arange(1, len(p) + 1)
    return round(float(p[order][np.nonzero(share >= wanted)[0].max()]), 3)


def calibrate(rows: list[Labelled], extra: tuple[Array, Array]) -> Calibration:
    """Everything, with answer-level coefficients learnt on sentences the sentence weights did not see."""
    held = np.concatenate([
        answer_features(rows[k::FOLDS], sentence_weights([r for i, r in enumerate(rows) if i % FOLDS != k], extra))
        for k in range(FOLDS)
    ])  # fmt: skip
    y = np.concatenate([row.coverage for k in range(FOLDS) for row in rows[k::FOLDS]])
    at = {name: FEATURES.index(name) for name in FEATURES}
    presence = named(PRESENCE, fit(held[:, [at[n] for n in PRESENCE]], (y > 0).astype(float)))
    present = y > 0
    development = named(
        DEVELOPMENT, fit(held[present][:, [at[n] for n in DEVELOPMENT]], (y[present] > 1).astype(float))
    )
    p = logistic(presence, FEATURES, held.astype(np.float64))
    d = logistic(development, FEATURES, held[present].astype(np.float64))
    return Calibration(
        sentence=sentence_weights(rows, extra), presence=presence, development=development,
        found_at=threshold(p, present), sure_at=precise(p, present), possible_at=0.15,
        developed_at=threshold(d, y[present] > 1, both=True),
    )  # fmt: skip


def main() -> None:
    """Fit and write the pack's calibration.yaml."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pack", type=Path)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--answers", type=Path, nargs="*", default=())
    options = parser.parse_args()
    knowledge = options.pack.parent
    encoder = StaticEncoder.load(knowledge / "encoders" / "own256-1")
    pack = load_pack(options.pack, knowledge).model_copy(update={"calibration": UNFITTED})
    rows = unseen(pack, encoder, [*tuning(options.gold), *further(options.answers)])
    calibration = calibrate(rows, bank(pack, encoder, options.pack))
    header = f"# Fitted by tools/fit_calibration.py on {len(rows)} answers and phrase bank {BANK}. Not for editing.\n"
    body = yaml.safe_dump(calibration.model_dump(), sort_keys=False)
    (options.pack / "calibration.yaml").write_text(header + body, encoding="utf-8")
    print(header + body)


if __name__ == "__main__":
    main()

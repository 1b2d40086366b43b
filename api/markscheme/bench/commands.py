"""`markscheme bench …` and `calibrate`, a function a command. Imports stay inside: the command line starts fast."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markscheme.bench.accuracy import AccuracyResult
    from markscheme.bench.desk import Desk

from .tutor_commands import Kinds, Knowledge, finish, printed, tutor_commands


def calibrate_command(kinds: Kinds, desk: "Callable[[str, str | None], Desk]") -> None:
    """Add `markscheme calibrate`; `desk` opens one that knows question and mark scheme when it runs."""
    calibrate = kinds.add_parser("calibrate", help="learn from a teacher's marks of one question")
    calibrate.add_argument("question_id", metavar="QUESTION_ID")
    calibrate.add_argument("--marked", metavar="FILE", required=True,
                           help="JSON Lines or CSV: text or path, mark, perhaps factors")  # fmt: skip
    calibrate.add_argument("--out", metavar="F", help="write the calibration to F if it helps")
    calibrate.add_argument("--json", action="store_true", help="the calibration with all its figures as JSON")
    calibrate.add_argument("--scheme", metavar="ID", help="marks of this mark scheme, not the question's own")
    calibrate.set_defaults(command=lambda given: _calibrate(given, desk(given.question_id, given.scheme)))


def bench_commands(kinds: Kinds, knowledge: Knowledge) -> None:
    """Add each bench command; `knowledge` finds the folder of packs when a command runs."""
    accuracy = kinds.add_parser("accuracy", help="agreement with marked answers")
    accuracy.add_argument("--gold", metavar="DIR", type=Path, required=True, help="folder of marked answers")
    accuracy.add_argument(
        "--ablation", action="store_true", help="also without each signal in turn (about a minute)"
    )
    accuracy.add_argument("--plots", metavar="FOLDER", type=Path, help="write reliability plots there as SVG")
    finish(accuracy, _accuracy, knowledge)
    traps = kinds.add_parser("traps", help="what must not move a mark: length, register, the writer's name")
    traps.add_argument(
        "folders", metavar="DIR", nargs="+", type=Path, help="folder of marked traps and twins"
    )
    finish(traps, _traps, knowledge)
    speed = kinds.add_parser("speed", help="latency, throughput and memory on this machine")
    finish(speed, _speed, knowledge)
    determinism = kinds.add_parser(
        "determinism", help="the same report in every process, the same mark everywhere"
    )
    determinism.add_argument(
        "--gold", metavar="DIR", type=Path, help="folder of marked answers to mark as well"
    )
    determinism.add_argument("--python", metavar="FILE", action="append", default=[],
                             help="another interpreter with the same packages; may be given again")  # fmt: skip
    finish(determinism, _determinism, knowledge)
    stance = kinds.add_parser(
        "stance", help="whether false denials lose credit and argued rejections keep it"
    )
    stance.add_argument(
        "--pairs", metavar="FILE", type=Path, help="minimal pairs; the source tree's own if not given"
    )
    finish(stance, _stance, knowledge)
    public = kinds.add_parser("public", help="public sets of short answers, beside published figures")
    public.add_argument("--data", metavar="DIR", type=Path, required=True, help="folder of the sets' files")
    finish(public, _public, knowledge)

    attacks = kinds.add_parser("attacks", help="hostile texts held against what they may get and must raise")
    attacks.add_argument(
        "--gold", metavar="DIR", type=Path, help="folder of marked answers, for its attacks too"
    )
    attacks.add_argument(
        "--sources", metavar="DIR", type=Path, help="folder of the sources' texts, to paste from"
    )
    attacks.add_argument("--pack", metavar="DIR", type=Path, help="folder of attacks (those that come along)")
    finish(attacks, _attacks, knowledge)
    _curve_command(kinds, knowledge)
    tutor_commands(kinds, knowledge)


def _curve_command(kinds: Kinds, knowledge: Knowledge) -> None:
    curve = kinds.add_parser(
        "calibration", help="learning curve of calibration on answers that people marked"
    )
    curve.add_argument("--data", metavar="DIR", type=Path, required=True, help="folder of the public sets")
    curve.add_argument("--answers", metavar="DIR", type=Path, nargs="+", default=[],
                       help="folders of marked essays as YAML as well")  # fmt: skip
    finish(curve, _calibration, knowledge)


def _accuracy(arguments: argparse.Namespace, knowledge: Path) -> int:
    from markscheme.bench import accuracy, gold
    from markscheme.bench.ablation import ablate
    from markscheme.bench.accuracy_tables import accuracy_sheets
    from markscheme.bench.desk import Desk

    answers = gold.load(arguments.gold)
    # Gold marks are out of 25, whatever scheme a question has; and some of these answers became examples.
    desk = Desk.open(knowledge).out_of(25)
    pack = accuracy.pack_for(answers, desk.packs)
    result = accuracy.measure(answers, pack, desk.mark_unpublished, desk.chances)
    if arguments.plots:
        _plot(arguments.plots, result)
    if arguments.ablation and pack.calibration:
        _say("marking without each signal in turn")
        rows = ablate(
            accuracy.halves(answers.answers), accuracy.question_ids(pack), pack.calibration,
            lambda calibration: desk.with_coefficients(pack, calibration).mark_unpublished, [f.id for f in pack.factors],
        )  # fmt: skip
        result = result.model_copy(update={"ablation": tuple(rows)})
    return printed(result.model_dump_json(indent=2) if arguments.json else list(accuracy_sheets(result)))


def _plot(folder: Path, result: "AccuracyResult") -> None:
    from markscheme.bench.gold import GoldError
    from markscheme.bench.reliability_tables import write_plots

    factors = {name: split.chances for name, split in result.splits.items()}
    try:
        paths = write_plots(folder, factors, {name: s.confidence for name, s in result.splits.items()})
    except OSError as error:
        raise GoldError(f"no plots can be written to {folder}: {error.strerror}") from error
    _say(f"wrote {', '.join(map(str, paths))}")


def _traps(arguments: argparse.Namespace, knowledge: Path) -> int:
    from markscheme.bench import accuracy, gold
    from markscheme.bench.desk import Desk
    from markscheme.bench.traps import measure
    from markscheme.bench.traps_tables import traps_sheets

    answers = gold.Gold(tuple(a for folder in arguments.folders for a in gold.load(folder).answers), ())
    # The marks of these answers are out of 25, whatever scheme a question has.
    desk = Desk.open(knowledge).out_of(25)
    _say(f"marking {len(answers.answers)} answers, and each with names on it")
    result = measure(answers, accuracy.pack_for(answers, desk.packs), desk.mark_unpublished)
    return printed(result.model_dump_json(indent=2) if arguments.json else list(traps_sheets(result)))


def _attacks(arguments: argparse.Namespace, knowledge: Path) -> int:
    from markscheme.assets import attacks as at_hand
    from markscheme.bench import gold
    from markscheme.bench.attacks import AttackPack, attack_sheets, measure
    from markscheme.bench.desk import Desk

    desk = Desk.open(knowledge).out_of(25)
    pack = AttackPack(arguments.pack or at_hand(), desk.packs, arguments.sources)
    result = measure(pack, desk, gold.load(arguments.gold) if arguments.gold else None)
    printed(result.model_dump_json(indent=2) if arguments.json else list(attack_sheets(result)))
    return 1 if result.breaches else 0


def _speed(arguments: argparse.Namespace, knowledge: Path) -> int:
    from markscheme.bench.speed import measure
    from markscheme.bench.speed_tables import speed_sheets

    result = measure(knowledge, progress=None if arguments.json else _say)
    return printed(result.model_dump_json(indent=2) if arguments.json else list(speed_sheets(result)))


def _determinism(arguments: argparse.Namespace, knowledge: Path) -> int:
    from markscheme.bench import gold
    from markscheme.bench.determinism import measure
    from markscheme.bench.determinism_tables import determinism_sheets

    answers = gold.load(arguments.gold).answers if arguments.gold else ()
    result = measure(knowledge, answers, arguments.python, tell=_say)
    printed(result.model_dump_json(indent=2) if arguments.json else list(determinism_sheets(result)))
    return 0 if result.same else 1


def _stance(arguments: argparse.Namespace, knowledge: Path) -> int:
    from markscheme.bench import stance
    from markscheme.bench.desk import Desk
    from markscheme.bench.stance_tables import stance_sheets

    pairs = stance.load(arguments.pairs)
    result = stance.measure(pairs, Desk.open(knowledge))
    return printed(result.model_dump_json(indent=2) if arguments.json else list(stance_sheets(result)))


def _public(arguments: argparse.Namespace, knowledge: Path) -> int:
    from markscheme.bench import public, public_sets
    from markscheme.bench.desk import ENCODER
    from markscheme.bench.public_tables import public_sheets
    from markscheme.encoders.keypoints import load_keypoint_model
    from markscheme.encoders.static import StaticEncoder
    from markscheme.terminal.progress import line_progress

    sets = public_sets.load(arguments.data)
    folder = knowledge / "encoders" / ENCODER
    with line_progress() as progress:
        result = public.measure(sets, StaticEncoder.load(folder), load_keypoint_model(folder), progress)
    return printed(result.model_dump_json(indent=2) if arguments.json else list(public_sheets(result)))


def _calibrate(arguments: argparse.Namespace, desk: "Desk") -> int:
    from markscheme.bench.calibrating import run

    return run(arguments, desk)


def _calibration(arguments: argparse.Namespace, knowledge: Path) -> int:
    from markscheme.bench import curve_sets, public_sets
    from markscheme.bench.curve_tables import curve_sheets
    from markscheme.bench.desk import ENCODER, Desk
    from markscheme.encoders.keypoints import load_keypoint_model
    from markscheme.terminal.progress import line_progress

    sets = public_sets.load(arguments.data)
    model = load_keypoint_model(knowledge / "encoders" / ENCODER)
    with line_progress() as progress:
        result = curve_sets.measure(sets, arguments.answers, Desk.open(knowledge).out_of(25), model, progress)
    return printed(result.model_dump_json(indent=2) if arguments.json else list(curve_sheets(result)))


def _say(line: str) -> None:
    sys.stderr.write(f"markscheme: {line}\n")

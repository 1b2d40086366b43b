"""The `markscheme` command. Imports stay inside the commands, so that each starts with what it needs."""

import argparse
import gc
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from markscheme.bench.commands import bench_commands, calibrate_command
from markscheme.bench.tutor_commands import Kinds

if TYPE_CHECKING:
    from markscheme.bench.desk import Desk
    from markscheme.domain.base import Noun
    from markscheme.domain.reports import MarkReport

BAD_INPUT = 2
INTERRUPTED = 130
BROKEN_PIPE = 141
INTERNAL = 70


class UsageError(ValueError):
    """The command line itself is wrong; the message is one line that says what would be right."""


class Parser(argparse.ArgumentParser):
    """An argument parser that says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        """Raise UsageError instead of printing a usage text."""
        raise UsageError(f"{message}; see {self.prog} --help")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; never a traceback."""
    # One core a process: the matrices are small, and a mark must not depend on how many cores there are.
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")
    # Loading a pack makes many objects that stay; looking through them for rubbish costs a tenth of the start.
    gc.set_threshold(100_000, 20, 20)
    try:
        code = _run(sys.argv[1:] if argv is None else argv)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read us has gone; Python's own last flush must not complain of it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except Exception as error:
        if os.environ.get("MARKSCHEME_TRACE"):
            raise
        return _refused(error)
    return code


def _run(argv: Sequence[str]) -> int:
    arguments = _parser().parse_args(argv)
    command: Callable[[argparse.Namespace], int] = arguments.command
    return command(arguments)


def _refused(error: Exception) -> int:
    """One line on standard error: for what a person can mend its own words, else that the fault is ours."""
    message = _mendable(error)
    if message is None:
        line = " ".join(str(error).split())
        _say(f"something went wrong inside ({type(error).__name__}: {line}); MARKSCHEME_TRACE=1 shows where")
        return INTERNAL
    _say(message)
    return BAD_INPUT


def _mendable(error: Exception) -> str | None:
    from pydantic import ValidationError

    from markscheme.assets import MissingAssetError
    from markscheme.bench.attacks import AttackPackError
    from markscheme.bench.gold import GoldError
    from markscheme.bench.public_sets import PublicError
    from markscheme.domain.errors import MarkerUnavailableError, StorageUnavailableError
    from markscheme.fitting.answers import CannotCalibrateError
    from markscheme.marking.calibration import CalibrationRefusedError
    from markscheme.marking.rubric import UnknownQuestionError
    from markscheme.packs.problems import PackError
    from markscheme.terminal.inputs import InputError

    if isinstance(error, PackError):
        first, more = error.problems[0], len(error.problems) - 1
        return f"{first}" + (f" (and {more} more: markscheme packs check)" if more else "")
    if isinstance(error, ValidationError) and error.title == "Settings":
        wrong = error.errors()[0]
        return "".join(f"MARKSCHEME_{str(name).upper()}: " for name in wrong["loc"][:1]) + wrong["msg"]
    mendable = (
        UsageError | InputError | GoldError | AttackPackError | MissingAssetError | StorageUnavailableError
        | MarkerUnavailableError | UnknownQuestionError | CannotCalibrateError | CalibrationRefusedError
        | PublicError
    )  # fmt: skip
    return str(error) if isinstance(error, mendable) else None


def _say(line: str) -> None:
    sys.stderr.write(f"markscheme: {line}\n")


def _parser() -> Parser:
    about = "Essay practice that marks like an examiner and shows its working."
    parser = Parser(prog="markscheme", description=about)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    serve = commands.add_parser("serve", help="the whole product on an embedded database")
    serve.add_argument("--host", help="address to listen on (127.0.0.1)")
    serve.add_argument("--port", type=int, help="port to listen on (8000); 0 takes a free one")
    serve.add_argument("--new-school", action="store_true", help="print a link to set one more school up")
    serve.set_defaults(command=_serve)

    mark = commands.add_parser("mark", help="mark one answer")
    _add_answer(mark)
    mark.add_argument("--json", action="store_true", help="the MarkReport as JSON")
    mark.add_argument("--calibration", metavar="F", help="mark as F, a file of calibrate's, has learnt to")
    mark.set_defaults(command=_mark)

    explain = commands.add_parser("explain", help="how the mark of one answer came about, step by step")
    _add_answer(explain)
    explain.add_argument("--json", action="store_true", help="the explanation as JSON")
    explain.add_argument("--html", metavar="F", help="write the page to F as HTML as well")
    explain.set_defaults(command=_explain)

    many = commands.add_parser("mark-many", help="mark many answers to one question, a JSON line each")
    many.add_argument("question_id", metavar="QUESTION_ID")
    many.add_argument("files", metavar="FILE", nargs="+")
    form = many.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one MarkReport a line (as without it)")
    form.add_argument("--csv", metavar="F", help="a table of marks, written to F instead")
    _add_scheme(many)
    many.set_defaults(command=_mark_many)

    again = commands.add_parser(
        "remark", help="mark stored answers by the rubric as it is now: what would change"
    )
    again.add_argument("--question", metavar="QUESTION_ID", help="only answers to this question")
    again.add_argument("--apply", action="store_true", help="store the new reports beside the old ones")
    again.add_argument("--json", action="store_true", help="what changes as JSON")
    again.set_defaults(command=_remark)

    _packs(commands)
    calibrate_command(commands, _desk)
    bench = commands.add_parser("bench", help="measure accuracy or speed")
    bench_commands(bench.add_subparsers(metavar="COMMAND", required=True), _knowledge)
    return parser


def _packs(commands: Kinds) -> None:
    packs = commands.add_parser("packs", help="work on packs").add_subparsers(
        metavar="COMMAND", required=True
    )
    check = packs.add_parser("check", help="every problem of every pack, with file and line")
    check.add_argument("folder", metavar="DIR", nargs="?", type=Path, help="folder of packs (the one in use)")
    check.set_defaults(command=_packs_check)


def _add_answer(command: Parser) -> None:
    command.add_argument("question_id", metavar="QUESTION_ID")
    command.add_argument("file", metavar="FILE", help="the answer as UTF-8 text; - for standard input")
    _add_scheme(command)


def _add_scheme(command: Parser) -> None:
    command.add_argument("--scheme", metavar="ID", help="read it by this mark scheme, not the question's own")


def _knowledge() -> Path:
    """The folder of packs, from the environment: the settings would load the whole web stack."""
    from markscheme import assets

    return Path(os.environ.get("MARKSCHEME_KNOWLEDGE") or assets.knowledge())


def _desk(question_id: str, scheme_id: str | None = None) -> "Desk":
    """A desk that knows the question and the mark scheme; raises InputError."""
    from markscheme.bench.desk import Desk
    from markscheme.terminal.inputs import unknown_question, unknown_scheme

    desk = Desk.open(_knowledge())
    if question_id not in desk.question_ids:
        raise unknown_question(question_id, desk.question_ids)
    if scheme_id is not None and scheme_id not in desk.scheme_ids:
        raise unknown_scheme(scheme_id, desk.scheme_ids)
    return desk


def _mark(arguments: argparse.Namespace) -> int:
    from markscheme.terminal.inputs import read_answer

    text = read_answer(arguments.file)
    calibration = None
    if arguments.calibration:
        from markscheme.terminal.calibrations import read_calibration

        calibration = read_calibration(arguments.calibration)
    desk = _desk(arguments.question_id, arguments.scheme)
    report = desk.mark(arguments.question_id, text, calibration, arguments.scheme)
    if arguments.json:
        _write_json(report)
        return 0
    from markscheme.terminal.report import console_for, print_report

    print_report(console_for(sys.stdout), report, text, desk.scheme(arguments.question_id, arguments.scheme))
    return 0


def _explain(arguments: argparse.Namespace) -> int:
    from markscheme.answers.explanation import explain
    from markscheme.terminal.explained import print_explanation, write_html
    from markscheme.terminal.inputs import read_answer

    text = read_answer(arguments.file)
    desk = _desk(arguments.question_id, arguments.scheme)
    rubric = desk.rubric(arguments.question_id, arguments.scheme)
    report = desk.mark(arguments.question_id, text, scheme_id=arguments.scheme)
    explanation = explain(report, text, rubric.question.text, rubric.scheme)
    if arguments.html:
        write_html(arguments.html, explanation)
    if arguments.json:
        _write_json(explanation)
    else:
        print_explanation(sys.stdout, explanation, report.arithmetic)
    return 0


def _mark_many(arguments: argparse.Namespace) -> int:
    from markscheme.terminal.batch import CsvReports, each_file

    desk = _desk(arguments.question_id, arguments.scheme)
    mark = partial(desk.mark, arguments.question_id, scheme_id=arguments.scheme)
    if arguments.csv is None:
        failures = each_file(arguments.files, mark, _json_line, prints=True)
    else:
        with CsvReports(arguments.csv) as table:
            failures = each_file(arguments.files, mark, table.add, prints=False)
    return BAD_INPUT if failures else 0


def _json_line(_: str, report: "MarkReport") -> None:
    _write_json(report)


def _write_json(report: "Noun") -> None:
    # Bytes, since JSON is UTF-8 whatever the locale says.
    sys.stdout.buffer.write(report.model_dump_json().encode() + b"\n")
    sys.stdout.buffer.flush()


def _remark(arguments: argparse.Namespace) -> int:
    from markscheme import main as assembly
    from markscheme.settings import Settings
    from markscheme.terminal.remarked import print_remarked, remarking_bar
    from markscheme.terminal.report import console_for

    with assembly.remarking(Settings()) as remarking, remarking_bar() as progress:
        result = remarking.run(arguments.question, apply=arguments.apply, progress=progress)
    if arguments.json:
        print(result.model_dump_json(indent=2))
    else:
        print_remarked(console_for(sys.stdout), result, applied=arguments.apply)
    return 0


def _packs_check(arguments: argparse.Namespace) -> int:
    from markscheme.packs.loader import check

    folder = arguments.folder or _knowledge()
    if not folder.is_dir():
        raise UsageError(f"{folder} is not a folder; give a folder of packs, such as knowledge")
    for problem in (problems := check(folder)):
        print(problem)
    print(f"{len(problems)} problems" if problems else "no problems")
    return 1 if problems else 0


def _serve(arguments: argparse.Namespace) -> int:
    from markscheme import main as assembly
    from markscheme.settings import Settings
    from markscheme.terminal.serving import first_link, listen, serve

    settings = Settings()
    port = settings.port if arguments.port is None else arguments.port
    # The port first: what is busy should be said before anything is loaded.
    listener = listen(arguments.host or settings.host, port)
    app = assembly.build(settings)
    return serve(app, listener, first_link(app.state.accounts.setup_secret(another=arguments.new_school)))


if __name__ == "__main__":
    sys.exit(main())

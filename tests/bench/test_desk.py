import pytest

from markscheme import main
from markscheme.bench.desk import ENCODER, Desk
from markscheme.domain.packs import Pack
from markscheme.marking.encoding import Encoder
from markscheme.marking.rubric import UnknownQuestionError


def test_a_desk_marks_any_question_of_its_packs(desk: Desk) -> None:
    assert desk.question_ids == ("council-fall", "town-trust", "price-anger")
    assert desk.mark("town-trust", "Bread ran out.").question_id == "town-trust"
    with pytest.raises(UnknownQuestionError, match="council-fall"):
        desk.mark("nothing", "Bread ran out.")


def test_every_question_can_be_marked_by_a_scheme_of_that_many_marks(pack: Pack, encoder: Encoder) -> None:
    short = pack.schemes[0].model_copy(
        update={
            "id": "short",
            "max_mark": 5,
            "levels": pack.schemes[0].levels[:1],
            "anchors": ((0, 0), (25, 5)),
        }
    )
    questions = tuple(q.model_copy(update={"scheme": "short"}) for q in pack.questions)
    both = Pack.model_construct(**(dict(pack) | {"schemes": (short, *pack.schemes), "questions": questions}))
    desk = Desk([both], encoder)
    assert desk.mark("council-fall", "Bread ran out.").max_mark == 5
    of_25 = desk.out_of(25)
    assert of_25.mark("council-fall", "Bread ran out.").max_mark == 25
    # Nothing kept under the old hash may answer for the new scheme.
    assert of_25.rubric("council-fall").content_hash != desk.rubric("council-fall").content_hash
    with pytest.raises(LookupError, match="no mark scheme of 40 marks"):
        desk.out_of(40)


def test_the_word_table_is_the_servers() -> None:
    assert ENCODER == main.ENCODER

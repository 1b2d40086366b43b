"""What is remembered stays bounded, whatever is written."""

from markscheme.marking import memo
from markscheme.marking.compiled import CompiledPack
from markscheme.marking.documents import read


def test_a_full_memo_forgets_and_goes_on() -> None:
    full = memo.Memo(lambda number: -number)
    for number in range(memo.LIMIT + 1):
        assert full[number] == -number
    assert list(full) == [memo.LIMIT]


def test_made_up_words_do_not_pile_up(ready: CompiledPack) -> None:
    for batch in range(8):
        text = " ".join(f"zq{batch}x{number}w" for number in range(3_000))
        read(text, ready.speller, ready.vocabulary)
        ready.reader(ready.pack.questions[0])
    for kept in (ready.speller._raw, ready.speller._read, ready.vocabulary._seen):
        assert len(kept) <= memo.LIMIT

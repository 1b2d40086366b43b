"""What a negator reaches."""

from markscheme.marking.negation import negated


def under(text: str) -> list[str]:
    words = text.split()
    return [word for word, no in zip(words, negated(words), strict=True) if no]


def test_a_negator_reaches_the_rest_of_its_clause() -> None:
    assert under("nobody objected to it but he fell") == ["objected", "to", "it"]


def test_not_only_negates_nothing() -> None:
    assert under("not only cuba but china") == []


def test_the_reach_is_bounded() -> None:
    assert under("never a b c d e f g h i") == list("abcdefg")

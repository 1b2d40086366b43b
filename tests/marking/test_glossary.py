"""A glossary answers by name, gives only what is asked for, and says when it does not know."""

import pytest

from markscheme.domain.factors import Citation
from markscheme.domain.glossary import Term, TermFact
from markscheme.domain.packs import Gazetteer, Pack
from markscheme.domain.spellings import Spelling
from markscheme.encoders.static import StaticEncoder
from markscheme.marking.asked import asked
from markscheme.marking.glossary import Glossary
from markscheme.marking.words import Speller

CITED = (Citation(source="town-annals"),)
MILLER = Term(
    id="miller",
    kind="person",
    names=("Hopwood", "the miller"),
    text="The town's last miller, who gave up in 1902.",
    facts=(
        TermFact(asked=("die", "death"), text="Hopwood died on 3 May 1911."),
        TermFact(asked=("replaced", "came after"), text="Pemberley took over in 1902."),
        TermFact(asked=("sons", "many children"), text="He had 4 sons."),
    ),
    sources=CITED,
)
FLOOD = Term(
    id="flood",
    kind="event",
    names=("Great Flood", "flood"),
    text="The river's rise over the bridge in 1903.",
    when="9 June 1903",
    sources=CITED,
)
GUILD = Term(id="guild", kind="body", names=("Guild",), text="The bakers' own body.", sources=CITED)


@pytest.fixture(scope="module")
def speller(encoder: StaticEncoder) -> Speller:
    people = Gazetteer(people=("Hopwood", "Pemberley"))
    return Speller((Spelling(canonical="guild", variants=("gild",)),), people, {"hopwood", "flood"}, encoder)


@pytest.fixture(scope="module")
def glossary(pack: Pack, speller: Speller) -> Glossary:
    people = Gazetteer(people=("Hopwood", "Pemberley"))
    manifest = pack.manifest.model_copy(update={"gazetteer": people})
    terms = {"glossary": (MILLER, FLOOD, GUILD), "manifest": manifest}
    return Glossary(Pack.model_construct(**(dict(pack) | terms)), speller, "hopwood")


def told(glossary: Glossary, speller: Speller, text: str) -> str | None:
    found = glossary.find(asked(speller.words(text)))
    return None if found is None else found.text or "not known"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("who was Hopwood?", "last miller"),
        ("hopwod", "last miller"),
        ("can you tell me who the miller was", "last miller"),
        ("what does gild mean", "Guild: The bakers"),
        ("when was the great flood", "9 June 1903"),
        ("when did the flood happen?", "9 June 1903"),
        ("what year was the flood", "9 June 1903"),
        ("when did Hopwood die", "3 May 1911"),
        ("when did he die", "3 May 1911"),
        ("who came after Hopwood", "Pemberley"),
        ("who replaced the miller", "Pemberley"),
        ("how many sons did Hopwood have", "4 sons"),
        ("whats the difference between the flood and the guild", "bakers"),
    ],
)
def test_what_is_asked_by_name_is_told(glossary: Glossary, speller: Speller, text: str, says: str) -> None:
    assert says in (told(glossary, speller, text) or "")


@pytest.mark.parametrize("text", ["when was the guild", "how many were in the guild", "where was the guild"])
def test_what_a_term_does_not_say_is_not_known(glossary: Glossary, speller: Speller, text: str) -> None:
    assert told(glossary, speller, text) == "not known"


@pytest.mark.parametrize(
    "text",
    [
        "who did Hopwood replace",  # the other way round
        "who was replaced by Hopwood",
        "who came before Hopwood",
        "when was Hopwood born",
        "when did the flood end",
        "who died after Hopwood",
        "why did Hopwood die",
        "did Hopwood die",
        "who paid for the flood",
        "when did Hopwood's sister die",
        "what is the bridge",
    ],
)
def test_nothing_near_is_told_instead(glossary: Glossary, speller: Speller, text: str) -> None:
    assert told(glossary, speller, text) is None


def test_a_pack_without_a_glossary(pack: Pack, speller: Speller) -> None:
    none = Glossary(Pack.model_construct(**(dict(pack) | {"glossary": ()})), speller, None)
    assert none.find(asked(("who", "was", "he"))) is None
    assert not none.names(("hopwood",))

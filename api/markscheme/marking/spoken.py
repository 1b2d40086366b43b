"""Words of argument as they are spoken, and in an English still being learnt: `lexicon` adds them to its own."""

# One thing set above another.
WEIGHED = (
    "big reason", "big one", "big thing", "main thing", "most big", "more big", "most strong", "most heavy",
    "more heavy", "most serious", "more serious", "principal", "number one", "top reason", "top of the list",
    "top of my list", "way more", "much more", "a lot more", "lots more", "loads more", "did more", "does more",
    "did most", "did the most", "count more", "counts more", "counted more", "count most", "counts most",
    "counted most", "weigh more", "weighs more", "weighed more", "weighs most", "weighed most", "more weight",
    "most weight", "bigger weight", "did for him", "finished him", "did him in", "sank him", "what got him",
    "what did it", "really mattered", "really matters", "what mattered", "really counted", "what counted",
    "what counts", "real problem", "true reason", "true cause", "actual reason", "actual cause",
    "proper reason", "whole reason", "comes down to", "came down to", "come down to", "boils down",
    "boiled down", "all down to", "mostly down to", "mainly down to", "end of the day", "most of all",
    "i would put", "i'd put", "decided it", "settled it", "swung it", "tipped it", "tipped the", "clinched it",
    "bigger part", "biggest part", "main part", "bigger role", "biggest role", "main role", "most guilty",
    "more guilty", "stronger reason", "strongest reason", "weaker reason", "better reason",
    "better explanation", "best reason", "most because", "more because", "above everything",
    "more than everything", "before everything", "without that he",
)  # fmt: skip
CAUSAL = (
    "so everyone", "so everybody", "so nobody", "so no one", "so basically", "so obviously", "so of course",
    "this is why", "that was why", "which was why", "for this reason", "for that reason", "thanks to",
    "was down to", "is down to", "on account of", "seeing as", "seeing that", "given that", "that made",
    "what made", "ended up", "ending up", "got him", "got them", "got people", "put people off", "put them off",
    "turned people", "the effect was", "had the effect", "the result was", "with the result", "from this",
    "leads to", "lead to", "led him", "led them", "annoy", "wind up", "wound up", "wound them", "wound people",
    "fed up", "cheesed off", "hacked off", "made a fool", "look stupid", "looked stupid", "look weak",
    "looked weak", "looking weak", "look bad", "looked bad", "show him up", "showed him up", "lost face",
    "lose face", "losing face", "scared",
)  # fmt: skip
JUDGING = (
    "i reckon", "i'd say", "i would say", "in my opinion", "in my view", "my opinion", "my view", "to my mind",
    "for me=", "if you ask me", "partly true", "fair enough",
)  # fmt: skip
CRITERIA = (
    "if he had not", "if he hadn't", "if he hadnt=", "if it had not", "if it hadn't", "if it hadnt=",
    "if they had not", "if they hadn't", "if they hadnt=", "had he not", "had it not", "had they not",
    "would still have", "would never have", "would probably have", "would maybe have", "might still have",
    "would have survived", "would have lasted", "would have stayed", "would have kept", "would have been safe",
    "would have been fine", "would have got away", "but for=", "if not for", "were it not for", "wasn't for",
    "weren't for", "wasnt for", "werent for", "not been for", "long run", "short run", "tipping point",
    "last straw", "final straw", "the spark", "sparked", "set it off", "set off", "kicked off",
    "pushed him over", "judge by", "judging by", "judge it by", "judge him by", "judge this by", "going by",
    "depend on what", "depends what", "depend what", "measure it", "by that measure", "by this measure",
    "by that standard", "by this standard", "if you mean", "if we mean", "compared to",
)  # fmt: skip
CONTRAST = (
    "on the other side", "from the other side", "on other side", "on the one side", "in spite of", "then again",
    "mind you", "having said that", "that said", "even then", "all the same", "except that", "on the flip side",
    "in comparison", "unlike", "as opposed to", "it is true", "it's true", "admittedly",
)  # fmt: skip
DEFINING = (
    "is when", "that is to say", "in other words", "stands for", "define", "i understand", "we understand",
    "to mean", "i take", "word for", "what i mean", "it is meaning",
)  # fmt: skip
CONCLUDING = (
    "to finish", "at the end of the day", "at the end", "as conclusion", "for conclusion", "my conclusion",
    "the conclusion", "i conclude", "in short", "to wrap up", "summing up", "all together", "taken together",
    "when all is said", "so in the end", "in the final", "at last", "so overall", "so basically",
    "all things considered", "for these reasons",
)  # fmt: skip
RELATION = (
    "leads", "set off", "kicked off", "down to", "thanks to", "fuel", "got worse", "tied", "cause=", "causes=",
    "that is why", "this is why", "that was why", "for this reason", "from this", "comes from", "come from",
    "came out of", "grew from", "so the", "so he", "so they", "so it", "so people", "and so",
)  # fmt: skip
AIMS = (
    "trying to", "tries to", "was out to", "was after", "his plan", "the plan was", "the idea was",
    "the point was", "looking to", "hoping to", "hoping that", "want to", "wants to", "wanting to", "his dream",
    "dreamed of", "so that he could",
)  # fmt: skip
BACKWARD = (
    "because of this", "because of that", "for this reason", "for that reason", "from this", "all of this",
    "all of that", "same with", "on top of",
)  # fmt: skip
DEMOTES_BEFORE = (
    "wasn't why", "isn't why", "not really why", "wasnt why", "no big deal", "not a big deal",
    "not such a big deal", "not matter much", "not matter that much", "didn't matter much", "not that big",
    "not such a big", "not that important", "not really important", "not really the reason",
    "not really the main", "only a small", "just a small", "not what did it", "not what did for",
    "not what finished", "not what got him", "got over it", "had got over", "old news", "just the excuse",
    "just the last straw", "only the last straw", "only the final straw", "just the final straw",
    "just the spark", "only the spark", "more like an excuse", "was not so important", "was not so big",
    "is not so important", "not so strong", "not so serious", "not the principal", "less strong", "less big",
    "less serious", "less heavy",
)  # fmt: skip

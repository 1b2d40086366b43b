"""Words of argument and grammar that mean the same in every essay subject."""

from . import spoken

STOP = frozenset(
    "a an the of to in on at by for with from as is are was were be been being it its this that these those and or "
    "but if then so than there here he she they them their we you i my your our his her him me us do does did has "
    "have had will would can could should may might must into out up down over under about also very just more most "
    "some any such which who whom whose what when where why how not no nor one s t don wasn didn".split()
)

# "Not" with its verb, as written with an apostrophe and without.
CONTRACTED = (
    "didn't", "wasn't", "weren't", "isn't", "aren't", "doesn't", "don't", "couldn't", "wouldn't", "hadn't",
    "hasn't", "haven't", "can't", "won't", "didnt=", "wasnt=", "werent=", "isnt=", "doesnt=", "dont=",
    "couldnt=", "wouldnt=", "hadnt=", "hasnt=", "havent=", "cant=",
)  # fmt: skip
NEGATORS = (
    "not", "never", "nobody", "no one", "none", "no=", "nothing", "neither", "nor=", "hardly",
    "without", "cannot", "shouldn't", "arent=", "wont=", *CONTRACTED,
)  # fmt: skip

CAUSAL = (
    "because", "since=", "therefore", "thus=", "hence=", "so that", "as a result", "which meant",
    "meant that", "led to", "leading to", "caused", "causing", "due to", "owing to", "resulted",
    "resulting", "undermin", "alienat", "weaken", "threaten", "made him", "made them", "made it",
    "made people", "made the", "forced", "allowed", "enabled", "which made", "which show", "which gave",
    "which left", "which upset", "which anger", "cost him", "cost the", "humiliat", "embarrass", "angered",
    "resent", "offended", "turned against", "this shows", "this meant", "this made", "this gave",
    "in order to", "consequently", "as a consequence", "so he", "so they", "so the", "so it", "so people",
    "so many", "explains", "contributed", "provoked", "triggered", "helped him", "helped to", "that is why",
    "that's why", "the reason", "by making", "by giving", "by taking", "meaning that", "so when", "and so",
    "which is why", "drove", "stopped him",
    *spoken.CAUSAL,
)  # fmt: skip

JUDGING = (
    "main reason", "main cause", "main factor", "main=", "mainly", "most important", "more important",
    "less important", "important than", "outweigh", "decisive", "underlying", "fundamental", "primar",
    "largely", "mostly", "to a large extent", "to some extent", "to a great extent", "to a certain extent",
    "to an extent", "extent", "above all", "key reason", "key factor", "key cause", "rather than",
    "ultimately", "on balance", "catalyst", "trigger", "final straw", "last straw", "short term",
    "long term", "less than", "more than", "root=", "root cause", "essential", "significan", "valid=",
    "partly", "only partly", "would not have", "wouldn't have", "would have", "without the", "without this",
    "without it", "deeper", "real reason", "real cause", "biggest", "greatest", "chief", "crucial",
    "matter more", "mattered more", "mattered most", "matters most", "less to do with", "more to do with",
    "turning point", "convincing", "overstated", "exaggerat", "too simple", "simplistic", "in the end",
    "only a part", "limited", "far-reaching",
    *spoken.JUDGING, *spoken.WEIGHED,
)  # fmt: skip

RANKING = (
    "main reason", "main cause", "main factor", "main=", "mainly", "most important", "more important",
    "less important", "important than", "outweigh", "decisive", "underlying", "fundamental", "primar",
    "largely", "above all", "rather than", "catalyst", "trigger", "final straw", "last straw", "root cause",
    "root=", "partly", "biggest", "greatest", "chief", "crucial", "matter more", "mattered more",
    "mattered most", "matters most", "less than", "more than", "real reason", "real cause",
    "to a large extent", "to some extent", "to a great extent", "extent", "only because", "deeper", "key=",
    "significan", "valid=", "success", "intact", "only a", "would not have", "wouldn't have",
    "not the main", "less to do", "more to do", "ultimately", "overall", "turning point", "necessary",
    "sufficient", "convincing", "decided", "hardly at all", "scarcely", "considerably", "far more",
    "far less", "far deeper", "most of all", "first of all the", "the real", "best explain",
    "what explains", "explains why", "without that", "with good", "half true", "true as far", "true of",
    "only part", "one part", "more than anything", "best known", "mainly because", "not the part",
    "in form", "in substance",
    *spoken.WEIGHED,
)  # fmt: skip

CONTRAST = (
    "however", "although", "though=", "on the other hand", "but=", "yet=", "nevertheless", "nonetheless",
    "whereas", "while=", "despite", "even so", "conversely", "still=", "in contrast", "by contrast",
    "on the contrary", "even though", "at the same time", "not only", "not just", "not simply", "instead",
    *spoken.CONTRAST,
)  # fmt: skip

CRITERIA = (
    "in terms of", "measured by", "judged by", "if we judge", "criteri", "short term", "long term",
    "necessary", "sufficient", "trigger", "underlying", "would not have", "wouldn't have", "without it",
    "without this", "without the", "by the standard", "depends on", "turning point", "timing",
    "compared with", "in comparison", "the test", "if it is judged", "by definition", "immediate cause",
    "longer term", "precondition", "catalyst", "occasion=",
    *spoken.CRITERIA,
)  # fmt: skip

RELATION = (
    "because of", "led to", "caused", "stem", "in turn", "combined with", "exacerbat", "made worse",
    "worsened", "linked", "connected", "result", "fed into", "underp", "grew out", "came from", "contribut",
    "reinforc", "which meant", "turned", "so that", "therefore", "explain", "helped", "depend", "without",
    "undermin", "provok", "gave", "root=", "behind", "as a result", "led him", "opened", "allowed",
    "made it", "this meant", "because=",
    *spoken.RELATION,
)  # fmt: skip

HISTORIANS = (
    "historian", "historiograph", "revisionist", "argues that", "has argued", "according to",
    "interpretation",
)  # fmt: skip

AIMS = (
    "aim=", "aims=", "aimed", "aiming", "intend", "intention", "goal", "objective", "set out to", "hoped to",
    "hoped that", "meant to", "wanted to", "purpose", "ambition", "promised", "his target", "judged against",
    "what he wanted", "sought to", "tried to",
    *spoken.AIMS,
)  # fmt: skip
DEFINING = (
    "defined as", "meaning", "by which", "which means", "is meant", "means=", "meant=", "refers to",
    "can be defined", "understood as", "consisted of", "features of", "main features", "definition",
    "i mean", "if stalinism",
    *spoken.DEFINING,
)  # fmt: skip

CONCLUDING = (
    "in conclusion", "to conclude", "overall", "in summary", "to sum up", "on balance", "ultimately",
    "finally", "in the end", "all in all", "therefore",
    *spoken.CONCLUDING,
)  # fmt: skip

NARRATIVE = (
    "then=", "after that", "next=", "afterwards", "later", "soon after", "after this", "in 19", "one day",
    "first he", "the next", "eventually", "a year later", "meanwhile",
)  # fmt: skip

# Argued down: what stands before these words is ranked low or denied to be the cause…
DEMOTES_BEFORE = (
    "not the main", "not the real", "not the reason", "not the cause", "not the only", "not the biggest",
    "not the most important", "not decisive", "only a catalyst", "just a catalyst", "only a trigger",
    "only the trigger", "less important", "least important", "less significant", "less decisive",
    "cannot explain", "can't explain", "cannot alone explain", "cannot on its own", "does not explain",
    "doesn't explain", "did not cause", "didn't cause", "not responsible", "not why", "not to blame",
    "overstated", "exaggerated", "too neat", "too simple", "wasn't the main", "wasn't the real",
    "wasn't the reason", "wasn't the cause", "wasnt the main", "isn't the main", "isnt the main",
    "not as important", "not so important", "secondary", "not convincing", "less convincing", "unconvincing",
    "a weak argument", "a weak reason", "red herring", "matters less", "mattered less", "counts for less",
    "counted for less", "small matter", "minor cause", "minor factor", "minor reason", "minor role",
    "a small part", "little to do with", "nothing to do with it", "two years before he", "two years earlier",
    "two more years", "another two years", "two years later", "survived it", "survived the", "survived for",
    "can be ruled out", "falls short", "tells against", "not directly", "not enough to",
    "would not have been enough", "cannot have been", "can't have been", "can hardly have",
    "not what brought", "not what removed", "did not bring him down", "does not fit", "doesn't fit",
    "ages ago", "years before that", "not a direct cause", "merely the occasion", "only the occasion",
    "only an excuse", "only a pretext", "an excuse rather", "a pretext rather", "long forgotten",
    "one count in", "side issue", "of little weight", "of less weight", "of minor", "of secondary",
    "little weight", "little importance", "of little account", "only a background", "more an irritation",
    "more of an excuse", "more an excuse", "counts least", "came last", "comes last", "ranks low",
    "rank it low", "rank them low", "rank this low", "near the bottom", "outweighed by", "i would discount",
    "discount this", "can be discounted", "can be dismissed", "would dismiss", "weak argument", "side show",
    "mere symbolism", "mere pretext", "a pretext", "just an excuse", "was an excuse", "beside the point",
    "topples nobody", "only the surface", "only a page", "least because", "weighs little", "weigh little",
    "little bearing", "only part of", "less a cause", "less a motive", "a symptom", "only sped",
    "only speeded", "gets too much", "too much attention", "too much weight", "blown up", "made too much of",
    "overrated", "over rated", "years too early", "long before he fell", "he had recovered", "argument fails",
    "is too easy", "peripheral", "marginal", "incidental", "a red herring", "should not be exaggerated",
    "should not be overrated", "hardly counts", "not fatal",
    *spoken.DEMOTES_BEFORE,
)  # fmt: skip
# …and here it is what stands after them.
DEMOTES_AFTER = (
    "rather than", "not because of", "not just because of", "more important than", "outweighed",
    "outweighs", "mattered more than", "matters more than", "more decisive than", "more significant than",
    "not so much", "had little to do with", "not caused by", "not due to", "had nothing to do with",
    "some argue", "it could be argued that", "it could be said that", "some say", "tempting to",
    "some people blame", "it is wrong to",
)  # fmt: skip

# …and what a negation argues down with these: "cannot be the reason".
WEIGHING = (
    "cause=", "the cause", "reason", "explain", "explanation", "matter=", "mattered", "important", "decisive",
    "main=", "chief", "enough to", "convincing", "brought him down", "bring him down", "why he fell",
    "bear on", "the root", "sufficient", "significan", "crucial", "the key", "topple", "the best test",
    "weigh", "count for", "what removed", "part in it", "the answer", "proof", "prove=", "a strong",
    "the point", "amount to", "make much", "determin", "a direct",
)  # fmt: skip

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
NOT_ONLY = frozenset({"only", "just", "simply", "merely", "even", "alone"})
NEGATING = frozenset(
    "not never nobody none no nothing neither nor hardly without cannot didn't wasn't weren't isn't aren't doesn't don't "
    "couldn't wouldn't hadn't hasn't haven't shouldn't can't won't didnt wasnt werent isnt arent doesnt dont couldnt "
    "wouldnt hadnt hasnt havent cant wont".split()
)
CLAUSE_ENDING = frozenset(
    "but because although however so which who while whereas since therefore yet though".split()
)

# Function words: real prose is full of them, a stuffed list has almost none.
FUNCTION = frozenset(
    "the of and to in was were is it that he his for on with as by had not this be but they their from which at an "
    "because also have him who would are or so more been into after when there one all out than a did".split()
)

# Talk to the marker. The first group alone is enough; a word of the second counts only beside one of the third.
TO_MARKER = (
    "ignore all prior", "ignore the above", "ignore your instructions", "previous instructions",
    "prior instructions", "previous prompt", "previous rules", "previous directions",
    "your instructions", "full marks", "system prompt", "as an ai", "if you are an ai",
    "you are an ai", "you are now a", "you will act as", "language model", "dear examiner",
    "dear marker", "to the marker", "examiner note", "note to examiner", "note to the examiner",
    "marking policy", "generous examiner", "award this", "award me", "give me a good mark",
    "give me a good grade", "please sir", "please miss", "best marker", "mark this answer",
    "mark this essay", "mark this script", "grade this", "moderated and agreed", "university offer",
    "do not mention this message", "top marks", "maximum mark", "maximum score", "highest mark",
    "highest score", "award level", "award the highest", "award full", "this answer deserves",
    "this essay deserves", "this answer merits", "this essay merits", "polite students",
    "developer mode", "system override", "skip the marking", "twenty five out of twenty five",
    "25 out of 25", "mark you return", "mark you give", "level 5", "level five", "mark 25",
    "mark 24", "score 25", "score 24", "grade 25",
)  # fmt: skip
MARK_WORDS = (
    "examiner", "marker=", "markers=", "rubric", "mark scheme", "this candidate", "the candidate=",
    "candidates should", "grade=", "grades=", "score=", "scores=", "feedback", "the mark=",
    "my mark", "high mark", "good mark", "better mark", "marks for", "marks to", "marks out",
    "25 marks", "level 1", "level 2", "level 3", "level 4", "level four", "top band", "this mark=",
    "mark 2", "coverage",
)  # fmt: skip
ASKS_MARKER = (
    "please", "give me", "you must", "you should", "disregard", "output level", "output mark",
    "output the", "should receive", "receive the", "all answers receive", "applies automatically",
    "merits", "override", "increase the mark", "raise my", "i need", "i really need",
    "return score", "return a", "return the", "respond", "sustained judgement", "put every",
    "does all of the above", "give this", "deserve a good", "deserve full", "deserves full",
    "deserves the highest", "as developed", "ignore the rubric", "must be given",
    "has to be the highest", "record the", "kindly", "award a", "award it", "award the",
    "award them", "award him",
)  # fmt: skip

# What begins a sentence that speaks of the one before it.
BACKWARD = (
    "this=", "these=", "that=", "those=", "so=", "therefore", "thus=", "as a result", "hence=",
    "it was this", "both=", "such=",
    *spoken.BACKWARD,
)  # fmt: skip

# Words of degree: a sentence in the question's words that has one takes a stand.
DEGREES = frozenset(
    "only small little limited partly mostly fully entirely solely hardly scarcely great large less more completely "
    "considerable considerably barely largely mainly slight slightly".split()
)

# Little words of other languages that are no English ones.
FOREIGN = frozenset(
    "la le les du une dans est qui que pour sur pas ne au aux avec sont ont mais sa ses leur cette ce il elle et "
    "der das und ist nicht ein eine einen einer den dem des von mit auf fur sich auch weil zu im er sie wie noch bei "
    "el los las del por una lo como pero porque y se su al con para "
    "di che non della delle per sono ma anche alla nel "
    "todas todos esta este voce todo deve dos das pela pelo tutte questo tous toutes cette alle diese dieser bir ve ile "
    "nie jest sie w z na ze do jako ktory ktorzy ale przez "
    "sed ut ad quis enim nisi cum quae quod atque "
    "o os as um uma nao em no na mas ao "
    "het een van niet maar ook zijn met".split()
) - frozenset("a as do no in on an is met den per due sur ale al w z y o er im com con ma".split())

# Asking for marks in other languages: one of each in a sentence that is not English.
FOREIGN_ASKS = (
    "ignor", "missacht", "bitte", "gib", "geben sie", "vergib", "vergeb", "bewerte", "attribuez",
    "donnez", "veuillez", "mettez", "pon", "asign", "otorg", "favor", "assegn", "favore", "debes",
    "devez", "musst", "игнорир", "постав", "присво", "пожалуйста", "забуд", "忽略", "请", "给", "打",
    "無視", "つけ", "무시", "تجاهل", "daj", "prosze", "zignoruj", "negeer", "geef",
)  # fmt: skip
FOREIGN_MARKS = (
    "punktzahl", "punkte", "note maximale", "bonne note", "beste note", "die note", "prufer",
    "anweisung", "bewertung", "maximale", "instruction", "correcteur", "points", "bareme", "nota",
    "instruccion", "corrector", "puntos", "calificacion", "voto", "istruzion", "esaminator",
    "punteggio", "балл", "оценк", "инструкц", "экзаменатор", "满分", "指令", "分数", "阅卷", "満点", "指示",
    "만점", "지시", "الدرجة", "التعليمات", "ocen", "punkt", "polecen", "instrucoes", "cijfer",
    "instructie",
)  # fmt: skip

# What salad breaks: an article or the like is never followed by these, nor ends a sentence ("" stands for the end).
DETERMINERS = frozenset("the a an his their its every".split())
AFTER_NO_DETERMINER = frozenset(
    "the a an of to in on at by for with from and or but because which who that was were is are had has have did not he "
    "they it therefore his their its when while so than then into".split()
) | {""}
# Little words that hold a list together as well as they do prose.
JOINING = frozenset("the of and in a an on at for with from or to".split())

"""A weak and a strong answer to the first question, written for the screenshots; and one in notes."""

WEAK = """\
I think Khrushchev fell because people did not like him. He was rude and he banged his shoe. After Stalin everybody \
hated the old ways, so Stalin lost and Khrushchev lost as well. The missiles went to Cuba, which was bad for him. \
He was arrested and shot in 1964. There were lots of problems in the country and in the end it was his own fault.
"""

STRONG = """\
Destalinisation was responsible for Khrushchev's fall to a large extent, but only if the word covers more than the \
attack on Stalin's name. The words of 1956 gave him enemies; the reforms that followed took away his friends. I judge \
each cause by one test: without it, would the Central Committee still have voted against him in October 1964?

The attack on Stalin passes that test only in part. The Secret Speech of February 1956 frightened men like Molotov and \
Kaganovich, because they had signed the arrest lists themselves, and in June 1957 seven of the eleven full members of \
the Presidium tried to remove him. Yet they lost, because the Central Committee, full of regional secretaries whom he \
had promoted, voted to keep him. By 1964 the old Stalinists had no votes left, so their anger cannot explain the result.

What had changed was the loyalty of those secretaries, and here destalinisation in the wider sense was decisive. The \
Party rules of October 1961 made a quarter of the Central Committee give up their seats at each election, so a post was \
no longer for life. In November 1962 he split the regional committees into industrial and agricultural halves, which \
cost every secretary half of his power. These reforms were meant to end the closed officialdom of Stalin's years, and \
therefore the very men who had saved him in 1957 now had a reason to let him go. It is telling that his successors \
reversed the division within weeks.

It could be argued that farming mattered more. He had made himself the Party's expert, so when the Virgin Lands eroded \
and the harvest of 1963 was so poor that grain was bought from Canada and the United States, the failure was his own. \
However, bad harvests had not removed any earlier leader; this one gave his opponents an argument, not a motive. The \
Cuban Missile Crisis of October 1962 weakened him with the generals, but two years passed before anyone acted, which \
suggests that it was an excuse rather than the cause.

In conclusion, destalinisation was the main cause of his fall, more through the reforms of the Party than through the \
words against Stalin. The harvest and his high-handed manner decided when it happened; the loss of the secretaries \
decided that it could happen at all.
"""

NOTES = """\
- Cuba 1962: the missiles went in and then out, which was a humiliation for him
- the sovnarkhozy of 1957: ministries were shut
- the Virgin Lands and the bad harvest of 1963, grain from Canada
- the Party was split in 1962 and the secretaries were angry
"""

"""What a person at a terminal gives and sees: an answer file read with care, a report drawn in text.

May import: marking, domain, rich; never settings or assets. Only `cli` may import it.
"""

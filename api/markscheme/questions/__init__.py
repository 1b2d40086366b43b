"""The question bank as a student may see it: no factor, evidence or example leaves through here.

May import: web, packs, marking, domain.
"""

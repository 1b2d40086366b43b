"""A student's answer: marked, stored, explained, compared with earlier attempts and followed by study.

May import: questions (its service), web, packs, db, encoders, marking, domain.
"""

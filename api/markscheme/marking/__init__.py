"""The mark: text -> sentences -> evidence -> factors and qualities -> level and mark -> next steps.

Pure: no clock, random, files, network or settings. May import: domain, the pure standard library, pydantic,
numpy, and pure text libraries (PyStemmer, RapidFuzz).
"""

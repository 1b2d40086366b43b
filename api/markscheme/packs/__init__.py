"""Packs: YAML under knowledge/ becomes domain nouns, or a list of everything that is wrong with it.

May import: domain, pydantic, yaml and the standard library.
"""

"""The nouns: frozen models that are at once pack schema, core data, stored document and response body.

May import: the pure standard library and pydantic.
"""

"""Sentence encoders that satisfy marking's Encoder protocol, and the artefacts they load.

May import: marking, domain, numpy.
"""

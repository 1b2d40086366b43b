"""Detectors of judgement and craft, one file each: from a View to a QualityFinding.

Each is a deterministic proxy (docs/accuracy.md says where it fails), shown with the sentences it rests on.
May import: marking's views and documents, domain, numpy.
"""

"""Markscheme: essay practice that marks like an examiner and shows its working."""

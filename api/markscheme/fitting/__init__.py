"""Learning from marked answers. The one floor of the product that may import scipy, and only inside functions,
so that marking never pays for it.
"""

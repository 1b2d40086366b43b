"""Language models behind one protocol: the clients, the prompts, the breaker and the budget. Nothing here is needed.

May import: domain, httpx2, YAML; pydantic-ai only where it is asked for.
"""

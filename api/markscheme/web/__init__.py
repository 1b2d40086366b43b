"""What every room's routes share: errors, limits, paging, static pages, OpenAPI.

May import: marking and domain, FastAPI and Starlette. Knows no room.
"""

"""Tables, the connection to them, and the migrations that made them.

May import: domain, SQLAlchemy and Alembic. SQL lives here and in each room's store.py.
"""

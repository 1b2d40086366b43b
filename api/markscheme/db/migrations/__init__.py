"""Alembic scripts: one file a change of the tables, run by `db.migrate`."""

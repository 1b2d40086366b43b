"""Answers, and the keys that make sending one twice harmless."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the first two tables."""
    op.create_table(
        "answers",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("owner", sa.String(64), nullable=False),
        sa.Column("question_id", sa.String(80), nullable=False),
        sa.Column("external_ref", sa.String(255)),
        sa.Column("previous_id", sa.String(64), sa.ForeignKey("answers.id")),
        sa.Column("attempt", sa.Integer, nullable=False),
        sa.Column("created", sa.String(27), nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("level", sa.Integer),
        sa.Column("mark", sa.Integer),
        sa.Column("document", sa.Text, nullable=False),
    )
    op.create_index("answers_by_owner", "answers", ["owner", "created", "id"])
    op.create_index("answers_by_previous", "answers", ["previous_id"])
    op.create_table(
        "idempotency",
        sa.Column("scope", sa.String(64), primary_key=True),
        sa.Column("key", sa.String(255), primary_key=True),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("answer_id", sa.String(64), sa.ForeignKey("answers.id"), nullable=False),
        sa.Column("created", sa.String(27), nullable=False),
    )

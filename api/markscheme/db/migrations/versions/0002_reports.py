"""Later reports on an answer: what re-marking appends."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "reports",
        sa.Column("answer_id", sa.String(64), sa.ForeignKey("answers.id"), primary_key=True),
        sa.Column("revision", sa.Integer, primary_key=True),
        sa.Column("created", sa.String(27), nullable=False),
        sa.Column("document", sa.Text, nullable=False),
    )

"""What language models cost, and the replies that need not be asked for again."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the two tables."""
    op.create_table(
        "model_spend",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("student", sa.String(64), nullable=False),
        sa.Column("model", sa.String(255), nullable=False),
        sa.Column("prompt", sa.String(80), nullable=False),
        sa.Column("cost", sa.Integer, nullable=False),
        sa.Column("tokens_in", sa.Integer),
        sa.Column("tokens_out", sa.Integer),
        sa.Column("estimated", sa.Boolean),
    )
    op.create_index("model_spend_by_day", "model_spend", ["day", "student"])
    op.create_table(
        "model_replies",
        sa.Column("report_hash", sa.String(64), primary_key=True),
        sa.Column("prompt", sa.String(80), primary_key=True),
        sa.Column("model", sa.String(255), primary_key=True),
        sa.Column("created", sa.String(27), nullable=False),
        sa.Column("document", sa.Text, nullable=False),
    )

"""What is held of each student's cards, and every review of them."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the two tables."""
    op.create_table(
        "cards",
        sa.Column("owner", sa.String(64), primary_key=True),
        sa.Column("card_id", sa.String(80), primary_key=True),
        sa.Column("due", sa.String(27), nullable=False),
        sa.Column("document", sa.Text, nullable=False),
    )
    op.create_index("cards_by_due", "cards", ["owner", "due"])
    op.create_table(
        "card_reviews",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("owner", sa.String(64), nullable=False),
        sa.Column("card_id", sa.String(80), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("standing", sa.String(8), nullable=False),
        sa.Column("hints", sa.Integer, nullable=False),
        sa.Column("rating", sa.Integer, nullable=False),
        sa.Column("conversation_id", sa.String(64), sa.ForeignKey("conversations.id"), nullable=False),
    )
    op.create_index("card_reviews_by_card", "card_reviews", ["owner", "card_id"])

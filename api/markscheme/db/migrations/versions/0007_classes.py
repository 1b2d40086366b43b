"""Classes, the codes that join them, and who is in them."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the two tables."""
    op.create_table(
        "classes",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("school_id", sa.String(64), sa.ForeignKey("schools.id"), nullable=False),
        sa.Column("teacher_id", sa.String(64), sa.ForeignKey("people.id"), nullable=False),
        sa.Column("name", sa.String(255), nullable=False),
        sa.Column("code", sa.String(8), nullable=False, unique=True),
        sa.Column("code_expires", sa.String(27), nullable=False),
        sa.Column("created", sa.String(27), nullable=False),
    )
    op.create_index("classes_by_school", "classes", ["school_id", "teacher_id"])
    op.create_table(
        "members",
        sa.Column("class_id", sa.String(64), sa.ForeignKey("classes.id"), primary_key=True),
        sa.Column("person_id", sa.String(64), sa.ForeignKey("people.id"), primary_key=True),
        sa.Column("joined", sa.String(27), nullable=False),
    )

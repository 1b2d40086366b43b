"""Every table. Columns are an index into the stored document; a migration makes each change."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, MetaData, String, Table, Text

metadata = MetaData()

answers = Table(
    "answers",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("owner", String(64), nullable=False),
    Column("question_id", String(80), nullable=False),
    Column("external_ref", String(255)),
    Column("previous_id", String(64), ForeignKey("answers.id")),
    Column("attempt", Integer, nullable=False),
    # RFC 3339 in UTC with six places, so that text order is time order.
    Column("created", String(27), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("level", Integer),
    Column("mark", Integer),
    Column("document", Text, nullable=False),
    Index("answers_by_owner", "owner", "created", "id"),
    Index("answers_by_previous", "previous_id"),
)

# The first report is in the answer's own document; each later one is here with the whole answer as it then reads.
# `revision`, `level` and `mark` of `answers` tell of the latest.
reports = Table(
    "reports",
    metadata,
    Column("answer_id", String(64), ForeignKey("answers.id"), primary_key=True),
    Column("revision", Integer, primary_key=True),
    Column("created", String(27), nullable=False),
    Column("document", Text, nullable=False),
)

idempotency = Table(
    "idempotency",
    metadata,
    Column("scope", String(64), primary_key=True),
    Column("key", String(255), primary_key=True),
    Column("fingerprint", String(64), nullable=False),
    Column("answer_id", String(64), ForeignKey("answers.id"), nullable=False),
    Column("created", String(27), nullable=False),
)

conversations = Table(
    "conversations",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("owner", String(64), nullable=False),
    Column("created", String(27), nullable=False),
    Column("changed", String(27), nullable=False),
    # How many turns there are: a turn is stored only by who has seen the one before it.
    Column("turns", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Index("conversations_by_owner", "owner", "changed", "id"),
)

turns = Table(
    "turns",
    metadata,
    Column("conversation_id", String(64), ForeignKey("conversations.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    # The Idempotency-Key of the message and what it was sent with, where it came with one.
    Column("key", String(255)),
    Column("fingerprint", String(64)),
    Column("complete", Integer, nullable=False),
    Column("document", Text, nullable=False),
    Index("turns_by_key", "conversation_id", "key", unique=True),
)

# What each request to a language model cost, in millionths of the unit that prices are in. Until it is settled, what was
# reserved for it.
model_spend = Table(
    "model_spend",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("day", String(10), nullable=False),
    Column("student", String(64), nullable=False),
    Column("model", String(255), nullable=False),
    Column("prompt", String(80), nullable=False),
    Column("cost", Integer, nullable=False),
    Column("tokens_in", Integer),
    Column("tokens_out", Integer),
    Column("estimated", Boolean),
    Index("model_spend_by_day", "day", "student"),
)

# Checked claims, kept under what they were made from.
model_replies = Table(
    "model_replies",
    metadata,
    Column("report_hash", String(64), primary_key=True),
    Column("prompt", String(80), primary_key=True),
    Column("model", String(255), primary_key=True),
    Column("created", String(27), nullable=False),
    Column("document", Text, nullable=False),
)

# What is held of each card that a student has met; `due` is its own, for looking up.
cards = Table(
    "cards",
    metadata,
    Column("owner", String(64), primary_key=True),
    Column("card_id", String(80), primary_key=True),
    Column("due", String(27), nullable=False),
    Column("document", Text, nullable=False),
    Index("cards_by_due", "owner", "due"),
)

# Every answer to a card; lines are only added.
card_reviews = Table(
    "card_reviews",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("owner", String(64), nullable=False),
    Column("card_id", String(80), nullable=False),
    Column("at", String(27), nullable=False),
    Column("standing", String(8), nullable=False),
    Column("hints", Integer, nullable=False),
    # The scheduler's: 1 again, 2 hard, 3 good.
    Column("rating", Integer, nullable=False),
    Column("conversation_id", String(64), ForeignKey("conversations.id"), nullable=False),
    Index("card_reviews_by_card", "owner", "card_id"),
)

schools = Table(
    "schools",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("name", String(255), nullable=False),
    # What one types to sign in where a server has several schools.
    Column("code", String(80), nullable=False, unique=True),
    Column("accounts_required", Boolean, nullable=False),
    Column("created", String(27), nullable=False),
)

people = Table(
    "people",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("school_id", String(64), ForeignKey("schools.id"), nullable=False),
    Column("name", String(255), nullable=False),
    # What two spellings of one name share.
    Column("name_key", String(255), nullable=False),
    Column("role", String(32), nullable=False),
    Column("active", Boolean, nullable=False),
    # An argon2id hash; none until an invitation is taken up.
    Column("password", String(255)),
    Column("created", String(27), nullable=False),
    Index("people_by_name", "school_id", "name_key", unique=True),
)

# Only hashes of the secrets: who reads the file can neither sign in nor use a link.
sessions = Table(
    "sessions",
    metadata,
    Column("secret_hash", String(64), primary_key=True),
    Column("id", String(64), nullable=False),
    Column("person_id", String(64), ForeignKey("people.id"), nullable=False),
    Column("device", String(80), nullable=False),
    Column("created", String(27), nullable=False),
    Column("seen", String(27), nullable=False),
    Index("sessions_by_person", "person_id", "created"),
)

# One-time links: to set a school up, or for one person to choose a password.
links = Table(
    "links",
    metadata,
    Column("secret_hash", String(64), primary_key=True),
    Column("person_id", String(64), ForeignKey("people.id")),
    Column("created", String(27), nullable=False),
    Column("expires", String(27), nullable=False),
    Column("used", String(27)),
    Index("links_by_person", "person_id"),
)

classes = Table(
    "classes",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("school_id", String(64), ForeignKey("schools.id"), nullable=False),
    Column("teacher_id", String(64), ForeignKey("people.id"), nullable=False),
    Column("name", String(255), nullable=False),
    # What joins it, until it expires.
    Column("code", String(8), nullable=False, unique=True),
    Column("code_expires", String(27), nullable=False),
    Column("created", String(27), nullable=False),
    Index("classes_by_school", "school_id", "teacher_id"),
)

members = Table(
    "members",
    metadata,
    Column("class_id", String(64), ForeignKey("classes.id"), primary_key=True),
    Column("person_id", String(64), ForeignKey("people.id"), primary_key=True),
    Column("joined", String(27), nullable=False),
)

"""Refusals: what can be wrong with a request, as facts. `web.errors` alone turns them into HTTP."""

from datetime import timedelta

MAX_CHARACTERS = 20_000


class AnswerTooLongError(ValueError):
    """The answer is longer than MAX_CHARACTERS code points; `length` says how long."""

    def __init__(self, length: int) -> None:
        super().__init__(f"the answer has {length} characters; at most {MAX_CHARACTERS} can be marked")
        self.length = length


class UnknownAnswerError(LookupError):
    """No stored answer has this id."""

    def __init__(self, answer_id: str) -> None:
        super().__init__("no stored answer has this id; ids are given once, when an answer is stored")
        self.answer_id = answer_id


class UnknownSchemeError(LookupError):
    """No mark scheme has this id; `known` lists those there are."""

    def __init__(self, scheme_id: str, known: tuple[str, ...]) -> None:
        super().__init__(f"unknown mark scheme {scheme_id!r}; known: {', '.join(known)}")
        self.scheme_id = scheme_id
        self.known = known


class PreviousAnswerMismatchError(ValueError):
    """The answer to improve on was written for another question."""

    def __init__(self, previous_question: str, question: str) -> None:
        super().__init__(f"the previous answer is to {previous_question!r}, this one to {question!r}")
        self.previous_question = previous_question
        self.question = question


class IdempotencyKeyReusedError(ValueError):
    """The same Idempotency-Key came with another body."""

    def __init__(self, key: str) -> None:
        super().__init__("this Idempotency-Key was used for another answer; send a new key with a new answer")
        self.key = key


class InvalidCursorError(ValueError):
    """A cursor that no list of ours gave out."""

    def __init__(self) -> None:
        super().__init__("the cursor is not one that this list gave out; start again without it")


class MarkerUnavailableError(RuntimeError):
    """Marking could not be done now; nothing was stored and a later try may succeed."""


class StorageUnavailableError(RuntimeError):
    """The database cannot be read or written now; `reason` is what it said."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"the database cannot be used now: {reason}")
        self.reason = reason


class RateLimitedError(RuntimeError):
    """Too many requests from one address; `retry_after` says how long to wait."""

    def __init__(self, retry_after: timedelta) -> None:
        super().__init__("too many answers from this address in a short time; nothing was stored")
        self.retry_after = retry_after


class UnknownConversationError(LookupError):
    """No stored conversation has this id."""

    def __init__(self, conversation_id: str) -> None:
        super().__init__("no conversation has this id; ids are given once, when a conversation is begun")
        self.conversation_id = conversation_id


class ConversationMovedError(ValueError):
    """The conversation has gone on since the sender last looked; `turn` is the number that was to be stored."""

    def __init__(self, turn: int) -> None:
        super().__init__(
            "this conversation has gone on elsewhere, in another tab perhaps; nothing was lost: "
            "read it again, then send your message"
        )
        self.turn = turn


class EmptyMessageError(ValueError):
    """A message with neither words nor an action."""

    def __init__(self) -> None:
        super().__init__("a message needs some text or an action")


class NotSignedInError(RuntimeError):
    """What was asked for needs somebody who is signed in."""

    def __init__(self) -> None:
        super().__init__("sign in first; nothing was changed")


class WrongPasswordError(ValueError):
    """Name and password do not belong together; which of them is wrong is not told."""

    def __init__(self) -> None:
        super().__init__("the name and the password do not belong together; check both and the school")


class NotAllowedError(RuntimeError):
    """Somebody is signed in, and it is not for them to do."""

    def __init__(self) -> None:
        super().__init__("your account may not do this; nothing was changed")


class SpentLinkError(LookupError):
    """A one-time link that was used, has run out, or never was."""

    def __init__(self) -> None:
        super().__init__("this link has been used or has run out; ask for a new one")


class NameTakenError(ValueError):
    """Somebody in the school signs in with this name already."""

    def __init__(self) -> None:
        super().__init__("somebody in this school has this name already; add an initial or a second name")


class WeakPasswordError(ValueError):
    """A password that is the first to be guessed."""

    def __init__(self) -> None:
        super().__init__(
            "this password would be guessed first; use several words, not the name or the school's"
        )


class UnknownSessionError(LookupError):
    """The person has no such session."""

    def __init__(self) -> None:
        super().__init__("you are not signed in there, or no longer")


class UnknownPersonError(LookupError):
    """Nobody in the asker's school has this id, or nobody who is active."""

    def __init__(self) -> None:
        super().__init__("nobody in your school has this id, or they are deactivated")


class LastAdministratorError(ValueError):
    """Nobody would be left who can administer the school."""

    def __init__(self) -> None:
        super().__init__("nobody would be left to administer the school; invite another administrator first")


class UnknownClassError(LookupError):
    """The asker teaches no class of this id."""

    def __init__(self) -> None:
        super().__init__("you teach no class of this id")


class UnknownCodeError(LookupError):
    """A code that joins no class: mistyped, changed or run out."""

    def __init__(self) -> None:
        super().__init__("this code joins no class; check it, or ask your teacher whether there is a new one")


class AccountNeededError(RuntimeError):
    """Practice needs an account here."""

    def __init__(self) -> None:
        super().__init__("Your school asks you to sign in first; nothing is lost.")


class PasswordsBusyError(RuntimeError):
    """More people sign in at once than passwords can be checked."""

    def __init__(self) -> None:
        super().__init__("very many people are signing in at this moment; try again shortly")


class ThrottledError(RateLimitedError):
    """Too many tries in a row; `retry_after` says how long to wait before the next."""

    def __init__(self, retry_after: timedelta) -> None:
        super().__init__(retry_after)
        self.args = ("too many tries in a row from here; wait a little, then try again",)

"""Find the command, run it, and turn what goes wrong into one line and an exit code."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from typing import Final

from ...mailbox.errors import MailError, StoreError
from ...mailbox.sentence import sentence_of
from ...replies.errors import OrderFileError, PreferenceError, ReplyError
from ..profile import Profile
from .exits import BAD_INPUT, CLOSED_PIPE, FAULT, INTERRUPTED, BadInputError
from .output import complain, drop_output

Command = Callable[[argparse.Namespace, Profile], int]
_TOLD: Final = (BadInputError, MailError, StoreError, ReplyError, OrderFileError, PreferenceError)


def run(options: argparse.Namespace, profile: Profile) -> int:
    """Run a command; the result is the exit code. No traceback ever reaches the seller."""
    try:
        code = _command(options)(options, profile)
        sys.stdout.flush()
    except BrokenPipeError:
        drop_output()
        return CLOSED_PIPE
    except KeyboardInterrupt:
        complain("stopped")
        return INTERRUPTED
    except _TOLD as error:
        complain(sentence_of(error))
        return BAD_INPUT
    except OSError as error:
        complain(f"{error.filename or 'the disk'}: {error.strerror or error}.")
        return BAD_INPUT
    except Exception as error:  # noqa: BLE001 - no traceback ever reaches the seller
        complain(
            f"A fault of the program ({type(error).__name__}: {error}). Nothing that was not "
            "confirmed is done. If the database may be damaged, run 'softanswer doctor'."
        )
        return FAULT
    return code


def _command(options: argparse.Namespace) -> Command:
    """The function of a command; only its own group is imported, so that a start stays quick."""
    name, action = options.command, getattr(options, "action", None)
    if name == "account":
        from . import account_folders, accounts

        return {
            "add": accounts.add,
            "find": accounts.find,
            "folders": account_folders.folders,
            "list": accounts.list_,
            "remove": accounts.remove,
            "sign-in": accounts.sign_in,
            "test": accounts.test,
        }[str(action)]
    if name in {"sync", "fetch"}:
        from . import sync

        return {"sync": sync.sync, "fetch": sync.fetch}[name]
    if name in {"messages", "message", "cases"}:
        from . import mail

        return {
            "messages": mail.messages,
            "message": mail.message,
            "cases": mail.list_cases,
        }[name]
    if name == "orders":
        return _orders(str(action))
    if name in {"check", "classify", "suggest"}:
        from . import tone

        return {"check": tone.check, "classify": tone.classify, "suggest": tone.suggest}[name]
    return _outbox_or_profile(name, str(action))


def _orders(action: str) -> Command:
    if action in {"show", "confirm"}:
        from . import order_facts

        return {"show": order_facts.show, "confirm": order_facts.confirm}[action]
    from . import orders

    return {"import": orders.import_, "match": orders.match}[action]


def _outbox_or_profile(name: str, action: str) -> Command:
    if name == "outbox":
        from . import outbox

        return {
            "hold": outbox.hold,
            "list": outbox.list_,
            "take-back": outbox.take_back,
            "confirm": outbox.confirm,
            "run": outbox.run,
        }[action]
    if name == "settings":
        from . import settings

        return {"get": settings.get, "set": settings.set_}[action]
    if name == "export":
        from . import export

        return {"case": export.case}[action]
    if name in {"backup", "restore"}:
        from . import backup

        return {"backup": backup.backup, "restore": backup.restore}[name]
    from . import doctor

    return doctor.examine

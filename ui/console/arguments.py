"""The command line: every command of the program with its options."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, NoReturn, TypeAlias

from ... import __version__
from ...mailbox.mail_link import SCHEME
from ...mailbox.sentence import Sentence
from .exits import BadInputError

_LANGUAGES: Final = ("auto", "en", "ru", "de", "fr", "es", "zh")
_CHANNELS: Final = ("amazon", "ebay", "abebooks", "own")
_STANCES: Final = ("own", "explain", "firm", "boundary", "celebrate")
_MOST_DIGITS: Final = 18  # of a row of SQLite, which ends at 2 ** 63


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, without the usage text."""

    def error(self, message: str) -> NoReturn:
        raise BadInputError(f"{message}. See '{self.prog} --help'.")


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS and int(text)):
        raise argparse.ArgumentTypeError(f"'{text}' is no whole number from 1 up")
    return int(text)


def _folder(text: str) -> Path:
    if not text:
        raise argparse.ArgumentTypeError("the name of the folder is empty")
    return Path(text)


def parser(arguments: Sequence[str] = ()) -> argparse.ArgumentParser:
    """The parser of the command line.

    Args:
        arguments: those it is for; it then knows only the commands of their group, where they
            name one, for all together cost 10 ms.
    """
    top = _Parser(
        prog="softanswer", description="The inbox where no angry letter is answered in anger."
    )
    top.add_argument("--profile", type=_folder, metavar="DIR", help="where everything is kept")
    top.add_argument("--version", action="version", version=f"softanswer {__version__}")
    top.add_argument("--demo", action="store_true", help="open the window on a sample shop")
    commands = top.add_subparsers(dest="command", parser_class=_Parser, metavar="COMMAND")
    named = _command_in(arguments)
    groups = [add for names, add in _GROUPS if named in names]
    for add in groups or [add for _, add in _GROUPS]:
        add(commands)
    return top


def parsed(arguments: Sequence[str]) -> argparse.Namespace:
    """What a command line asks for; in place of a command a mail link may stand: `mail_link`.

    Raises:
        BadInputError: it is wrong; the message says how and what to do.
    """
    link = _command_in(arguments)
    if not link.lower().startswith(SCHEME):
        link = ""
    rest = [one for one in arguments if not link or one != link]
    options = parser(rest).parse_args(rest)
    options.mail_link = link
    if link and (options.demo or options.command):
        raise BadInputError(
            Sentence("Console", "A mail link opens your own window: leave everything else out.")
        )
    return options


def _command_in(arguments: Sequence[str]) -> str:
    """The word that stands where the command does, "" where there is none."""
    left = iter(arguments)
    for one in left:
        if one == "--profile":
            next(left, "")
        elif not one.startswith("-"):
            return one
    return ""


_Commands: TypeAlias = "argparse._SubParsersAction[_Parser]"  # noqa: SLF001 - its type has no other name


def _format(command: argparse.ArgumentParser, *choices: str) -> None:
    command.add_argument("--format", choices=choices, default="text")


def _add_account(commands: _Commands) -> None:
    account = commands.add_parser("account", help="the mail accounts")
    kinds = account.add_subparsers(dest="action", required=True, parser_class=_Parser)
    add = kinds.add_parser("add", help="add an account; its secret is read from stdin")
    add.add_argument("--address", required=True)
    servers = "not needed for well-known providers; 'account find' names it"
    add.add_argument("--imap", metavar="HOST:PORT", help=servers)
    add.add_argument("--smtp", metavar="HOST:PORT", help=servers)
    add.add_argument("--imap-security", choices=("tls", "starttls", "none"), default="tls")
    add.add_argument("--smtp-security", choices=("tls", "starttls", "none"), default="tls")
    add.add_argument("--username")
    add.add_argument("--name", default="", help="the name in the From field")
    add.add_argument(
        "--identity",
        action="append",
        default=[],
        metavar="ADDRESS[=amazon,ebay,abebooks]",
        help="an address to write from, with the marketplaces that know it; may be repeated",
    )
    _add_oauth(add)
    find = kinds.add_parser("find", help="find the servers of an address")
    find.add_argument("address")
    find.add_argument(
        "--guess",
        action="store_true",
        help="try usual names too; those servers learn that somebody asks",
    )
    _format(find, "text", "json")
    _format(kinds.add_parser("list", help="list the accounts"), "text", "json")
    for name, does in (
        ("remove", "forget an account, and give back its access"),
        ("sign-in", "sign in through the provider's page in the browser"),
        ("test", "log in to both servers"),
    ):
        kinds.add_parser(name, help=does).add_argument("address")
    folders = kinds.add_parser("folders", help="list the server's folders, and choose among them")
    folders.add_argument("address")
    for option, does in (
        ("--follow", "follow this folder besides INBOX and Sent; may be repeated"),
        ("--leave", "follow it no more, and keep nothing of it here; may be repeated"),
    ):
        folders.add_argument(option, action="append", default=[], metavar="FOLDER", help=does)
    _format(folders, "text", "json")


def _add_oauth(add: argparse.ArgumentParser) -> None:
    add.add_argument("--auth", choices=("password", "oauth"), default="password")
    oauth = add.add_argument_group(
        "with --auth oauth", "stdin is then the client secret, or empty"
    )
    oauth.add_argument("--client-id", metavar="ID", help="of the client that you registered")
    oauth.add_argument("--oauth-provider", choices=("google", "microsoft"))
    for option in ("--authorize-url", "--token-url", "--revoke-url"):
        oauth.add_argument(option, default="", metavar="URL", help="of another provider")
    oauth.add_argument("--scope", action="append", default=[], help="of another provider")


def _add_mail(commands: _Commands) -> None:
    sync = commands.add_parser("sync", help="fetch new mail")
    sync.add_argument("--account", metavar="ADDRESS")
    sync.add_argument("--watch", action="store_true", help="stay and wait for new mail")
    _format(sync, "text", "json")
    fetch = commands.add_parser("fetch", help="fetch what of a letter was left on the server")
    fetch.add_argument("id", type=_number, metavar="ID")
    messages = commands.add_parser("messages", help="list or search messages")
    messages.add_argument("--query", default="")
    messages.add_argument("--limit", type=_number, default=50)
    _format(messages, "text", "json")
    message = commands.add_parser("message", help="show one message")
    message.add_argument("id", type=_number)
    _format(message, "text", "json", "eml")
    _format(commands.add_parser("cases", help="list the complaints"), "text", "json")


def _add_orders(commands: _Commands) -> None:
    orders = commands.add_parser("orders", help="orders and parcels")
    kinds = orders.add_subparsers(dest="action", required=True, parser_class=_Parser)
    read = kinds.add_parser("import", help="import exports of marketplaces and postage services")
    read.add_argument("files", nargs="+", type=Path, metavar="FILE")
    read.add_argument("--dry-run", action="store_true")
    read.add_argument(
        "--source", metavar="NAME", help="the format, where it should be a certain one"
    )
    read.add_argument("--mapping", metavar="NAME|MAP.json")
    _format(read, "text", "json")
    match = kinds.add_parser("match", help="which order a message is about")
    match.add_argument("file", type=Path, metavar="FILE.eml")
    _format(match, "text", "json")
    shown = kinds.add_parser("show", help="what files and mail say of an order")
    shown.add_argument("number", metavar="NUMBER")
    _format(shown, "text", "json")
    right = kinds.add_parser("confirm", help="say that what mail says of an order is right")
    right.add_argument("number", metavar="NUMBER")


def _add_tone(commands: _Commands) -> None:
    check = commands.add_parser("check", help="check the tone of a reply")
    check.add_argument("file", nargs="?", default="-")
    check.add_argument("--language", choices=_LANGUAGES, default="auto")
    check.add_argument("--order", type=Path, metavar="ORDER.json")
    check.add_argument("--heat", type=int, choices=range(4))
    check.add_argument("--channel", choices=_CHANNELS)
    _format(check, "text", "json", "jsonl")
    classify = commands.add_parser("classify", help="is it a complaint, of what kind, how hot")
    classify.add_argument("file", nargs="?", default="-")
    _format(classify, "text", "json", "jsonl")
    suggest = commands.add_parser("suggest", help="the replies the window would offer")
    suggest.add_argument("file", type=Path, metavar="FILE.eml")
    suggest.add_argument("--order", type=Path, metavar="ORDER.json")
    suggest.add_argument("--language", choices=_LANGUAGES, default="auto")
    suggest.add_argument("--stance", choices=_STANCES)
    _format(suggest, "text", "json")


def _add_outbox(commands: _Commands) -> None:
    outbox = commands.add_parser("outbox", help="held replies")
    kinds = outbox.add_subparsers(dest="action", required=True, parser_class=_Parser)
    hold = kinds.add_parser("hold", help="let a finished reply cool down")
    hold.add_argument("--reply-to", type=_number, required=True, metavar="MESSAGE_ID")
    hold.add_argument("file", nargs="?", default="-")
    hold.add_argument("--dismiss", action="append", default=[], metavar="RULE=REASON")
    hold.add_argument(
        "--from", dest="sender", default="", metavar="ADDRESS", help="one of the account's own"
    )
    hold.add_argument(
        "--attach",
        action="append",
        default=[],
        type=Path,
        metavar="FILE",
        help="a file that goes with it; may be repeated",
    )
    _format(hold, "text", "json")
    _format(kinds.add_parser("list", help="list the held replies"), "text", "json")
    for name, does in (
        ("take-back", "end a hold; the text becomes a draft again"),
        ("confirm", "the gate's Send: let a reply go that you have read again"),
    ):
        step = kinds.add_parser(name, help=does)
        step.add_argument("id", type=_number)
        _format(step, "text", "json")
    run = kinds.add_parser("run", help="the postman without a window")
    run.add_argument("--until-empty", action="store_true", help="end when nothing is to be sent")


def _add_settings(commands: _Commands) -> None:
    settings = commands.add_parser("settings", help="the preferences")
    kinds = settings.add_subparsers(dest="action", required=True, parser_class=_Parser)
    kinds.add_parser("get", help="show a setting").add_argument("key", nargs="?")
    change = kinds.add_parser("set", help="change a setting")
    change.add_argument("key")
    change.add_argument("value", nargs=argparse.REMAINDER)
    doctor = commands.add_parser("doctor", help="what the program needs here, and how to mend it")
    mending = doctor.add_mutually_exclusive_group()
    mending.add_argument("--repair", action="store_true", help="set a damaged database aside")
    mending.add_argument(
        "--compact", action="store_true", help="give the space of deleted letters back to the disk"
    )
    _format(doctor, "text", "json")


def _add_backup(commands: _Commands) -> None:
    for name, what in (
        ("backup", "write the whole profile into one file, without passwords"),
        ("restore", "put a backup in the place of the profile"),
    ):
        commands.add_parser(name, help=what).add_argument("file", type=Path, metavar="FILE")


def _add_tour(commands: _Commands) -> None:
    tour = commands.add_parser("tour", help="drive the sample shop and take pictures")
    tour.add_argument("folder", type=Path, metavar="DIR")
    tour.add_argument("--language", choices=("en", "ru"), default="en")
    tour.add_argument("--dark", action="store_true")
    tour.add_argument("--size", default="1440x900", metavar="WxH")


def _add_export(commands: _Commands) -> None:
    export = commands.add_parser("export", help="write what is known of a case")
    kinds = export.add_subparsers(dest="action", required=True, parser_class=_Parser)
    case = kinds.add_parser("case", help="write its letters, order and course into a folder")
    case.add_argument("id", type=_number, metavar="ID", help="of the case, or its number")
    case.add_argument("folder", type=_folder, metavar="DIR", help="a new or empty folder")


_GROUPS: Final[tuple[tuple[tuple[str, ...], Callable[[_Commands], None]], ...]] = (
    (("account",), _add_account),
    (("sync", "messages", "message", "cases"), _add_mail),
    (("orders",), _add_orders),
    (("check", "classify", "suggest"), _add_tone),
    (("outbox",), _add_outbox),
    (("settings", "doctor"), _add_settings),
    (("backup", "restore"), _add_backup),
    (("tour",), _add_tour),
    (("export",), _add_export),
)

"""Soft Answer's composition root: it builds the parts and wires them; it decides nothing."""

import runpy
import sys

if not __package__:  # started as "python app.py": run as the installed package instead
    sys.path.pop(0)
    runpy.run_module("softanswer", run_name="__main__")
    raise SystemExit

import gc

# Python's 700 new objects between two sweeps cost a start and a first sync a twentieth.
gc.set_threshold(20_000)

import argparse
import logging
import ssl
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from .mailbox.credentials import KeyringSecrets, Secrets
from .mailbox.discovery.dns import DnsNames, NameSource
from .mailbox.sentence import sentence_of
from .replies.outbox.clock import Clock, SystemClock
from .ui.console import run as console
from .ui.console.arguments import parsed
from .ui.console.exits import BAD_INPUT, BadInputError
from .ui.console.output import complain, prepare_streams
from .ui.profile import Profile

# Commands keep no log: what the seller should know they say themselves, on stderr.
logging.getLogger(__package__).addHandler(logging.NullHandler())


def main(
    arguments: Sequence[str] | None = None,
    *,
    clock: Clock | None = None,
    secrets: Secrets | None = None,
    tls_context: ssl.SSLContext | None = None,
    names: NameSource | None = None,
) -> int:
    """Run the window or a command; the result is the exit code.

    Args:
        arguments: the command line, that of the process by default.
        clock: tests turn one by hand.
        secrets: tests keep passwords in memory.
        tls_context: tests trust certificates of their own.
        names: tests look servers up in a DNS of their own.
    """
    prepare_streams()
    try:
        given = sys.argv[1:] if arguments is None else arguments
        options = parsed(given)
    except BadInputError as error:
        complain(sentence_of(error))
        return BAD_INPUT
    profile = Profile(
        folder=options.profile or default_folder(),
        clock=clock or SystemClock(),
        secrets=secrets or KeyringSecrets(),
        tls_context=tls_context,
        names=names or DnsNames(),
    )
    if options.command == "tour" or options.demo or options.command is None:
        return _run_window(options, profile)
    return console.run(options, profile)


def default_folder() -> Path:
    """Where everything is kept unless --profile says otherwise: the platform's data folder."""
    from platformdirs import user_data_path

    return user_data_path("softanswer", appauthor=False)


def _run_window(options: argparse.Namespace, profile: Profile) -> int:
    from .ui.quick_imports import quick_imports

    with quick_imports():
        from .ui import window
        from .ui.log import start_log

    if options.command == "tour":
        return window.run_tour(options, profile)
    if options.demo:
        return window.run_demo(profile, start_log)
    return window.run(profile, partial(start_log, profile.folder), options.mail_link)

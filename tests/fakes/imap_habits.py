"""The habits of a fake IMAP server."""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import dataclass, field


@dataclass
class Habits:
    """What the server does that it should not, or does not that it could.

    Attributes:
        greeting: instead of "* OK".
        answers: by command, sent instead of the right answer; "{tag}" stands for the tag.
        answers_once: the same, for the next command of the kind only.
        extra: by command, sent before the right answer.
        silent_on: commands that are never answered; "GREETING" counts as one.
        close_on: commands at which the connection is closed without a word.
        login_answer: instead of OK to a right password.
        in_pieces: every answer leaves in pieces of so many bytes.
        refused_bodies: UIDs whose bodies are refused.
        cut_bodies: UIDs in whose bodies the connection breaks.
        nil_bodies: UIDs whose bodies are NIL.
        refuse_headers: it hands out no header fields but the Message-ID.
        refuse_structure: it does not tell what messages are made of.
        wrong_sizes: by UID, by how much the size of a body is told wrong.
        wrong_part_sizes: by how much BODYSTRUCTURE tells the sizes of parts wrong.
        structures: by UID, what it tells instead of the right BODYSTRUCTURE.
        ignores_partial: asked for a piece of a body, it hands out all of it.
        cut_after_pieces: the connection breaks in that piece of a body, counted from now.
        told_uid_next: what SELECT and STATUS say instead of the right UIDNEXT.
        bye_after: the connection ends with BYE after so many commands; 0 for never.
        quoted_bodies: short bodies are sent as quoted strings, not as literals.
        tokens: the access tokens that are taken; looked at when one comes.
        keep_append_then_close: an APPEND is stored, but the answer never comes.
        done_then_close: commands that are carried out, but whose answer never comes.
        before: by command, what happens just before it is carried out.
        forgets_expunges: with QRESYNC it names every UID that is not there as vanished, as
            RFC 7162 section 3.2.5.1 allows a server that keeps no list.
    """

    greeting: bytes = b"* OK ready\r\n"
    answers: dict[str, bytes] = field(default_factory=dict)
    answers_once: dict[str, bytes] = field(default_factory=dict)
    extra: dict[str, bytes] = field(default_factory=dict)
    silent_on: set[str] = field(default_factory=set)
    close_on: set[str] = field(default_factory=set)
    login_answer: bytes = b""
    in_pieces: int = 0
    refused_bodies: set[int] = field(default_factory=set)
    cut_bodies: set[int] = field(default_factory=set)
    nil_bodies: set[int] = field(default_factory=set)
    refuse_headers: bool = False
    refuse_structure: bool = False
    wrong_sizes: dict[int, int] = field(default_factory=dict)
    wrong_part_sizes: int = 0
    structures: dict[int, bytes] = field(default_factory=dict)
    ignores_partial: bool = False
    cut_after_pieces: int = 0
    told_uid_next: int = 0
    bye_after: int = 0
    quoted_bodies: bool = False
    tokens: Container[str] = ()
    keep_append_then_close: bool = False
    done_then_close: set[str] = field(default_factory=set)
    before: dict[str, Callable[[], object]] = field(default_factory=dict)
    forgets_expunges: bool = False

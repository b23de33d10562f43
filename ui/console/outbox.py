"""The commands about held replies: hold, list, take-back, confirm, run."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from ...mailbox.enclosure import Enclosure
from ...mailbox.sentence import Sentence, in_a_row, sentence_of
from ...mailbox.store.accounts import load_accounts
from ...mailbox.store.lock import ProfileLock
from ...mailbox.store.size_limits import size_limit
from ...replies import answering
from ...replies.enclosing import added, take_in_file
from ...replies.errors import WrongSenderError
from ...replies.inbox_store import matter_of_message
from ...replies.outbox import store as held
from ...replies.outbox.held_reply import HeldReply, OutboxState, PausedBy
from ...replies.tone.own_heat import own_heat_of
from .. import operations
from ..outbox_words import HoldWords
from ..profile import Profile
from ..words import Words
from .exits import BAD_INPUT, OK, BadInputError
from .output import complain, read_text, say, say_json, utc
from .post import Post, always
from .standby import Standby, StandbyEndedError
from .tongue import spoken


def hold(options: argparse.Namespace, profile: Profile) -> int:
    """Let a finished reply cool down, after the tone gate."""
    body = read_text(options.file).replace("\r\n", "\n")
    dismissals = dict(_dismissal(text) for text in options.dismiss)
    outbox = profile.outbox()
    with profile.writing() as writer:
        profile.load_preferences(writer)
        with profile.reading() as db:
            matter = matter_of_message(db, options.reply_to)
            accounts = load_accounts(db)
            private = answering.private_data(db, matter.order)
            account = answering.receiver(matter, accounts)
            server_takes = size_limit(db, account.id, account.smtp.host)
        enclosures: tuple[Enclosure, ...] = ()
        for path in options.attach:
            one = take_in_file(outbox.enclosures, path)
            enclosures = added(enclosures, one, answering.channel(matter), server_takes)
        try:
            draft = answering.make_draft(
                matter, accounts, "", body, options.sender, enclosures, server_takes
            )
        except WrongSenderError as error:
            why = sentence_of(error)
            if error.choosable:
                choose = Sentence("Console", "Choose it with --from {address}.")
                why = in_a_row((why, choose.format(address=error.choosable)))
            raise BadInputError(why) from error
        context = answering.check_context(
            matter,
            profile.clock.read().wall,
            private,
            answering.own_names(matter, accounts),
            attachments=len(enclosures),
        )
        report = answering.review(body, context)
        answering.ensure_may_be_held(report, dismissals)
        heat = own_heat_of(report, body)
        held_reply = operations.hold_reply(
            writer, outbox, matter, draft, body, dismissals, own_heat=heat
        )
        reply = held_reply.result()
    _say_reply(reply, options.format)
    return OK


def list_(options: argparse.Namespace, profile: Profile) -> int:
    """List all held replies, those on their way first."""
    with profile.writing() as writer:
        writer.call(profile.outbox().release_due)
        with profile.reading() as db:
            live = held.load_in(db)
            ended = held.load_in(db, {OutboxState.SENT, OutboxState.RECALLED})
    if options.format == "json":
        say_json([_document(reply) for reply in (*live, *ended)])
        return OK
    for reply in live:
        _say_reply(reply, "text")
    if not live:
        say(Sentence("Console", "Nothing is held."))
    return OK


def take_back(options: argparse.Namespace, profile: Profile) -> int:
    """End a hold; the text becomes a draft again."""
    with profile.writing() as writer:
        reply = operations.take_back(writer, profile.outbox(), options.id).result()
    _say_reply(reply, options.format)
    return OK


def confirm(options: argparse.Namespace, profile: Profile) -> int:
    """The gate's Send; the postman takes the reply when it runs next."""
    with profile.writing() as writer:
        reply = operations.confirm(writer, profile.outbox(), options.id).result()
    _say_reply(reply, options.format)
    return OK


def run(options: argparse.Namespace, profile: Profile) -> int:
    """Be the postman: until nothing may go out any more, or whenever no window is open."""
    try:
        return _send_all(profile) if options.until_empty else _stand_by(profile)
    except KeyboardInterrupt:
        complain("stopped; what is held stays held")
        return OK


def _send_all(profile: Profile) -> int:
    with ProfileLock(profile.folder), _post(profile) as post:
        post.send_all()
    return BAD_INPUT if post.needs_seller else OK


def _stand_by(profile: Profile) -> int:
    standby = Standby(profile.folder)
    try:
        with standby.standing_by():
            while True:
                with standby.turn(), _post(profile, standby.may_go_on) as post:
                    post.work()
    except StandbyEndedError:
        complain("stopped; what is held stays held")
        return OK


@contextmanager
def _post(profile: Profile, may_go_on: Callable[[], bool] = always) -> Iterator[Post]:
    with profile.writing() as writer:
        for problem in profile.load_preferences(writer)[1]:
            complain(problem)
        yield Post(profile, writer, may_go_on)


def _dismissal(text: str) -> tuple[str, str]:
    rule, equals, reason = text.partition("=")
    if not (rule and equals and reason.strip()):
        raise BadInputError(
            Sentence("Console", "--dismiss '{text}' gives no reason. Write RULE=REASON.").format(
                text=text
            )
        )
    return rule, reason


def _document(reply: HeldReply) -> dict[str, object]:
    return {
        "id": reply.id,
        "message_id": reply.message_id,
        "reply_to": reply.draft.reply_to_message,
        "from": reply.draft.sender.addr_spec,
        "to": reply.draft.to.addr_spec,
        "subject": reply.draft.subject,
        "attachments": [
            {"name": one.name, "type": one.media_type, "size": one.size, "sha256": one.sha256}
            for one in reply.draft.enclosures
        ],
        "state": reply.state.value,
        "held_at": utc(reply.held_at),
        "send_after": utc(reply.plan.send_after),
        "approved_at": utc(reply.approved_at),
        "sent_at": utc(reply.sent_at),
        "heat": reply.plan.heat,
        "why_held": HoldWords().why(reply.plan),
        "problem": _problem(reply) or None,
    }


def _say_reply(reply: HeldReply, form: str) -> None:
    if form == "json":
        say_json(_document(reply))
        return
    day = f"{reply.plan.send_after.astimezone():%Y-%m-%d %H:%M}"
    until = spoken(Sentence("Console", "until {day}").format(day=day))
    say(
        f"{reply.id}  {reply.state.value:<9} {until}  {reply.draft.to.addr_spec}  "
        f"{reply.draft.subject}"
    )
    if reply.draft.enclosures:
        say(f"    {Words().files(reply.draft.enclosures)}")
    if problem := _problem(reply):
        say(f"    {spoken(problem)}")


def _problem(reply: HeldReply) -> str:
    """What is in its way; of a paused one only what the seller can mend, a lost file."""
    return reply.pause_note if reply.paused_by is PausedBy.FILE_LOST else reply.problem

"""Backups, older copies, broken files: nothing goes out twice, nothing is lost (B7, D3)."""

import random
import shutil
import zipfile

import pytest
from builders import HOUR, MINUTE
from fakes.shop import COMPLAINT, QUESTION

from softanswer.mailbox.enclosure_folder import FOLDER_NAME
from softanswer.mailbox.store.database import DATABASE_NAME
from softanswer.replies.compose.own_templates import OwnTemplate
from softanswer.replies.compose.template_folder import TEMPLATES_NAME, TemplateFolder
from softanswer.replies.outbox.journal import JOURNAL_NAME

pytestmark = pytest.mark.slow

STAGES = ("cooling", "ready", "approved")


def reach(shop, held, stage):
    if stage != "cooling":
        shop.clock.pass_time(90 * MINUTE)
        shop.outbox()
    if stage == "approved":
        shop.do("outbox", "confirm", held["id"])


def send(shop, held):
    shop.clock.pass_time(2 * HOUR)
    shop.do("outbox", "confirm", held["id"])
    shop.do("outbox", "run", "--until-empty")
    assert len(shop.smtp.accepted) == 1


def states(shop):
    return {one["message_id"]: one["state"] for one in shop.outbox()}


def let_everything_go(shop):
    """The seller syncs, confirms all that can be confirmed, and the postman runs."""
    shop.clock.pass_time(5 * HOUR)
    shop.do("sync")
    for one in shop.outbox():
        if one["state"] == "ready":
            shop.command("outbox", "confirm", one["id"])
    shop.command("outbox", "run", "--until-empty")


def copy_of(shop, *names):
    kept = shop.profile.with_name("kept")
    shutil.copytree(shop.profile, kept)
    for path in kept.iterdir():
        if names and path.name not in names:
            path.unlink()
    return kept


def put_back(shop, kept):
    for path in shop.profile.glob(f"{DATABASE_NAME}-*"):
        path.unlink()
    for path in kept.iterdir():
        shutil.copy2(path, shop.profile / path.name)


@pytest.fixture(params=[True, False], ids=["by the gate", "by itself"])
def held(request, shop):
    if not request.param:
        shop.do("settings", "set", "hold.send_by_itself", "true")
    text = COMPLAINT if request.param else QUESTION
    return shop.hold(shop.receive("Where is my book", text))


@pytest.mark.parametrize("stage", STAGES)
def test_a_reply_that_was_sent_after_a_backup_does_not_go_again(shop, held, stage):
    reach(shop, held, stage)
    backup = shop.profile.with_name("backup.zip")
    shop.do("backup", backup)
    send(shop, held)
    shop.do("restore", backup)
    let_everything_go(shop)
    assert len(shop.smtp.accepted) == 1
    assert states(shop)[held["message_id"]] == "sent"


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("names", [(), (DATABASE_NAME,)], ids=["profile", "database"])
def test_nor_after_an_older_copy_was_put_back(shop, held, stage, names):
    reach(shop, held, stage)
    kept = copy_of(shop, *names)
    send(shop, held)
    put_back(shop, kept)
    let_everything_go(shop)
    assert len(shop.smtp.accepted) == 1
    assert states(shop)[held["message_id"]] == "sent"


def test_nor_on_another_computer_while_nothing_is_known_of_sent(shop, held):
    """The copy alone, before it has seen the Sent folder, lets nothing go by itself."""
    kept = copy_of(shop)
    send(shop, held)
    shop.move_to(kept)
    shop.clock.pass_time(24 * HOUR)
    shop.command("outbox", "run", "--until-empty")
    assert len(shop.smtp.accepted) == 1


def test_a_backup_brings_back_what_waits_and_says_so(shop, held):
    backup = shop.profile.with_name("backup.zip")
    shop.do("backup", backup)
    shop.move_to(shop.profile.with_name("new computer"))
    said = shop.do("restore", backup).out
    assert "1 held replies wait for you" in said
    assert states(shop) == {held["message_id"]: "paused"}


def test_what_is_held_after_a_backup_is_not_lost_by_its_return(shop, held):
    backup = shop.profile.with_name("backup.zip")
    shop.do("backup", backup)
    later = shop.hold(shop.receive("Another", QUESTION, sender="Eva <eva@mail.example>"))
    shop.do("restore", backup)
    assert states(shop) == {held["message_id"]: "paused", later["message_id"]: "paused"}


def test_a_backup_holds_no_password_and_only_its_owner_reads_it(shop, held):
    backup = shop.profile.with_name("backup.zip")
    shop.do("backup", backup)
    with zipfile.ZipFile(backup) as file:
        content = b"".join(file.read(name) for name in file.namelist())
    assert b"S3CRET-CANARY" not in content
    assert backup.stat().st_mode & 0o777 == 0o600


def test_a_backup_brings_templates_of_hers_back(shop, held):
    own = OwnTemplate("own-1", "Mine", "en", "Dear you,\n\nMine.")
    folder = shop.profile / TEMPLATES_NAME
    TemplateFolder(folder).save(own)
    shop.do("backup", str(shop.profile.with_name("b.zip")))
    shutil.rmtree(folder)
    shop.do("restore", str(shop.profile.with_name("b.zip")))
    assert TemplateFolder(folder).load().templates == (own,)


def test_a_backup_brings_the_files_of_what_waits_back(shop, held):
    photo = shop.profile.with_name("photo.jpg")
    photo.write_bytes(b"\xff\xd8\xff the spine")
    letter = shop.receive("Another", QUESTION, sender="Eva <eva@mail.example>")
    options = ("--reply-to", letter, "--attach", photo, "--format=json")
    later = shop.do("outbox", "hold", *options, stdin="Dear Eva,\n\nhere it is.\n\nLena\n").json()
    backup = shop.profile.with_name("backup.zip")
    shop.do("backup", backup)
    shop.move_to(shop.profile.with_name("new computer"))
    shop.do("restore", backup)
    (kept,) = (shop.profile / FOLDER_NAME).iterdir()
    assert kept.name == later["attachments"][0]["sha256"]
    assert kept.read_bytes() == photo.read_bytes()
    assert kept.stat().st_mode & 0o777 == 0o600


def test_a_backup_takes_nobodys_place(shop):
    backup = shop.profile.with_name("backup.zip")
    backup.write_text("mine")
    finished = shop.command("backup", backup)
    assert (finished.code, backup.read_text()) == (2, "mine")
    assert "another name" in finished.err


@pytest.mark.parametrize("content", [b"", b"no zip", "foreign", "cut"])
def test_what_is_no_backup_changes_nothing(shop, held, content):
    file = shop.profile.with_name("backup.zip")
    shop.do("backup", file)
    if content == "foreign":
        with zipfile.ZipFile(file, "w") as foreign:
            foreign.writestr("../evil.sqlite3", "x")
            foreign.writestr(DATABASE_NAME, "x")
    elif content == "cut":
        file.write_bytes(file.read_bytes()[:2000])
    else:
        file.write_bytes(content)
    before = states(shop)
    finished = shop.command("restore", file)
    assert finished.code == 2
    assert "Nothing was changed" in finished.err
    assert states(shop) == before
    assert not (shop.profile.parent / "evil.sqlite3").exists()


def zeroed(path, _random):
    path.write_bytes(bytes(path.stat().st_size))


def cut(path, chance):
    path.write_bytes(path.read_bytes()[: chance.randrange(path.stat().st_size)])


def a_page_zeroed(path, chance):
    data = bytearray(path.read_bytes())
    page = chance.randrange(len(data) // 4096)
    data[page * 4096 : (page + 1) * 4096] = bytes(4096)
    path.write_bytes(data)


def a_byte_turned(path, chance):
    data = bytearray(path.read_bytes())
    place = chance.randrange(len(data))
    data[place] ^= 0xFF
    path.write_bytes(data)


@pytest.mark.parametrize("damage", [zeroed, cut, a_page_zeroed, a_byte_turned])
@pytest.mark.parametrize("seed", range(5))
def test_a_damaged_database_loses_no_waiting_reply(shop, damage, seed):
    """Each reply still waits, or the program says what to do, and then it waits (D3)."""
    held = shop.hold(shop.receive("Where is my book", COMPLAINT))
    shop.hold(shop.receive("Another", QUESTION, sender="Eva <eva@mail.example>"))
    database = shop.profile / DATABASE_NAME
    for path in shop.profile.glob(f"{DATABASE_NAME}-*"):
        path.unlink()
    damage(database, random.Random(seed))  # noqa: S311 - no secret
    finished = shop.command("outbox", "list", "--format", "json")
    if finished.code != 0:
        assert "Traceback" not in finished.err
        assert "doctor --repair" in finished.err
        shop.command("doctor", "--repair")
    waiting = [one for one in shop.outbox() if one["state"] in {"cooling", "paused"}]
    assert len(waiting) == 2
    assert held["message_id"] in {one["message_id"] for one in waiting}


def test_a_damaged_journal_loses_nothing_that_the_database_has(shop, held):
    for content in (b"\x00" * 50_000, b"", b'{"number": 7}\n'):
        (shop.profile / JOURNAL_NAME).write_bytes(content)
        assert states(shop)[held["message_id"]] in {"cooling", "paused"}
        assert held["message_id"].encode() in (shop.profile / JOURNAL_NAME).read_bytes()

"""The command export case: the evidence of a complaint in a folder."""

import json
from email import message_from_bytes
from hashlib import sha256
from pathlib import Path

import pytest
from builders import HOUR, NOON
from fakes.shop import COMPLAINT, QUESTION

BUYER = "Ann <x7p2kq9m4rt1v5z@marketplace.amazon.com>"
UNSHIPPED = Path(__file__).parents[3] / "data/orders/amazon-unshipped-orders.txt"


@pytest.fixture
def complained(shop):
    """A complaint with a second letter of it, and a letter of somebody else."""
    shop.deliver("Where is my book", COMPLAINT, at=NOON - 3 * HOUR)
    shop.deliver("Re: Where is my book", "Still nothing!! Where is it?\n", at=NOON - HOUR)
    shop.deliver("A question", QUESTION, sender="Eva <eva@mail.example>")
    shop.do("sync")
    return shop


def the_case(shop):
    [case] = shop.do("cases", "--format", "json").json()
    return case


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_letters_stand_in_the_folder_as_they_came(complained, tmp_path):
    folder = tmp_path / "new" / "evidence"
    case = the_case(complained)
    said = complained.do("export", "case", case["id"], folder).out
    assert f"holds case {case['number']} in 4 files" in said
    files = contents(folder)
    letters = sorted(name for name in files if name.startswith("letters/"))
    assert [name[:24] for name in letters] == [
        "letters/01-2026-11-22-th",
        "letters/02-2026-11-22-th",
    ]
    first, second = (message_from_bytes(files[name]) for name in letters)
    assert (first["Subject"], second["Subject"]) == ("Where is my book", "Re: Where is my book")
    assert "crooks" in first.get_payload()
    assert not list(folder.parent.glob(".*"))


def test_the_summary_tells_what_happened_in_its_order(complained, tmp_path):
    folder = tmp_path / "evidence"
    number = the_case(complained)["number"]
    complained.do("export", "case", number, folder)
    text = (folder / "summary.txt").read_text(encoding="utf-8")
    assert text.startswith(f"Case {number}, opened 2026-11-22")
    assert "Customer: Tom Vale <tom.vale@mail.example>" in text
    assert "No order is known." in text
    course = [text.index(words) for words in ("“Where is my book”", "“Re: Where is my book”")]
    assert course == sorted(course)
    assert "letters/02-2026-11-22-theirs.eml" in text
    assert "eva@mail.example" not in text


def test_the_sums_are_those_of_the_files(complained, tmp_path):
    folder = tmp_path / "evidence"
    complained.do("export", "case", the_case(complained)["id"], folder)
    files = contents(folder)
    lines = files.pop("sha256sums.txt").decode().splitlines()
    sums = dict(reversed(line.split("  ", 1)) for line in lines)
    assert sums == {name: sha256(content).hexdigest() for name, content in files.items()}


def test_a_folder_that_holds_something_is_left_alone(complained, tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    finished = complained.command("export", "case", the_case(complained)["id"], tmp_path)
    assert finished.code == 2
    assert "holds something already. Name a new folder" in finished.err
    assert [path.name for path in tmp_path.glob("*.txt")] == ["mine.txt"]
    empty = tmp_path / "empty"
    empty.mkdir()
    complained.do("export", "case", the_case(complained)["id"], empty)
    assert (empty / "summary.txt").is_file()


def test_a_case_that_is_not_there_is_named(complained, tmp_path):
    finished = complained.command("export", "case", 77, tmp_path / "x")
    assert (finished.code, "There is no case 77" in finished.err) == (2, True)
    assert not (tmp_path / "x").exists()


def test_the_order_stands_beside_the_letters(shop, tmp_path):
    shop.do("orders", "import", UNSHIPPED)
    shop.deliver("My order", f"Order 111-2223334-5556667. {COMPLAINT}", sender=BUYER)
    shop.do("sync")
    folder = tmp_path / "evidence"
    shop.do("export", "case", the_case(shop)["id"], folder)
    order = json.loads((folder / "order.json").read_text(encoding="utf-8"))
    assert (order["order_id"], order["confirmed"]) == ("111-2223334-5556667", True)
    text = (folder / "summary.txt").read_text(encoding="utf-8")
    assert "Order 111-2223334-5556667 (amazon)" in text
    assert "1 × The Wind in the Willows" in text

"""The commands orders import and orders match."""

import json
from pathlib import Path

import pytest
from builders import HandClock
from fakes.command_line import MemorySecrets
from fakes.shop import mail

from softanswer.replies.orders.importing.mapped import (
    ColumnMapping,
    Field,
    guess_columns,
    read_table,
)
from softanswer.replies.orders.importing.store import save_mapping
from softanswer.ui.profile import Profile

DATA = Path(__file__).parents[3] / "data" / "orders"
SAMPLES = {
    "amazon-unshipped-orders.txt": "orders",
    "amazon-new-orders.txt": "orders",
    "ebay-orders-report-us.csv": "orders",
    "pirateship-shipments.csv": "shipments",
    "amazon-all-orders.txt": "orders",
    "abebooks-orders.csv": "orders",
    "alibris-status.sta": "shipments",
    "etsy-sold-orders.csv": "orders",
    "etsy-sold-order-items.csv": "orders",
    "shopify-orders-export.csv": "orders",
    "woocommerce-orders.csv": "orders",
    "paypal-activity.csv": "transactions",
    "shipstation-shipments.csv": "orders",
}
KEYS = set(
    "format encoding imported updated unchanged rejected orders shipments transactions".split()
)
UNSHIPPED = DATA / "amazon-unshipped-orders.txt"


def imported(command, *files, options=()):
    finished = command("orders", "import", *files, *options, "--format", "json")
    assert (finished.code, finished.err) == (0, "")
    return finished.json()


@pytest.mark.parametrize(("name", "kind"), SAMPLES.items())
def test_a_sample_imports_to_its_expected_rows(command, name, kind):
    expected = json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
    report = imported(command, DATA / name)
    assert set(report) == KEYS
    assert report["format"] == expected["format"]
    rows = {one: report[one] for one in ("orders", "shipments", "transactions") if report[one]}
    assert rows == {kind: expected[kind]}


def test_importing_again_changes_nothing(command):
    first = imported(command, UNSHIPPED)
    again = imported(command, UNSHIPPED)
    assert first["imported"] == len(first["orders"]) > 0
    assert (again["imported"], again["updated"]) == (0, 0)
    assert again["unchanged"] == first["imported"]


def test_a_rehearsal_stores_nothing(command):
    rehearsed = imported(command, UNSHIPPED, options=["--dry-run"])
    assert imported(command, UNSHIPPED) == rehearsed


def test_several_files_give_one_report(command):
    files = [DATA / name for name in SAMPLES]
    together = imported(command, *files, options=["--dry-run"])
    alone = [imported(command, file, options=["--dry-run"]) for file in files]
    assert together["format"] == ", ".join(report["format"] for report in alone)
    assert len(together["orders"]) == sum(len(report["orders"]) for report in alone)
    assert len(together["shipments"]) == sum(len(report["shipments"]) for report in alone)


def test_a_damaged_file_names_the_bad_lines_and_imports_the_rest(command, tmp_path):
    lines = UNSHIPPED.read_bytes().splitlines(keepends=True)
    cells = lines[2].split(b"\t")
    header = lines[0].rstrip().split(b"\t")
    cells[header.index(b"quantity-purchased")] = b"many"
    lines[2] = b"\t".join(cells)
    path = tmp_path / "damaged.txt"
    path.write_bytes(b"".join(lines))
    whole = imported(command, UNSHIPPED, options=["--dry-run"])
    report = imported(command, path)
    assert [row["line"] for row in report["rejected"]] == [3]
    assert "many" in report["rejected"][0]["why"]
    assert report["imported"] >= len(whole["orders"]) - 1
    assert "  line 3: " in command("orders", "import", path).out


@pytest.mark.parametrize(
    ("content", "columns"),
    [
        (b"colour,size\nred,5\n", ["colour", "size"]),
        (b"one line without a table", ["one line without a table"]),
    ],
    ids=["other columns", "text"],
)
def test_an_unknown_layout_is_exit_3_and_stores_nothing(command, tmp_path, content, columns):
    path = tmp_path / "unknown.csv"
    path.write_bytes(content)
    finished = command("orders", "import", UNSHIPPED, path, "--format", "json")
    assert finished.code == 3
    assert finished.err.count("\n") == 1
    assert "unknown.csv" in finished.err
    report = finished.json()
    assert set(report) == {"format", "columns"}
    assert report["format"] is None
    assert report["columns"] == columns
    assert imported(command, UNSHIPPED)["unchanged"] == 0


@pytest.mark.parametrize(
    ("content", "said"), [(b"", "is empty"), (b"\x00\x01\x02\xff\xfe", "is not a text file")]
)
def test_what_is_no_table_at_all_is_refused(command, refused, tmp_path, content, said):
    path = tmp_path / "unknown.csv"
    path.write_bytes(content)
    assert f"unknown.csv {said}" in refused("orders", "import", UNSHIPPED, path)
    assert imported(command, UNSHIPPED)["unchanged"] == 0


def test_a_certain_source_can_be_demanded(command, refused):
    options = ("orders", "import", UNSHIPPED, "--source")
    assert command(*options, "amazon-unshipped").code == 0
    error = refused(*options, "ebay-orders")
    assert "in the format amazon-unshipped, not ebay-orders" in error


UNKNOWN = Path(__file__).parents[3] / "data" / "unknown-orders.csv"
BIBLIO = {
    "name": "Biblio",
    "columns": {"order_id": "order no.", "ORDERED_AT": "Date", "title": "Title", "total": "Total"},
    "marketplace": "abebooks",
    "day_first": True,
}


def remember(tmp_path, mapping):
    profile = Profile(tmp_path / "profile", HandClock(), MemorySecrets())
    with profile.writing() as writer:
        writer.submit(lambda tx: save_mapping(tx, mapping)).result()


def map_file(tmp_path, document):
    path = tmp_path / "map.json"
    text = document if isinstance(document, str) else json.dumps(document)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_mapping_in_a_file_reads_an_unknown_layout(command, tmp_path):
    options = ["--mapping", map_file(tmp_path, BIBLIO)]
    report = imported(command, UNKNOWN, options=options)
    assert report["format"] == "mapped:Biblio"
    first = report["orders"][0]
    assert (first["order_id"], first["ordered_at"], first["total"]) == (
        "B-0071", "2026-11-03", "29.05",
    )  # fmt: skip
    assert [row["line"] for row in report["rejected"]] == [5, 6]
    assert imported(command, UNKNOWN, options=options)["unchanged"] == report["imported"] == 2


def test_a_remembered_mapping_is_used_by_itself_and_by_its_name(command, tmp_path):
    table = read_table(UNKNOWN.read_bytes(), UNKNOWN.name)
    columns = {Field.ORDER_ID: "Order No.", Field.TITLE: "Title"}
    mapping = ColumnMapping("Biblio", table.columns, columns)
    remember(tmp_path, mapping)
    assert imported(command, UNKNOWN, options=["--dry-run"])["format"] == "mapped:Biblio"
    other = tmp_path / "other.csv"
    other.write_text("Title;Order No.;Shelf\nTide Tables;B-0099;7\n", encoding="utf-8")
    assert command("orders", "import", other).code == 3
    report = imported(command, other, options=["--mapping", "biblio"])
    assert [o["order_id"] for o in report["orders"]] == ["B-0099"]


def test_an_unknown_name_says_which_there_are(command, refused, tmp_path):
    said = refused("orders", "import", UNKNOWN, "--mapping", "Biblio")
    assert "There is no mapping 'Biblio'. None is remembered yet." in said
    table = read_table(UNKNOWN.read_bytes(), UNKNOWN.name)
    mapping = ColumnMapping("Alibris", table.columns, guess_columns(table.columns))
    remember(tmp_path, mapping)
    said = refused("orders", "import", UNKNOWN, "--mapping", "Biblio")
    assert "Remembered are: Alibris." in said


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ("{", "it is no JSON"),
        ("[]", 'it has no "columns"'),
        ({"columns": {}}, 'it has no "columns"'),
        ({"columns": {"colour": "Title"}}, "there is no field 'colour'; the fields are order_id"),
        ({"columns": {"order_id": 7}}, "the column of 'order_id' is no text"),
        ({"columns": {"title": "Title"}}, "which column is the order_id"),
        (BIBLIO | {"marketplace": "moon"}, "none of amazon, ebay, abebooks, own"),
        (BIBLIO | {"day_first": "yes"}, "neither true nor false"),
        (
            {"columns": {"order_id": "Order", "title": "Title"}},
            "no column 'Order', which the mapping 'map.json' names. Its columns are: Order No.,",
        ),
    ],
)
def test_what_is_wrong_with_a_mapping_is_said(command, refused, tmp_path, document, said):
    path = map_file(tmp_path, document)
    assert said in refused("orders", "import", UNKNOWN, "--mapping", path)


def test_a_mapping_that_is_not_there_says_so(refused, tmp_path):
    assert "gone.json" in refused("orders", "import", UNKNOWN, "--mapping", tmp_path / "gone.json")


def test_a_letter_is_matched_to_its_order_with_reasons(command, tmp_path):
    report = imported(command, UNSHIPPED)
    number = report["orders"][0]["order_id"]
    letter = tmp_path / "letter.eml"
    letter.write_bytes(mail("Where is it", f"My order {number} has not come."))
    finished = command("orders", "match", letter, "--format", "json")
    best = finished.json()[0]
    assert set(best) == {"order_id", "score", "reasons"}
    assert best["order_id"] == number
    assert 0.5 < best["score"] <= 1
    assert best["reasons"]
    assert number in command("orders", "match", letter).out


def test_a_letter_that_fits_no_order_gives_an_empty_list(command, tmp_path):
    letter = tmp_path / "letter.eml"
    letter.write_bytes(mail("Hello", "Do you buy books?"))
    assert command("orders", "match", letter, "--format", "json").json() == []
    assert command("orders", "match", letter).out == "No order fits this message.\n"

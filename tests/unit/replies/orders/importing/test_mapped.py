from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from softanswer.replies.errors import UnknownLayoutError
from softanswer.replies.orders.importing.importer import LAYOUTS, OrderExport, read_orders
from softanswer.replies.orders.importing.mapped import (
    ColumnMapping,
    Field,
    guess_columns,
    guess_day_first,
    layout_of,
    read_table,
)
from softanswer.replies.orders.importing.store import forget_mapping, load_mappings, save_mapping
from softanswer.replies.orders.order import Marketplace
from softanswer.replies.orders.store import find_by_number, save

BIBLIO = (Path(__file__).parents[4] / "data/unknown-orders.csv").read_text("utf-8")


@pytest.fixture
def mapping():
    table = read_table(BIBLIO.encode(), "biblio.csv")
    return ColumnMapping("Biblio", table.columns, guess_columns(table.columns), day_first=True)


def test_the_header_is_found_below_other_lines():
    table = read_table(BIBLIO.encode(), "biblio.csv")
    assert table.header_line == 2
    assert table.columns[0] == "Order No."
    assert len(table.columns) == 14
    assert table.rows[0][4] == "The Light at Skerra"
    assert len(table.rows) == 5


def test_the_guesses_are_good(mapping):
    assert {field: mapping.columns[field] for field in (
        Field.ORDER_ID, Field.ORDERED_AT, Field.TITLE, Field.CONDITION, Field.AMOUNT,
        Field.SHIPPING, Field.TOTAL, Field.BUYER, Field.EMAIL, Field.RECIPIENT, Field.POSTAL,
    )} == {
        Field.ORDER_ID: "Order No.", Field.ORDERED_AT: "Date", Field.TITLE: "Title",
        Field.CONDITION: "Grade", Field.AMOUNT: "Price", Field.SHIPPING: "Postage",
        Field.TOTAL: "Total", Field.BUYER: "Customer", Field.EMAIL: "Email",
        Field.RECIPIENT: "Ship Name", Field.POSTAL: "Postcode",
    }  # fmt: skip


def test_no_column_is_guessed_twice_and_russian_ones_are_known():
    guessed = guess_columns(["Номер заказа", "Название", "Цена", "Индекс", "Чужое"])
    assert guessed == {
        Field.ORDER_ID: "Номер заказа",
        Field.TITLE: "Название",
        Field.AMOUNT: "Цена",
        Field.POSTAL: "Индекс",
    }
    assert len(set(guess_columns(["Order", "Name", "Date"]).values())) == 3


@pytest.mark.parametrize(
    "header",
    [
        "Ref|Placed on|Client|Sum|Cur",
        "Заказ №|Оформлен|Клиент|Сумма (руб.)|Валюта",
        "Bestell-Nr.|Bestellt am|Kunde|Gesamtbetrag|Währung",
        "N° de commande|Commandé le|Acheteur|Montant total|Devise",
        "Nº de pedido|Fecha_de_compra|Cliente|Total:|Moneda",
    ],
)
def test_common_names_are_guessed_in_five_languages(header):
    fields = (Field.ORDER_ID, Field.ORDERED_AT, Field.BUYER, Field.TOTAL, Field.CURRENCY)
    columns = header.split("|")
    assert guess_columns(columns) == dict(zip(fields, columns, strict=True))


def test_a_kind_of_file_is_forgotten(box, mapping):
    other = replace(mapping, name="Other", header=(*mapping.header, "More"))
    for one in (mapping, other):
        box.do(lambda tx, one=one: save_mapping(tx, one))
    box.do(lambda tx: forget_mapping(tx, mapping.signature))
    assert box.do(lambda tx: load_mappings(tx.db)) == (other,)


@pytest.mark.parametrize(
    ("cells", "is_first"),
    [(["13/11/2026"], True), (["11/13/2026"], False), (["03/11/2026"], None), (["x"], None),
     (["03.11.26", "14.11.26"], True)],
)  # fmt: skip
def test_a_number_above_twelve_tells_which_is_the_day(cells, is_first):
    assert guess_day_first([(cell,) for cell in cells], ["Date"]) is is_first


@pytest.mark.parametrize(("day_first", "month"), [(True, 11), (False, 3)])
def test_dates_that_tell_nothing_are_read_as_was_said(mapping, day_first, month):
    lines = BIBLIO.splitlines()[1:3]
    mapping = replace(mapping, day_first=day_first)
    (order,) = read_orders("\n".join(lines).encode(), "x.csv", [layout_of(mapping)]).orders
    assert order.ordered_at.month == month


def test_rows_become_orders_and_bad_ones_are_named(mapping):
    read = read_orders(BIBLIO.encode(), "biblio.csv", [layout_of(mapping)])
    assert read.format == "mapped:Biblio"
    first, last = read.orders
    assert (first.order_id, first.ordered_at) == ("B-0071", date(2026, 11, 3))
    assert [line.title for line in first.items] == ["The Light at Skerra", "Tide Tables"]
    assert (first.total, first.shipping) == (Decimal("29.05"), Decimal("3.35"))
    assert first.currency == "GBP"
    assert first.ship_to.postal == "AL3 7RT"
    assert last.order_id == "B-0073"
    assert [row.line for row in read.rejected] == [5, 6]
    assert str(read.rejected[0].why) == "Date is '31/11/2026', which is no date"
    assert str(read.rejected[1].why) == "Order No. is empty"


def test_a_known_kind_goes_before_a_mapping_and_other_columns_are_not_taken(mapping):
    other = BIBLIO.replace(";Country", ";Land")
    with pytest.raises(UnknownLayoutError):
        read_orders(other.encode(), "biblio.csv", [layout_of(mapping)])
    assert all(not layout.fits(mapping.header) for layout in LAYOUTS)


def test_the_columns_may_stand_in_another_order(mapping):
    lines = BIBLIO.splitlines()[1:3]
    turned = "\n".join(";".join(reversed(line.split(";"))) for line in lines)
    (order,) = read_orders(turned.encode(), "x.csv", [layout_of(mapping)]).orders
    assert order.order_id == "B-0071"


def test_a_mapping_is_remembered_by_its_columns(box, mapping):
    box.do(lambda tx: save_mapping(tx, mapping))
    newer = replace(mapping, name="Biblio UK", marketplace=Marketplace.ABEBOOKS, day_first=False)
    box.do(lambda tx: save_mapping(tx, replace(newer, header=tuple(reversed(newer.header)))))
    (kept,) = box.do(lambda tx: load_mappings(tx.db))
    assert (kept.name, kept.marketplace, kept.day_first) == (
        "Biblio UK", Marketplace.ABEBOOKS, False,
    )  # fmt: skip
    assert kept.columns == mapping.columns


WRONG = {Field.ORDER_ID: "Order No.", Field.BUYER: "Town", Field.TRACKING: "Postcode"}
LATER = BIBLIO.replace("4 Quay Row", "5 Quay Row")


@pytest.mark.parametrize("name", ["Biblio", "map.json"])
@pytest.mark.parametrize("text", [BIBLIO, LATER], ids=["same", "later"])
@pytest.mark.parametrize("careful", [True, False])
def test_a_corrected_mapping_overwrites_what_the_wrong_one_said(box, mapping, name, text, careful):
    def read(data, by):
        parts = OrderExport(data.encode(), "biblio.csv", [layout_of(by)])
        return next(parts.parts(0 if careful else 100))

    wrong = replace(mapping, columns=WRONG, day_first=False)
    box.do(lambda tx: save(tx, read(BIBLIO, wrong)))
    (before,) = box.do(lambda tx: find_by_number(tx.db, "B-0071"))
    assert (before.order.buyer.name, before.order.tracking) == ("Aldmouth", ("AL37RT",))
    right = replace(mapping, name=name)
    report = box.do(lambda tx: save(tx, read(text, right)))
    assert report.updated == 2
    (after,) = box.do(lambda tx: find_by_number(tx.db, "B-0071"))
    assert (after.order.buyer.name, after.order.tracking) == ("Jane Harwood", ())
    assert after.order.ordered_at == date(2026, 11, 3)
    again = box.do(lambda tx: save(tx, read(text, right)))
    assert (again.updated, again.unchanged) == (0, 2)


def test_a_wrong_day_first_is_corrected_though_the_wrong_day_was_earlier(box, mapping):
    lines = "\n".join(BIBLIO.splitlines()[1:3]).replace("03/11/2026", "11/03/2026").encode()
    for is_day_first, month in ((True, 3), (False, 11)):
        layout = layout_of(replace(mapping, day_first=is_day_first))
        box.do(lambda tx, layout=layout: save(tx, read_orders(lines, "x.csv", [layout])))
        (kept,) = box.do(lambda tx: find_by_number(tx.db, "B-0071"))
        assert kept.order.ordered_at.month == month

"""Exports of every known layout, made by code: one table, written in as many ways as wanted."""

from __future__ import annotations

import csv
import io
import random
from dataclasses import dataclass, replace

from more_order_exports import MORE_TABLES

from softanswer.replies.orders.importing.importer import ImportedFile, read_orders
from softanswer.replies.orders.order_json import order_to_json, shipment_to_json
from softanswer.replies.orders.payment import payment_to_json

AMAZON = ("amazon-unshipped", "amazon-new-orders")
NAMES = (*AMAZON, "ebay-orders", "pirateship", *MORE_TABLES)
Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Table:
    """The cells of an export, and how they are written."""

    header: tuple[str, ...]
    rows: Rows
    delimiter: str = ","
    quoting: bool = True
    line_end: str = "\r\n"
    preamble: tuple[str, ...] = ()
    footer: tuple[str, ...] = ()

    def with_cell(self, column: str, cell: str, row: int = 0) -> Table:
        """The table with another cell in one row."""
        place = self.header.index(column)
        changed = list(self.rows)
        changed[row] = (*changed[row][:place], cell, *changed[row][place + 1 :])
        return replace(self, rows=tuple(changed))

    def without(self, *columns: str) -> Table:
        """The table without some columns."""
        kept = [i for i, name in enumerate(self.header) if name not in columns]
        return self.with_columns(kept)

    def with_columns(self, places: list[int]) -> Table:
        """The table with these columns, in this order."""
        return replace(
            self,
            header=tuple(self.header[i] for i in places),
            rows=tuple(tuple(row[i] for i in places) for row in self.rows),
        )

    def renamed(self, names: dict[str, str]) -> Table:
        """The table with other names in its header."""
        return replace(self, header=tuple(names.get(name, name) for name in self.header))

    def cells(self, column: str) -> list[str]:
        """One column."""
        return [row[self.header.index(column)] for row in self.rows]

    def written(self, codec: str = "utf-8") -> bytes:
        """The bytes of the file."""
        out = io.StringIO()
        out.writelines(f"{line}{self.line_end}" for line in self.preamble)
        if self.quoting:
            writer = csv.writer(out, delimiter=self.delimiter, lineterminator=self.line_end)
            writer.writerows([self.header, *self.rows])
        else:
            lines = [self.delimiter.join(row) for row in (self.header, *self.rows)]
            out.write(self.line_end.join((*lines, "")))
        out.writelines(f"{line}{self.line_end}" for line in self.footer)
        return out.getvalue().encode(codec)

    def read(self, codec: str = "utf-8") -> ImportedFile:
        """What the program makes of the file."""
        return read_orders(self.written(codec))


def table_of(name: str) -> Table:
    """Three orders in a layout, one of them with two items where the layout has items."""
    if name in MORE_TABLES:
        made = MORE_TABLES[name]
        is_tab = made.delimiter == "\t"
        return _table(made.lines, delimiter=made.delimiter, quoting=not is_tab)
    return {
        "amazon-unshipped": _amazon_unshipped,
        "amazon-new-orders": _amazon_new,
        "ebay-orders": _ebay,
        "pirateship": _pirateship,
    }[name]()


def facts(imported: ImportedFile) -> list[dict]:
    """What a file says, in the order of the numbers, whatever its form."""
    return sorted(
        (
            *(order_to_json(order) for order in imported.orders),
            *(shipment_to_json(shipment) for shipment in imported.shipments),
            *(payment_to_json(payment) for payment in imported.payments),
        ),
        key=lambda fact: (fact.get("order_id", ""), fact.get("txn_id", ""), str(fact)),
    )


def main_count(imported: ImportedFile) -> int:
    """How many orders a file has, or parcels, or payments."""
    return len(imported.orders or imported.shipments or imported.payments)


def whole_count(imported: ImportedFile) -> int:
    """How many things of a file are stored."""
    return len(imported.orders) + len(imported.shipments) + len(imported.payments)


def shuffled(table: Table, seed: int) -> Table:
    """The table with its columns in another order."""
    places = list(range(len(table.header)))
    random.Random(seed).shuffle(places)  # noqa: S311 - no secret
    return table.with_columns(places)


_TITLES = ("The Heron's Winter", "Notes on Orchards, Vol. 2", "Café Atlas", "A Plain Tale")


def _amazon_line(i: int) -> dict[str, str]:
    order = (0, 1, 1, 2)[i]
    return {
        "order-id": f"11{order}-1000000-000000{order}",
        "order-item-id": f"4021998877660{i}",
        "purchase-date": f"2026-11-0{order + 1}T10:00:00-05:00",
        "payments-date": f"2026-11-0{order + 1}T10:30:00-05:00",
        "buyer-email": f"alias{order}abcdefghi@marketplace.amazon.com",
        "buyer-name": ("Ida Ström", "Olu Adeyemi", "Mara Quill")[order],
        "sku": f"0{i}-BK",
        "product-name": _TITLES[i],
        "quantity-purchased": "1",
        "ship-service-level": "Standard",
        "recipient-name": ("Ida Ström", "Olu Adeyemi", "Mara Quill")[order],
        "ship-address-1": f"{order + 1} Mill Road",
        "ship-city": ("Boise", "Duluth", "Macon")[order],
        "ship-state": ("ID", "MN", "GA")[order],
        "ship-postal-code": ("83702", "55802", "03101")[order],
        "ship-country": "US",
    }


def _table(lines: list[dict[str, str]], **form: object) -> Table:
    header = tuple(lines[0])
    return Table(header, tuple(tuple(line.values()) for line in lines), **form)


def _amazon_unshipped() -> Table:
    more = {
        "reporting-date": "2026-11-08T00:00:00-05:00",
        "promise-date": "2026-11-09T23:59:59-05:00",
        "days-past-promise": "-1",
        "quantity-to-ship": "1",
    }
    return _table([_amazon_line(i) | more for i in range(4)], delimiter="\t", quoting=False)


def _amazon_new() -> Table:
    more = {
        "currency": "USD",
        "item-price": "12.50",
        "item-tax": "0.75",
        "shipping-price": "3.99",
        "shipping-tax": "0.00",
        "sales-channel": "Amazon.com",
    }
    return _table([_amazon_line(i) | more for i in range(4)], delimiter="\t", quoting=False)


EBAY_GERMAN = {
    "Sales Record Number": "Verkaufsprotokollnummer",
    "Order Number": "Bestellnummer",
    "Buyer Username": "Nutzername des Käufers",
    "Buyer Name": "Name des Käufers",
    "Buyer Email": "E-Mail des Käufers",
    "Ship To Name": "Name des Empfängers",
    "Ship To Address 1": "Adresse 1 des Empfängers",
    "Ship To City": "Versand nach - Ort",
    "Ship To Zip": "Versand nach - PLZ",
    "Ship To Country": "Versand nach - Land",
    "Item Number": "Artikelnummer",
    "Item Title": "Angebotstitel",
    "Custom Label": "Bestandseinheit",
    "Quantity": "Anzahl",
    "Sold For": "Verkauft für",
    "Shipping And Handling": "Verpackung und Versand",
    "Total Price": "Gesamtbetrag",
    "Sale Date": "Verkauft am",
    "Paid On Date": "Zahlungsdatum",
    "Shipped On Date": "Verschickt am - Datum",
    "Shipping Service": "Versandservice",
    "Tracking Number": "Sendungsnummer",
    "Transaction ID": "Transaktionsnummer",
}
EBAY_BRITISH = {
    "Sales Record Number": "Sales record number",
    "Order Number": "Order number",
    "Buyer Username": "Buyer username",
    "Buyer Name": "Buyer name",
    "Buyer Email": "Buyer email",
    "Ship To Name": "Post to name",
    "Ship To Address 1": "Post to address 1",
    "Ship To City": "Post to city",
    "Ship To Zip": "Post to postcode",
    "Ship To Country": "Post to country",
    "Shipping And Handling": "Postage and packaging",
    "Shipped On Date": "Dispatched on date",
    "Shipping Service": "Delivery service",
}


def _ebay() -> Table:
    lines = []
    for record, order, item in ((0, 0, 0), (1, 1, None), (1, 1, 1), (1, 1, 2), (2, 2, 3)):
        is_item, is_head = item is not None, (record, item) not in {(1, 1), (1, 2)}
        head = {
            "Buyer Email": f"a{order}b@members.ebay.com",
            "Ship To Name": ("Ida Ström", "Olu Adeyemi", "Mara Quill")[order],
            "Ship To Address 1": f"{order + 1} Mill Road",
            "Ship To City": ("Boise", "Duluth", "Macon")[order],
            "Ship To Zip": ("83702", "55802", "03101")[order],
            "Ship To Country": "United States",
            "Shipping Service": "USPS Media Mail",
            "Tracking Number": f"940011189922319742811{order}",
            "Shipping And Handling": "$4.00",
            "Shipped On Date": "Nov-05-26",
            "Paid On Date": "Nov-04-26",
        }
        bought = {
            "Item Number": f"32555000111{item}",
            "Item Title": _TITLES[item or 0],
            "Custom Label": f"0{item}-BK",
            "Quantity": "1",
            "Sold For": "$12.50",
            "Transaction ID": f"1007654321000{item}",
        }
        lines.append(
            {
                "Sales Record Number": f"100{record}",
                "Order Number": f"14-1234{order}-00000",
                "Buyer Username": f"reader_{order}",
                "Buyer Name": ("Ida Ström", "Olu Adeyemi", "Mara Quill")[order],
                "Total Price": "$1,016.50" if record == 1 and is_head else "$16.50",
                "Sale Date": "Nov-03-26",
                **{name: cell if is_head else "" for name, cell in head.items()},
                **{name: cell if is_item else "" for name, cell in bought.items()},
            }
        )
    frame = "," * (len(lines[0]) - 1)
    table = _table(lines, preamble=(frame,))
    return replace(
        table,
        footer=("", "3,record(s) downloaded, from Oct-01-26 to Nov-08-26", "Seller ID : quill"),
    )


def _pirateship() -> Table:
    return _table(
        [
            {
                "Created Date": f"2026-11-0{i + 4}",
                "Recipient": ("Ida Ström", "Olu Adeyemi", "Mara Quill")[i],
                "Email": f"reader{i}@example.com",
                "Tracking Number": f"940011189922319742811{i}",
                "Cost": "$4.13",
                "Status": "Purchased",
                "Label Size": "4x6",
                "Ship Date": f"2026-11-0{i + 4}",
                "Weight (oz)": "14.5",
                "Tracking Status": "In Transit",
                "Tracking Info": "Arrived, on its way",
                "Tracking Date": "2026-11-09",
                "Zipcode": ("83702", "55802", "03101")[i],
                "Country": "US",
                "Carrier": "USPS",
                "Service": "Media Mail",
                "Order ID": f"14-1234{i}-00000",
                "Rubber Stamp 1": "",
            }
            for i in range(3)
        ]
    )

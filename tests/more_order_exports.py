"""The made-up cells of the shops' and services' exports; `order_exports` writes them as files."""

from __future__ import annotations

from dataclasses import dataclass

Line = dict[str, str]
_TITLES = ("The Heron's Winter", "Notes on Orchards, Vol. 2", "Café Atlas", "A Plain Tale")
_NAMES = ("Ida Ström", "Olu Adeyemi", "Mara Quill")
_CITIES = ("Boise", "Duluth", "Macon")
_REGIONS = ("ID", "MN", "GA")
_POSTALS = ("83702", "55802", "03101")
_ORDER_OF_LINE = (0, 1, 1, 2)
_LINES = tuple(enumerate(_ORDER_OF_LINE))


@dataclass(frozen=True)
class Made:
    """The lines of an export."""

    lines: list[Line]
    delimiter: str = ","


def _place(order: int, names: tuple[str, ...]) -> Line:
    """Name, street, city, region, postal code and country, under these columns."""
    cells = (_NAMES[order], f"{order + 1} Mill Road", _CITIES[order], _REGIONS[order],
             _POSTALS[order], "US")  # fmt: skip
    return dict(zip(names, cells, strict=True))


def _tracking(order: int) -> str:
    return f"940011189922319742811{order}"


def _amazon_all() -> Made:
    return Made(
        [
            {
                "amazon-order-id": f"11{order}-2000000-000000{order}",
                "merchant-order-id": f"11{order}-2000000-000000{order}",
                "purchase-date": f"2026-11-0{order + 1}T10:00:00+00:00",
                "last-updated-date": f"2026-11-0{order + 5}T10:00:00+00:00",
                "order-status": ("Shipped", "Pending", "Cancelled")[order],
                "fulfillment-channel": "Merchant",
                "sales-channel": "Amazon.com",
                "ship-service-level": "Standard",
                "product-name": _TITLES[line],
                "sku": f"0{line}-BK",
                "asin": f"B0HERON00{line}",
                "item-status": "Shipped",
                "quantity": "1",
                "currency": "USD",
                "item-price": "12.50",
                "shipping-price": "3.99",
                "ship-promotion-discount": "1.00",
                "ship-city": _CITIES[order],
                "ship-state": _REGIONS[order],
                "ship-postal-code": _POSTALS[order],
                "ship-country": "US",
                "promotion-ids": "A-1,B-2",
            }
            for line, order in _LINES
        ],
        "\t",
    )


def _amazon_shipments() -> Made:
    places = ("recipient-name", "ship-address-1", "ship-city", "ship-state", "ship-postal-code",
              "ship-country")  # fmt: skip
    return Made(
        [
            {
                "amazon-order-id": f"11{order}-3000000-000000{order}",
                "shipment-id": f"D{order}",
                "amazon-order-item-id": f"4021998877670{line}",
                "purchase-date": f"2026-11-0{order + 1}T10:00:00+00:00",
                "payments-date": f"2026-11-0{order + 1}T10:30:00+00:00",
                "shipment-date": f"2026-11-0{order + 3}T10:30:00+00:00",
                "reporting-date": "2026-11-08T00:00:00+00:00",
                "buyer-email": f"alias{order}abcdefghi@marketplace.amazon.com",
                "buyer-name": _NAMES[order].split()[0],
                "sku": f"0{line}-BK",
                "product-name": _TITLES[line],
                "quantity-shipped": "1",
                "currency": "USD",
                "item-price": "12.50",
                "ship-service-level": "Standard",
                **_place(order, places),
                "carrier": "USPS",
                "tracking-number": _tracking(order),
                "estimated-arrival-date": f"2026-11-1{order}T07:59:59+00:00",
                "fulfillment-channel": "MFN",
                "sales-channel": "Amazon.com",
            }
            for line, order in _LINES
        ],
        "\t",
    )


def _abebooks() -> Made:
    places = ("SHIPTONAME", "SHIPTOADDRESS", "SHIPTOCITY", "SHIPTOPROVSTATE", "SHIPTOZIPCODE",
              "SHIPTOCOUNTRY")  # fmt: skip
    return Made(
        [
            {
                "ORDERDATE": f"11/0{order + 1}/26",
                "ABEPOID": f"61234560{order}",
                "ABEPOITEMID": f"71234560{line}",
                "VENDORITEMID": f"0{line}-BK",
                "ISBN": "9780140366853",
                "AUTHOR": "Quill, Mara",
                "TITLE": _TITLES[line],
                "PRICE": "7.50",
                "SHIPPING": "4.00",
                "BUYEREMAILADDRESS": f"reader{order}@example.com",
                **_place(order, places),
                "SHIPPINGSPEED": "Standard",
                "SPECIALINSTRUCTIONS": "Wrap it, please",
            }
            for line, order in _LINES
        ]
    )


def _alibris() -> Made:
    cells = ("USPS_9400111899223197428110", "", "FEDEX986578788855")
    return Made(
        [
            {
                "Order/PN Number": f"3187441{order}-1",
                "Status": ("SH", "CN", "SH")[order],
                "DeliveryConfirmation": cells[order],
            }
            for order in range(3)
        ],
        "\t",
    )


def _etsy_orders() -> Made:
    places = ("Full Name", "Street 1", "Ship City", "Ship State", "Ship Zipcode", "Ship Country")
    return Made(
        [
            {
                "Sale Date": f"11/0{order + 1}/26",
                "Order ID": f"330000000{order}",
                "Buyer User ID": f"reader{order}",
                "Number of Items": "2" if order == 1 else "1",
                "Date Shipped": f"11/0{order + 3}/26",
                **_place(order, places),
                "Currency": "USD",
                "Discount Amount": "0.00",
                "Shipping": "4.13",
                "Sales Tax": "0.52",
                "Order Total": "12.15",
                "Status": "Completed",
                "Buyer": f"{_NAMES[order]} (reader{order})",
                "SKU": "01-BK,02-BK" if order == 1 else f"0{order}-BK",
            }
            for order in range(3)
        ]
    )


def _etsy_items() -> Made:
    places = ("Ship Name", "Ship Address1", "Ship City", "Ship State", "Ship Zipcode",
              "Ship Country")  # fmt: skip
    return Made(
        [
            {
                "Sale Date": f"11/0{order + 1}/26",
                "Item Name": _TITLES[line],
                "Buyer": f"{_NAMES[order]} (reader{order})",
                "Quantity": "1",
                "Price": "7.50",
                "Order Shipping": "4.13",
                "Order Sales Tax": "0.52",
                "Item Total": "7.50",
                "Currency": "USD",
                "Transaction ID": f"440000000{line}",
                "Listing ID": f"170000000{line}",
                "Date Shipped": f"11/0{order + 3}/26",
                **_place(order, places),
                "Order ID": f"330000000{order}",
                "Variations": "Color: Sepia",
                "Listings Type": "listing",
                "SKU": f"0{line}-BK",
            }
            for line, order in _LINES
        ]
    )


def _shopify() -> Made:
    places = ("Shipping Name", "Shipping Address1", "Shipping City", "Shipping Province",
              "Shipping Zip", "Shipping Country")  # fmt: skip
    made = []
    for line, order in _LINES:
        is_first = line != 2
        head = {
            "Financial Status": "paid",
            "Paid at": f"2026-11-0{order + 1} 09:12:00 -0500",
            "Fulfillment Status": "fulfilled",
            "Fulfilled at": f"2026-11-0{order + 2} 09:12:00 -0500",
            "Currency": "USD",
            "Shipping": "4.13",
            "Taxes": "0.62",
            "Total": "12.25",
            "Discount Amount": "0.00",
            "Shipping Method": "Media Mail",
            **_place(order, places),
            "Notes": "Wrap it, please",
            "Cancelled at": "",
            "Refunded Amount": "0.00",
        }
        made.append(
            {
                "Name": f"#104{order}",
                "Email": f"reader{order}@example.com",
                "Created at": f"2026-11-0{order + 1} 09:12:00 -0500",
                "Lineitem quantity": "2",
                "Lineitem name": _TITLES[line],
                "Lineitem price": "3.75",
                "Lineitem sku": f"0{line}-BK",
                "Lineitem requires shipping": "true",
                **{name: cell if is_first else "" for name, cell in head.items()},
            }
        )
    return Made(made)


def _woocommerce() -> Made:
    return Made(
        [
            {
                "Order Number": f"501{order}",
                "Order Status": "Completed",
                "Order Date": f"2026-11-0{order + 1} 14:03",
                "Customer Note": "Wrap it, please",
                "First Name (Billing)": _NAMES[order].split()[0],
                "Last Name (Billing)": _NAMES[order].split()[1],
                "Email (Billing)": f"reader{order}@example.com",
                "First Name (Shipping)": _NAMES[order].split()[0],
                "Last Name (Shipping)": _NAMES[order].split()[1],
                "Address 1&2 (Shipping)": f"{order + 1} Mill Road",
                "City (Shipping)": _CITIES[order],
                "State Code (Shipping)": _REGIONS[order],
                "Postcode (Shipping)": _POSTALS[order],
                "Country Code (Shipping)": "US",
                "Item #": "2" if line == 2 else "1",
                "SKU": f"0{line}-BK",
                "Name": _TITLES[line],
                "Quantity": "1",
                "Order Line Total": "7.50",
                "Cart Discount Amount": "0",
                "Order Tax Amount": "0.00",
                "Order Shipping Amount": "4.13",
                "Order Refund Amount": "0.00",
                "Order Total Amount": "11.63",
            }
            for line, order in _LINES
        ]
    )


def _paypal() -> Made:
    return Made(
        [
            {
                "Date": f"2026-11-0{order + 1}",
                "Time": "10:00:00",
                "TimeZone": "PST",
                "Name": _NAMES[order],
                "Type": ("Express Checkout Payment", "Payment Refund", "Website Payment")[order],
                "Status": "Completed",
                "Currency": "USD",
                "Gross": ("1,011.63", "-40.00", "39.04")[order],
                "Fee": ("-0.90", "0.00", "-1.66")[order],
                "Net": ("1,010.73", "-40.00", "37.38")[order],
                "From Email Address": f"reader{order}@example.com",
                "To Email Address": f"shop{order}@example.com",
                "Transaction ID": f"7PX10000LB000001{'ABC'[order]}",
                "Item Title": _TITLES[order],
                "Reference Txn ID": "7PX09999LB000777Z" if order == 1 else "",
                "Invoice Number": f"WC-501{order}",
                "Balance Impact": "Debit" if order == 1 else "Credit",
            }
            for order in range(3)
        ]
    )


def _shipstation() -> Made:
    places = ("Bill To - Name", "Ship To - Address 1", "Ship To - City", "Ship To - State",
              "Ship To - Postal Code", "Ship To - Country")  # fmt: skip
    return Made(
        [
            {
                "Order - Number": ("111-4000000-0000000", "14-12345-00001", "#1042")[order],
                "Date - Order Date": f"11/{order + 1}/2026 2:18:23 PM",
                "Date - Shipped Date": f"11/{order + 3}/2026 4:00:00 PM",
                "Market - Store Name": "Quill Books",
                "Market - Markeplace Name": ("Amazon", "eBay", "Shopify")[order],
                **_place(order, places),
                "Item - SKU": f"0{line}-BK",
                "Item - Name": _TITLES[line],
                "Item - Qty": "1",
                "Item - Price": "7.50",
                "Amount - Order Total": "11.63",
                "Amount - Order Shipping": "4.13",
                "Amount - Shipping Cost": "3.20",
                "Carrier - Service Requested": "USPS Media Mail",
                "Tracking Number": _tracking(order),
                "Notes - From Buyer": "Wrap it, please",
            }
            for line, order in _LINES
        ]
    )


MORE_TABLES = {
    "amazon-all-orders": _amazon_all(),
    "amazon-shipments": _amazon_shipments(),
    "abebooks-orders": _abebooks(),
    "alibris-status": _alibris(),
    "etsy-sold-orders": _etsy_orders(),
    "etsy-sold-order-items": _etsy_items(),
    "shopify-orders": _shopify(),
    "woocommerce-orders": _woocommerce(),
    "paypal-activity": _paypal(),
    "shipstation": _shipstation(),
}

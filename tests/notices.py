"""Letters of marketplaces, shop systems and carriers as their sellers get them; made up here.

Wording follows what ECOSYSTEM section 3.1 and public help pages tell of such letters.
"""

from __future__ import annotations

import base64
import json
from email.header import Header

SELLER = "ana@lanternlane.example"
PASS = "mx.lanternlane.example; dkim=pass header.d={domain}; spf=pass smtp.mailfrom={domain}"
WHEN = "Tue, 3 Nov 2026 10:15:00 +0000"


def notice(
    sender: str,
    subject: str,
    text: str = "",
    html: str = "",
    *,
    to: str = SELLER,
    date: str = WHEN,
    results: str | None = PASS,
    message_id: str = "",
    before: str = "",
    encoding: str = "8bit",
) -> bytes:
    """The bytes of a letter.

    Args:
        results: what our own server says of the sender; None where it says nothing.
        before: further header fields.
    """
    domain = sender.rpartition("@")[2].rstrip(">")
    number = message_id or f"<{abs(hash((sender, subject, text, html, date)))}@{domain}>"
    head = [
        *(
            [f"Authentication-Results: {results.format(domain=domain)}"]
            if results is not None
            else []
        ),
        "Received: from out.example by mx.lanternlane.example; Tue, 3 Nov 2026 10:15:02 +0000",
        f"From: {sender}",
        f"To: {to}",
        f"Subject: {Header(subject, 'utf-8').encode(maxlinelen=300)}",
        f"Date: {date}",
        f"Message-ID: {number}",
        "MIME-Version: 1.0",
    ]
    if before:
        head.insert(0, before)
    parts = [("plain", text)] * bool(text) + [("html", html)] * bool(html)
    if len(parts) == 1:
        kind, body = parts[0]
        content = body.encode()
        if encoding == "base64":
            content = base64.encodebytes(content)
        head += [f"Content-Type: text/{kind}; charset=utf-8",
                 f"Content-Transfer-Encoding: {encoding}"]  # fmt: skip
        return "\r\n".join(head).encode() + b"\r\n\r\n" + content.replace(b"\n", b"\r\n")
    head.append('Content-Type: multipart/alternative; boundary="=_1"')
    body = "\r\n".join(head) + "\r\n\r\n"
    for kind, said in parts:
        body += (
            f"--=_1\r\nContent-Type: text/{kind}; charset=utf-8\r\n"
            f"Content-Transfer-Encoding: 8bit\r\n\r\n{said}\r\n"
        )
    return (body + "--=_1--\r\n").encode()


def json_ld(*documents: object, around: str = "<p>See the order.</p>") -> str:
    """HTML with JSON-LD in it; a text stands as it is."""
    scripts = "".join(
        '<script type="application/ld+json">'
        + (one if isinstance(one, str) else json.dumps(one, ensure_ascii=False))
        + "</script>"
        for one in documents
    )
    return f"<html><head>{scripts}</head><body>{around}<!-- http://schema.org --></body></html>"


AMAZON = "Amazon Seller Central <seller-notification@amazon.com>"
AMAZON_SALE = """Congratulations, your item sold! Please ship it.

Order ID: 112-2345671-7654321
Please ship this order using Standard shipping.
Ship by: 11/05/2026
Item: The Light at Skerra
Condition: Used - Very Good
SKU: LL-0417
Quantity: 1
Order date: 11/03/2026
Price: $18.50
Shipping: $3.99
Total: $22.49

Ship to:
Jane Harwood
4 Quay Row
Springfield, IL 62701
United States

Message from the buyer:
Order ID: 999-9999999-9999999
Quantity: 40
"""
AMAZON_DE = """Herzlichen Glückwunsch, Ihr Artikel wurde verkauft.

Bestellnummer: 302-2345671-7654321
Artikel: Der Schimmelreiter
Zustand: Gebraucht - Gut
Menge: 2
Bestelldatum: 3. November 2026
Preis: EUR 12,50
Versandkosten: EUR 3,00
Gesamtbetrag: EUR 15,50

Lieferadresse:
Karl Brandt
Hauptstraße 7
10115 Berlin
Deutschland
"""
EBAY = "eBay <ebay@ebay.com>"
EBAY_SALE = """Your item sold!

Sold: The Light at Skerra
Order number: 14-20731-55812
Item ID: 123456789012
Item: The Light at Skerra
Sold for: US $18.50
Quantity: 1
Date sold: Nov 3, 2026
Buyer: Jane Harwood
Buyer ID: jh_reads

Ship to
Jane Harwood
4 Quay Row
Springfield, IL 62701
United States
"""
EBAY_RU = """Ваш товар продан!

Номер заказа: 14-20731-55813
Товар: Мастер и Маргарита
Количество: 1
Цена: 1 250,00 руб
Дата продажи: 3 ноября 2026 г.
Покупатель: Иван Петров

Адрес доставки:
Иван Петров
ул. Садовая, д. 10, кв. 50
190000 Санкт-Петербург
Россия
"""
ABEBOOKS = "AbeBooks <orders@abebooks.com>"
ABEBOOKS_SALE = """You have a new order through AbeBooks.

AbeBooks Order: 623456789
Order date: 3 November 2026
Title: The Light at Skerra
ISBN: 978-0-306-40615-7
Your Book ID: LL-0417
Price: US$ 18.50
Shipping: US$ 4.00
Order total: US$ 22.50
Shipping speed: Standard

Special instructions: please send to Order: 111111111
"""
ZVAB_SALE = """Sie haben eine neue Bestellung erhalten.

Bestellnummer: 623456790
Bestelldatum: 03.11.2026
Titel: Der Schimmelreiter
Preis: 12,50 EUR
Versand: 3,00 EUR
Gesamtsumme: 15,50 EUR

Lieferadresse:
Karl Brandt
Hauptstraße 7
10115 Berlin
"""
ALIBRIS_SALE = """A customer has purchased your book.

Order/PN Number: 43218765-1
Title: The Light at Skerra
SKU: LL-0417
Price: $18.50
"""
BIBLIO_SALE = """You have received an order on Biblio.

Order Number: 7654321
Title: The Light at Skerra
Price: $18.50
Order total: $22.50

Ship To:
Jane Harwood
4 Quay Row
Aldmouth
AL3 7RT
United Kingdom
"""
ETSY_SALE = """Congratulations on your sale!

Transaction ID: 4012345678
Item: The Light at Skerra
Quantity: 2
Item price: $9.25

Item: Harbour Maps
Quantity: 1
Item price: $4.00

Order total: $26.49

Shipping address:
Jane Harwood
4 Quay Row
Springfield, IL 62701
United States

Note from buyer:
Item: Free gift
"""
PAYPAL_SALE = """Hello Ana Reyes,

You received a payment of $22.49 USD from Jane Harwood (jh@mail.example).

Transaction ID: 4AB12345CD678901E
Invoice ID: WC-5012
Item: The Light at Skerra
Quantity: 1

Shipping address
Jane Harwood
4 Quay Row
Springfield, IL 62701
United States

Instructions from buyer:
Transaction ID: 00000000000000000
"""
PAYPAL_DE = """Guten Tag Ana Reyes,

Sie haben 15,50 EUR von Karl Brandt (k.brandt@mail.example) erhalten.

Transaktionscode: 4AB12345CD678902E
Artikel: Der Schimmelreiter
"""
SHOPIFY_SALE = """Jane Harwood placed order #1041 on Nov 3, 2026.

Item: The Light at Skerra
Quantity: 1
Price: $18.50
Shipping: $3.99
Total: $22.49

Shipping address
Jane Harwood
4 Quay Row
Springfield, IL 62701
United States
"""
WOO_SALE = """You've received the following order from Jane Harwood:

[Order #1041] (November 3, 2026)

Product: The Light at Skerra
Quantity: 1
Price: $18.50
Total: $18.50
"""
WOO_DE = """Du hast die folgende Bestellung von Karl Brandt erhalten:

[Bestellung #1042] (3. November 2026)

Produkt: Der Schimmelreiter
Anzahl: 1
Gesamt: 12,50 €
"""
WOO_RU = """Вы получили заказ от Ивана Петрова:

Заказ №1043 (3 ноября 2026)

Товар: Мастер и Маргарита
Количество: 1
Итого: 1 250,00 ₽
"""
USPS_NUMBER = "9400111899223344556677"
UPS_NUMBER = "1Z12345E0205271688"
ROYAL_NUMBER = "RA123456785GB"
USPS_SHIPPED = f"""Your item is in transit.

Tracking Number: {USPS_NUMBER}
Expected Delivery by: November 7, 2026
"""
USPS_DELIVERED = f"""Your item was delivered in or at the mailbox on November 6, 2026 at 2:03 pm.

Tracking Number: {USPS_NUMBER}
Delivered on November 6, 2026
"""
DHL_SHIPPED = """Ihre DHL Sendung ist unterwegs.

Sendungsnummer: 00340434161094042557
"""
EBAY_LABEL = f"""Your shipping label is ready.

Order number: 14-20731-55812
Tracking number: {USPS_NUMBER}
Shipping service: USPS Media Mail
Ship date: Nov 4, 2026
"""
AMAZON_REFUND = """We have initiated a refund.

Order ID: 112-2345671-7654321
Item: The Light at Skerra
Refund amount: $12.00
"""
ORDER_LD = {
    "@context": "http://schema.org",
    "@type": "Order",
    "merchant": {"@type": "Organization", "name": "Lantern Lane Books"},
    "orderNumber": "14-20731-55812",
    "orderDate": "2026-11-03T09:12:00-05:00",
    "orderStatus": "http://schema.org/OrderProcessing",
    "price": "22.49",
    "priceCurrency": "USD",
    "customer": {"@type": "Person", "name": "Jane Harwood", "email": "jh@mail.example"},
    "acceptedOffer": [
        {
            "@type": "Offer",
            "price": "18.50",
            "priceCurrency": "USD",
            "eligibleQuantity": {"@type": "QuantitativeValue", "value": "1"},
            "itemCondition": "https://schema.org/UsedCondition",
            "itemOffered": {
                "@type": "Book", "name": "The Light at Skerra", "isbn": "0306406152",
                "sku": "LL-0417",
            },
        }
    ],
}  # fmt: skip
PARCEL_LD = {
    "@context": "http://schema.org",
    "@type": "ParcelDelivery",
    "trackingNumber": USPS_NUMBER,
    "trackingUrl": "https://tools.usps.example/track",
    "carrier": {"@type": "Organization", "name": "USPS"},
    "expectedArrivalFrom": "2026-11-06",
    "expectedArrivalUntil": "2026-11-12",
    "deliveryAddress": {
        "@type": "PostalAddress", "name": "Jane Harwood", "streetAddress": "4 Quay Row",
        "addressLocality": "Springfield", "addressRegion": "IL", "postalCode": "62701",
        "addressCountry": "US",
    },
    "partOfOrder": {
        "@type": "Order", "orderNumber": "14-20731-55812",
        "merchant": {"@type": "Organization", "name": "Lantern Lane Books"},
    },
}  # fmt: skip
REFUND_LD = {
    "@context": "http://schema.org",
    "@type": "Invoice",
    "paymentStatus": "http://schema.org/PaymentRefunded",
    "totalPaymentDue": {"@type": "PriceSpecification", "price": "12.00", "priceCurrency": "USD"},
    "referencesOrder": {"@type": "Order", "orderNumber": "14-20731-55812"},
}
MICRODATA = """<html><body><div itemscope itemtype="http://schema.org/Order">
<div itemprop="merchant" itemscope itemtype="http://schema.org/Organization">
<meta itemprop="name" content="Lantern Lane Books"></div>
<link itemprop="orderStatus" href="http://schema.org/OrderProcessing">
Order <span itemprop="orderNumber">14-20731-55812</span> of
<time itemprop="orderDate" datetime="2026-11-03">3 November</time>
<div itemprop="acceptedOffer" itemscope itemtype="http://schema.org/Offer">
<div itemprop="itemOffered" itemscope itemtype="http://schema.org/Book">
<b itemprop="name">The Light <i>at</i> Skerra</b><br><meta itemprop="isbn" content="0306406152">
</div>
<meta itemprop="price" content="18.50"><meta itemprop="priceCurrency" content="USD">
<div itemprop="eligibleQuantity" itemscope itemtype="http://schema.org/QuantitativeValue">
<meta itemprop="value" content="2"></div></div>
<span itemprop="price">37.00</span>
</div></body></html>"""

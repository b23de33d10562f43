"""On whose side a trouble arose: what the seller may say of it, and what each kind suggests."""

from __future__ import annotations

from enum import Enum
from typing import Final


class Fault(Enum):
    """On whose side the trouble arose, as the seller says or the kind of complaint suggests."""

    SELLER = "seller"
    CARRIER = "carrier"
    SUPPLIER = "supplier"
    MARKETPLACE = "marketplace"
    BUYER = "buyer"
    UNCLEAR = "unclear"
    NONE = "none"


FAULT_BY_KIND: Final = {
    "wrong_item": Fault.SELLER,
    "not_as_described": Fault.SELLER,
    "missing_part": Fault.SELLER,
    "refund_not_received": Fault.SELLER,
    "download_or_access_problem": Fault.SELLER,
    "damaged": Fault.UNCLEAR,
    "not_received": Fault.CARRIER,
    "late": Fault.CARRIER,
    "customs_or_fees": Fault.UNCLEAR,
    "address_problem": Fault.BUYER,
    "return_change_of_mind": Fault.BUYER,
    "order_cancel": Fault.UNCLEAR,
    "question": Fault.NONE,
    "praise": Fault.NONE,
    "other": Fault.NONE,
}

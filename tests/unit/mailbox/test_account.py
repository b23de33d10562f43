"""An account, whom it writes as, and its form in the journal of held replies."""

import json

import pytest
from builders import account

from softanswer.mailbox.account import Account, Identity

OWN = Identity("ana@lanternlane.example", "Ana Reyes", ("abebooks",))
FURTHER = (
    Identity("orders@lanternlane.example", "Lantern Lane Books", ("amazon", "ebay")),
    Identity("books@lanternlane.example"),
)
SEVERAL = account(marketplaces=OWN.marketplaces, further=FURTHER)


def test_an_account_writes_as_itself_first_and_lends_its_name():
    assert SEVERAL.identities == (
        OWN,
        FURTHER[0],
        Identity("books@lanternlane.example", "Ana Reyes"),
    )


@pytest.mark.parametrize(
    "further",
    [
        (Identity("Ana@LanternLane.example"),),
        (Identity("books@lanternlane.example"), Identity("Books@lanternlane.example")),
    ],
)
def test_an_address_is_given_once(further):
    with pytest.raises(ValueError, match=r"@\w+\.example is given twice"):
        account(further=further)


@pytest.mark.parametrize("before", [account(), account(marketplaces=("ebay",))])
def test_an_account_comes_back_from_its_document(before):
    assert Account.from_document(json.loads(json.dumps(before.to_document()))) == before


def test_addresses_come_back_with_the_names_that_were_seen():
    after = Account.from_document(json.loads(json.dumps(SEVERAL.to_document())))
    assert after.identities == SEVERAL.identities


def test_a_document_from_before_there_were_identities_is_read():
    old = account().to_document()
    del old["identities"]
    assert Account.from_document(old) == account()

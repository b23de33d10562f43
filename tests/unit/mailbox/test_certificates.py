"""The issuer's name is read from any certificate, and rubbish has none."""

from __future__ import annotations

import ssl

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID
from fakes.certificates import Authority
from hypothesis import given
from hypothesis import strategies as st

from softanswer.mailbox.certificates import issuer_of


@pytest.fixture(scope="module")
def der(tmp_path_factory):
    pem = Authority(tmp_path_factory.mktemp("authority")).certify().path.read_bytes()
    return x509.load_pem_x509_certificate(pem).public_bytes(Encoding.DER)


def test_the_issuer_is_named(der):
    assert issuer_of(der) == "Test authority"


@pytest.mark.filterwarnings("ignore::cryptography.utils.CryptographyDeprecationWarning")
def test_every_authority_of_this_computer_is_read():
    """Compared with cryptography's reading of the system's own authorities."""
    context = ssl.create_default_context()
    for raw in context.get_ca_certs(binary_form=True):
        name = x509.load_der_x509_certificate(raw).issuer
        known = [
            attribute.value
            for oid in (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME)
            for attribute in name.get_attributes_for_oid(oid)[-1:]
        ]
        assert issuer_of(raw) == ", ".join(str(one)[:80] for one in known)


def test_a_cut_certificate_has_no_issuer_or_the_right_one(der):
    for length in range(0, len(der), 7):
        assert issuer_of(der[:length]) == ""


@given(st.binary(max_size=300))
def test_rubbish_has_no_issuer_and_does_no_harm(raw):
    assert issuer_of(raw).isprintable()

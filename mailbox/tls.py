"""Verified TLS, and words for a certificate that does not fit."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime
from typing import Final

from .account import Endpoint
from .errors import CertificateError
from .sentence import Sentence, in_a_row

# X509_V_ERR_* of OpenSSL's x509_vfy.h; they reach us as SSLCertVerificationError.verify_code.
_NOT_YET_VALID: Final = 9
_EXPIRED: Final = 10
_SELF_SIGNED: Final = frozenset({18, 19})
_UNKNOWN_ISSUER: Final = frozenset({2, 7, 20, 21})  # 7: one that only has its name
_OTHER_NAME: Final = frozenset({62, 64})


def default_context() -> ssl.SSLContext:
    """A context that checks the certificate and the name against the system's authorities."""
    return ssl.create_default_context()


def looking_context() -> ssl.SSLContext:
    """A context that accepts any certificate: to look at one, and to say nothing to its owner."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def certificate_error(
    endpoint: Endpoint, error: ssl.SSLCertVerificationError, issuer: str = ""
) -> CertificateError:
    """Say in words why the server's certificate was not accepted.

    Args:
        issuer: who issued it, as it says itself; "" where that is not known.
    """
    proof = Sentence("Mail", "{host} could not prove who it is: {why}").format(
        host=endpoint.host, why=_reason(endpoint, error)
    )
    said = [proof, Sentence("Mail", "No password was sent.")]
    if issuer:
        by_whom = Sentence("Mail", "The certificate says that it was issued by “{issuer}”.")
        said.insert(1, by_whom.format(issuer=issuer))
    return CertificateError(in_a_row(said))


def no_starttls_error(endpoint: Endpoint) -> CertificateError:
    """The error for a server that does not protect the connection although it was asked to."""
    return CertificateError(
        Sentence(
            "Mail",
            "{host} does not offer to protect the connection (STARTTLS) on port {port}, or "
            "somebody in between hides the offer. No password was sent. Ask the provider "
            "for its TLS port and choose tls for this account.",
        ).format(host=endpoint.host, port=endpoint.port)
    )


def _reason(endpoint: Endpoint, error: ssl.SSLCertVerificationError) -> str:
    today = datetime.now(UTC).date().isoformat()
    code = error.verify_code
    if code == _EXPIRED:
        return Sentence(
            "Mail",
            "its certificate has expired. If today is not {today}, set this computer's clock; "
            "else ask the provider to renew the certificate.",
        ).format(today=today)
    if code == _NOT_YET_VALID:
        return Sentence(
            "Mail",
            "its certificate is not valid yet. If today is not {today}, set this computer's "
            "clock; else ask the provider.",
        ).format(today=today)
    if code in _OTHER_NAME:
        return Sentence(
            "Mail",
            "its certificate was made out for another name than {host}. Check the "
            "server's name in the account; the provider's help page gives the right one.",
        ).format(host=endpoint.host)
    if code in _SELF_SIGNED:
        return Sentence(
            "Mail",
            "its certificate is self-signed, so anybody could have made it. Ask the provider "
            "for the right server name, or for a certificate of a known authority.",
        )
    if code in _UNKNOWN_ISSUER:
        return Sentence(
            "Mail",
            "its certificate comes from an authority that this computer does not know. Check "
            "the server's name in the account, or ask the provider.",
        )
    return Sentence(
        "Mail", "{said}. Check the server's name in the account, or ask the provider."
    ).format(said=error.verify_message)

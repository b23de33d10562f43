"""A whole sign-in through the seller's browser, from the page that opens to the tokens."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable
from functools import partial

from ..patience import until_called_off
from ..wake_up import WakeUp
from .loopback import ENGLISH_PAGE, TIME_LIMIT_S, LoopbackListener, Page
from .oauth import exchange, new_attempt
from .settings import OAuthSettings
from .tokens import Tokens
from .words import declined


def sign_in(  # noqa: PLR0913 - a sign-in is all of this
    settings: OAuthSettings,
    client_secret: str,
    address: str,
    open_page: Callable[[str], None],
    *,
    page: Page = ENGLISH_PAGE,
    tls_context: ssl.SSLContext | None = None,
    cancel: WakeUp | None = None,
    time_limit_s: float = TIME_LIMIT_S,
) -> Tokens:
    """Sign in: `open_page` is called with the provider's page, and this waits for her answer.

    Args:
        address: the mail address that the provider's page proposes.
        page: what the browser shows in the end.

    Raises:
        CredentialsError: she or the provider declined.
        ConnectionFailedError: no answer came in time, or the provider is out of reach.
        MailError: something else went wrong with the provider.
        CalledOffError: `cancel` rang.
    """
    with LoopbackListener(settings.redirect_host) as listener:
        attempt = new_attempt(settings, listener.redirect_uri, address)
        open_page(attempt.url)
        callback = listener.wait(attempt.state, page, cancel, time_limit_s)
    if callback.error:
        raise declined(settings, callback.error)
    asked = partial(
        exchange, settings, client_secret, attempt, callback.code, time.time(), tls_context
    )
    return until_called_off(asked, cancel)

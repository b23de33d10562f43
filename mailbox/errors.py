"""What can go wrong with mail and its store.

    MailError
      CredentialsError        the server refused the password: stop, ask the seller
      CertificateError        the server's certificate does not fit: stop, ask the seller
      KeyringError            the system keyring is missing or locked: ask the seller
      ConnectionFailedError   unreachable or timed out: back off, show quietly
      ServerBusyError         try again later (UNAVAILABLE, 4yz): back off
      ServerRefusedError      NO or 5yz, with the server's words: show
        MissingFolderError    there is no folder of that name: make it
      ProtocolError           the server broke the protocol: log, back off
        CompressionError      what it compressed cannot be read: come back without compression
      PartMissingError        an attachment is gone from the server: tell
      OutcomeUnknownError     accepted or not, nobody can know: never repeated by itself
    StoreError
      StoreTooNewError        written by a newer version
      StoreDamagedError       not a database, or a damaged one
      StoreFullError          no room left on the disk
      ProfileInUseError       another process syncs and sends for this profile: wait, or use it
    FileLostError             a file that goes with a reply is gone or damaged: hold it back, tell

Every message is a sentence for the seller: what happened and what to do next.
"""

from __future__ import annotations


class MailError(Exception):
    """Something between this program and a mail server failed."""


class CredentialsError(MailError):
    """The server did not accept the user name and password."""


class CertificateError(MailError):
    """The server could not prove who it is; nothing was sent to it."""


class KeyringError(MailError):
    """The system keyring is missing, locked, or has no password for this account."""


class ConnectionFailedError(MailError):
    """The server could not be reached, or stopped answering."""


class ServerBusyError(MailError):
    """The server asks to try again later.

    Attributes:
        reply_code: the SMTP reply code (RFC 5321 section 4.2), or None for IMAP.
    """

    def __init__(self, message: str, reply_code: int | None = None) -> None:
        super().__init__(message)
        self.reply_code = reply_code


class ServerRefusedError(MailError):
    """The server refused for good.

    Attributes:
        reply_code: the SMTP reply code (RFC 5321 section 4.2), or None for IMAP.
    """

    def __init__(self, message: str, reply_code: int | None = None) -> None:
        super().__init__(message)
        self.reply_code = reply_code


class MissingFolderError(ServerRefusedError):
    """The server has no such folder, and would let one be made ([TRYCREATE])."""


class ProtocolError(MailError):
    """The server said something that its protocol does not allow."""


class CompressionError(ProtocolError):
    """What the server sent compressed cannot be read."""


class OutcomeUnknownError(MailError):
    """The connection broke after the final dot: the letter may have been accepted."""


class PartMissingError(MailError):
    """An attachment can't be had from the server any more; the message says why."""


class StoreError(Exception):
    """The database of the profile cannot be used."""


class StoreTooNewError(StoreError):
    """A newer version of Soft Answer wrote this database."""


class StoreDamagedError(StoreError):
    """The database file is damaged or is no database."""


class StoreFullError(StoreError):
    """There is no room left on the disk."""


class ProfileInUseError(StoreError):
    """Another process syncs and sends for this profile."""


class FileLostError(Exception):
    """A file that is to go with a reply is gone or damaged; the message says what to do."""

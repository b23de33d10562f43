"""The preferences of a profile: one TOML file, every value checked against its range.

The file holds what the seller wishes. What is in force for holds is worked out from the database
(PRODUCT D2), so that an edited, replaced or deleted file shortens nothing sooner.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import time, timedelta
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Final

from ..mailbox.sentence import Sentence
from .errors import PreferenceError
from .language.gender import WritesAs
from .orders.refunds import Payer, ReturnPolicy
from .outbox.policy import HoldPolicy, OrdinaryMail
from .outbox.quiet_hours import QuietHours, Whose

PREFERENCES_NAME: Final = "preferences.toml"
_LONGEST_TEXT: Final = 200
TEXT_STEPS: Final = (80, 90, 100, 110, 125, 140, 160, 180, 200)  # percent of the system's size
SYSTEM_TEXT: Final = 100
MOST_RETURN_DAYS: Final = 365
MOST_FEE: Final = 50  # percent; no channel of ours lets more be kept
MOST_CARD_COST: Final = 10  # percent
_LONGEST_PATH: Final = 4_000
_MEGABYTE: Final = 1_000_000
_MOST_MEGABYTES: Final = 1_000
_MOST_KEYS: Final = 500
_OWN_KEY: Final = re.compile(r"[a-z][a-z_]{0,40}=[!-~ ]{0,100}")
_OF_DAY: Final = r"((?:[01]\d|2[0-3]):[0-5]\d)"
_QUIET: Final = re.compile(f"{_OF_DAY} ?[-–] ?{_OF_DAY}(?: (seller|customer))?")


class Language(Enum):
    """The language of the window."""

    SYSTEM = "system"
    ENGLISH = "en"
    RUSSIAN = "ru"
    TRADITIONAL_CHINESE = "zh_TW"


class ColourScheme(Enum):
    """Light or dark, in high contrast or not."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST_LIGHT = "high_contrast_light"
    HIGH_CONTRAST_DARK = "high_contrast_dark"


class Density(Enum):
    """How much room rows and controls take."""

    COMFORTABLE = "comfortable"
    COMPACT = "compact"


class NewLetters(Enum):
    """Of which new letters a notice tells while the seller is elsewhere."""

    COMPLAINTS = "complaints"
    ALL = "all"
    NONE = "none"


class RemotePictures(Enum):
    """Pictures of letters that lie in the internet."""

    ASK = "ask"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Preferences:
    """All that the seller can set; `hold` is her wish, not yet what is in force.

    Attributes:
        seller_name: how she signs.
        writes_as: in which gender letters speak of her, in languages that ask for one.
        text_percent: how large all text of the window is, of the system's size.
        density: how much room rows and controls take.
        single_letters: j, k, r ... work as keys in the list and in the letter.
        own_keys: what the seller changed of them, "name of the action=key key".
        new_letters: which new letters are told of, while she is elsewhere.
        remote_pictures: whether they are offered at all; none is ever fetched unasked.
        leave_above_mb: of a letter with more megabytes, large attachments stay on the server until
            they are wanted; 0 for none.
        spelling: words that are in no dictionary are marked, where there are dictionaries.
        returns: the terms of her own shop.
        watched_folder: the folder whose order files are imported by themselves, "" for none.
    """

    hold: HoldPolicy = field(default_factory=HoldPolicy)
    shop_name: str = ""
    seller_name: str = ""
    writes_as: WritesAs = WritesAs.BY_NAME
    language: Language = Language.SYSTEM
    colour_scheme: ColourScheme = ColourScheme.SYSTEM
    text_percent: int = SYSTEM_TEXT
    density: Density = Density.COMFORTABLE
    single_letters: bool = True
    own_keys: tuple[str, ...] = ()
    remote_pictures: RemotePictures = RemotePictures.ASK
    leave_above_mb: float = 1
    new_letters: NewLetters = NewLetters.COMPLAINTS
    spelling: bool = True
    returns: ReturnPolicy = field(default_factory=ReturnPolicy)
    watched_folder: str = ""

    @property
    def leaves_above(self) -> int:
        """The same in bytes."""
        return int(self.leave_above_mb * _MEGABYTE)


@dataclass(frozen=True, slots=True)
class LoadedPreferences:
    """What a file gave.

    Attributes:
        has_hold: the file said something about the hold.
        problems: a sentence for each value that was replaced by its default.
    """

    preferences: Preferences
    has_hold: bool
    problems: tuple[str, ...] = ()


def stepped_text(percent: int, by: int) -> int:
    """The next larger size of the text (1), or the next smaller one (-1); at the ends the same."""
    if by > 0:
        return next((step for step in TEXT_STEPS if step > percent), percent)
    return next((step for step in reversed(TEXT_STEPS) if step < percent), percent)


def load_preferences(path: Path) -> LoadedPreferences:
    """Read the file; a missing one gives the defaults, a damaged value is named and left out."""
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return LoadedPreferences(Preferences(), has_hold=False)
    except (OSError, ValueError) as error:
        problem = Sentence(
            "Preferences", "{path} can't be read ({error}); the standard settings are used."
        ).format(path=path, error=error)
        return LoadedPreferences(Preferences(), has_hold=False, problems=(problem,))
    preferences = Preferences()
    problems = []
    for key, value in flat_settings(document).items():
        try:
            preferences = with_setting(preferences, key, value)
        except PreferenceError as error:
            problems.append(
                Sentence("Preferences", "{path}, setting {key}: {error}").format(
                    path=path, key=key, error=error
                )
            )
    return LoadedPreferences(preferences, "hold" in document, tuple(problems))


def save_preferences(path: Path, preferences: Preferences, comment: str = "") -> None:
    """Write the file whole, or leave the old one as it is.

    Args:
        path: of the file.
        preferences: what to write, and nothing else.
        comment: a line that stands before them.

    Raises:
        OSError: the folder cannot be written.
    """
    sections: dict[str, list[str]] = {}
    for key in SETTINGS:
        section, _, name = key.partition(".")
        sections.setdefault(section, []).append(f"{name} = {_toml(setting(preferences, key))}")
    text = "\n".join(f"[{name}]\n" + "\n".join(lines) + "\n" for name, lines in sections.items())
    text = f"# {comment}\n\n{text}" if comment else text
    fresh = path.with_suffix(".new")
    fresh.touch(mode=0o600)
    fresh.write_text(text, encoding="utf-8")
    os.replace(fresh, path)  # noqa: PTH105 - the atomic call by its name


def setting(preferences: Preferences, key: str) -> object:
    """The value of a setting by its key, as in the file.

    Raises:
        PreferenceError: there is no such setting.
    """
    return _find(key).read(preferences)


def with_setting(preferences: Preferences, key: str, value: object) -> Preferences:
    """The preferences with one setting changed.

    Raises:
        PreferenceError: there is no such setting, or the value is outside of its range.
    """
    return _find(key).change(preferences, value)


def parse_setting(key: str, text: str) -> object:
    """A value typed as text: as TOML where it is TOML, else as the text itself."""
    if isinstance(_find(key).read(Preferences()), str):
        return text
    for written in (text, f"[{text}]"):
        try:
            return tomllib.loads(f"value = {written}")["value"]
        except tomllib.TOMLDecodeError:
            continue
    return text


@dataclass(frozen=True, slots=True)
class _Setting:
    read: Callable[[Preferences], object]
    change: Callable[[Preferences, object], Preferences]


def _find(key: str) -> _Setting:
    try:
        return SETTINGS[key]
    except KeyError:
        known = ", ".join(SETTINGS)
        raise PreferenceError(
            Sentence(
                "Preferences", "There is no setting '{key}'. The settings are: {known}."
            ).format(key=key, known=known)
        ) from None


def _read_base(preferences: Preferences) -> float:
    minutes = preferences.hold.base / timedelta(minutes=1)
    return int(minutes) if minutes.is_integer() else minutes


def _change_base(preferences: Preferences, value: object) -> Preferences:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise PreferenceError(
            Sentence(
                "Preferences",
                "'{value}' is no number of minutes. Give one from 1 to 2880; it stays as it was.",
            ).format(value=value)
        )
    try:
        base = timedelta(minutes=value)
    except (OverflowError, ValueError):
        base = timedelta(0)
    return replace(preferences, hold=replace(preferences.hold, base=base))


def _change_factors(preferences: Preferences, value: object) -> Preferences:
    numbers = value if isinstance(value, list | tuple) else [value]
    try:
        one, two, three, four = (float(str(n)) for n in numbers)
    except (TypeError, ValueError):
        raise PreferenceError(
            Sentence(
                "Preferences",
                "'{value}' is no list of four numbers such as 1, 1, 2, 3; it stays as it was.",
            ).format(value=value)
        ) from None
    return replace(preferences, hold=replace(preferences.hold, factors=(one, two, three, four)))


def _read_quiet(preferences: Preferences) -> str:
    return " ".join(
        f"{q.begin:%H:%M}-{q.end:%H:%M} {q.whose.value}" for q in preferences.hold.quiet[:1]
    )


def _parse_quiet(value: object) -> tuple[QuietHours, ...]:
    if value == "":
        return ()
    written = _QUIET.fullmatch(value.strip()) if isinstance(value, str) else None
    if written is None:
        raise PreferenceError(
            Sentence(
                "Preferences",
                "'{value}' gives no quiet hours. Write them as 22:00-07:00 by your own clock, as "
                "22:00-07:00 customer by the customer's, or leave it empty; they stay as they "
                "were.",
            ).format(value=value)
        )
    begin, end = time.fromisoformat(written[1]), time.fromisoformat(written[2])
    return (QuietHours(begin, end, Whose(written[3] or Whose.SELLER.value)),)


def _of_hold(name: str, parse: Callable[[object], object]) -> _Setting:
    """A setting that is a field of the hold policy."""

    def read(preferences: Preferences) -> object:
        value = getattr(preferences.hold, name)
        return value.value if isinstance(value, Enum) else value

    def change(preferences: Preferences, value: object) -> Preferences:
        hold = replace(preferences.hold, **{name: parse(value)})  # type: ignore[arg-type]
        return replace(preferences, hold=hold)

    return _Setting(read, change)


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise PreferenceError(
            Sentence(
                "Preferences", "'{value}' is neither true nor false; it stays as it was."
            ).format(value=value)
        )
    return value


def _megabytes(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        is_in_range = False
    else:
        is_in_range = 0 <= value <= _MOST_MEGABYTES
    if not is_in_range:
        raise PreferenceError(
            Sentence(
                "Preferences",
                "'{value}' is no number of megabytes. Give one from 0 to {most}; 0 fetches every "
                "letter whole. It stays as it was.",
            ).format(value=value, most=_MOST_MEGABYTES)
        )
    number = float(str(value))
    return int(number) if number.is_integer() else number


def _number(most: int) -> Callable[[object], float]:
    def parse(value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
            is_in_range = False
        else:
            is_in_range = 0 <= value <= most
        if not is_in_range:
            raise PreferenceError(
                Sentence(
                    "Preferences", "'{value}' is no number from 0 to {most}; it stays as it was."
                ).format(value=value, most=most)
            )
        return float(str(value))

    return parse


def _whole(most: int) -> Callable[[object], int]:
    def parse(value: object) -> int:
        number = _number(most)(value)
        if not number.is_integer():
            raise PreferenceError(
                Sentence(
                    "Preferences", "'{value}' is no whole number; it stays as it was."
                ).format(value=value)
            )
        return int(number)

    return parse


def _text_percent(value: object) -> int:
    is_whole = isinstance(value, int) and not isinstance(value, bool)
    if not (is_whole and TEXT_STEPS[0] <= int(str(value)) <= TEXT_STEPS[-1]):
        raise PreferenceError(
            Sentence(
                "Preferences",
                "'{value}' is no size of the text. Give a whole number of percent from {least} to "
                "{most}; it stays as it was.",
            ).format(value=value, least=TEXT_STEPS[0], most=TEXT_STEPS[-1])
        )
    return int(str(value))


def _of_returns(name: str, parse: Callable[[object], object]) -> _Setting:
    """A setting that is a field of the terms of return."""

    def read(preferences: Preferences) -> object:
        value = getattr(preferences.returns, name)
        if isinstance(value, Decimal):
            return int(value) if value == value.to_integral_value() else float(value)
        return value.value if isinstance(value, Enum) else value

    def change(preferences: Preferences, value: object) -> Preferences:
        returns = replace(preferences.returns, **{name: parse(value)})  # type: ignore[arg-type]
        return replace(preferences, returns=returns)

    return _Setting(read, change)


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST_TEXT or not value.isprintable():
        raise PreferenceError(
            Sentence(
                "Preferences",
                "A text of one line and at most {most} characters is wanted; it stays as it was.",
            ).format(most=_LONGEST_TEXT)
        )
    return value.strip()


def _own_keys(value: object) -> tuple[str, ...]:
    lines = [value] if isinstance(value, str) else value
    if not isinstance(lines, list | tuple) or len(lines) > _MOST_KEYS:
        lines = [""]
    for line in lines:
        if not isinstance(line, str) or _OWN_KEY.fullmatch(line) is None:
            raise PreferenceError(
                Sentence(
                    "Preferences",
                    "'{value}' is no key of an action. Write it as done=Ctrl+E, with a blank "
                    "between two keys; the keys stay as they were.",
                ).format(value=line or value)
            )
    return tuple(lines)


def _folder(value: object) -> str:
    text = value.strip() if isinstance(value, str) else None
    if text is None or len(text) > _LONGEST_PATH or not text.isprintable():
        raise PreferenceError(
            Sentence("Preferences", "'{value}' is no folder; it stays as it was.").format(
                value=value
            )
        )
    if text and not Path(text).is_absolute():
        raise PreferenceError(
            Sentence(
                "Preferences",
                "'{value}' does not say where the folder is. Give the whole path, from the root "
                "of the disk; it stays as it was.",
            ).format(value=text)
        )
    return text


def _choice(kind: type[Enum]) -> Callable[[object], Enum]:
    def parse(value: object) -> Enum:
        try:
            return kind(value)
        except ValueError:
            choices = ", ".join(str(member.value) for member in kind)
            raise PreferenceError(
                Sentence(
                    "Preferences", "'{value}' is none of {choices}; it stays as it was."
                ).format(value=value, choices=choices)
            ) from None

    return parse


def _plain(name: str, parse: Callable[[object], object]) -> _Setting:
    def read(preferences: Preferences) -> object:
        value = getattr(preferences, name)
        return value.value if isinstance(value, Enum) else value

    def change(preferences: Preferences, value: object) -> Preferences:
        return replace(preferences, **{name: parse(value)})  # type: ignore[arg-type]

    return _Setting(read, change)


SETTINGS: Final[dict[str, _Setting]] = {
    "hold.base_minutes": _Setting(_read_base, _change_base),
    "hold.factors": _Setting(lambda p: list(p.hold.factors), _change_factors),
    "hold.send_by_itself": _of_hold("send_by_itself", _truth),
    "hold.ordinary": _of_hold("ordinary", _choice(OrdinaryMail)),
    "hold.own_heat": _of_hold("own_heat", _truth),
    "hold.quiet_hours": _Setting(_read_quiet, _of_hold("quiet", _parse_quiet).change),
    "shop.name": _plain("shop_name", _text),
    "shop.seller": _plain("seller_name", _text),
    "shop.writes_as": _plain("writes_as", _choice(WritesAs)),
    "shop.return_days": _of_returns("days", _whole(MOST_RETURN_DAYS)),
    "shop.restocking_percent": _of_returns("restocking", _whole(MOST_FEE)),
    "shop.return_postage": _of_returns("way_back", _choice(Payer)),
    "shop.card_cost_percent": _of_returns(
        "card_cost", lambda value: Decimal(f"{_number(MOST_CARD_COST)(value):g}")
    ),
    "look.language": _plain("language", _choice(Language)),
    "look.colour_scheme": _plain("colour_scheme", _choice(ColourScheme)),
    "look.text_percent": _plain("text_percent", _text_percent),
    "look.density": _plain("density", _choice(Density)),
    "look.remote_pictures": _plain("remote_pictures", _choice(RemotePictures)),
    "mail.notices": _plain("new_letters", _choice(NewLetters)),
    "mail.leave_on_server_above_mb": _plain("leave_above_mb", _megabytes),
    "orders.watched_folder": _plain("watched_folder", _folder),
    "writing.spelling": _plain("spelling", _truth),
    "keys.single_letters": _plain("single_letters", _truth),
    "keys.own": _Setting(lambda p: list(p.own_keys), _plain("own_keys", _own_keys).change),
}


def flat_settings(document: dict[str, object]) -> dict[str, object]:
    """The values of a file by their keys; what stands in no section keeps its own name."""
    found: dict[str, object] = {}
    for section, values in document.items():
        if isinstance(values, dict):
            found.update({f"{section}.{name}": value for name, value in values.items()})
        else:
            found[section] = values
    return found


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if isinstance(value, list):
        return "[" + ", ".join(_toml(member) for member in value) + "]"
    return str(value)

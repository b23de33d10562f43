"""Take a picture of every main state of the window, in every size and language that must hold.

    python -P tests/pictures/window.py DIR [--only NAME] [--dress DRESS]

The dresses: 1024x700, 1440x900, text twice as large, a screen at 1.5, dark, high contrast,
compact, Russian, and made-up words a third longer than the English ones. Each is a folder of DIR.
For looking at; nothing is sent.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from fakes.made_up_words import MadeUpWords
from fakes.window_states import WindowStates

from softanswer.replies.preferences import ColourScheme, Density, Language, Preferences
from softanswer.ui.desk import application_of


@dataclass(frozen=True)
class Dress:
    """One way in which the window is worn."""

    size: tuple[int, int] = (1024, 700)
    language: Language = Language.ENGLISH
    text: int = 100
    scale: str = "1"
    is_dark: bool = False
    is_made_up: bool = False
    is_high_contrast: bool = False
    is_compact: bool = False

    @property
    def scheme(self) -> ColourScheme:
        """The colours of it."""
        if self.is_high_contrast:
            high = ColourScheme.HIGH_CONTRAST_DARK, ColourScheme.HIGH_CONTRAST_LIGHT
            return high[not self.is_dark]
        return ColourScheme.DARK if self.is_dark else ColourScheme.LIGHT


DRESSES = {
    "en-1024": Dress(),
    "en-1440": Dress((1440, 900)),
    "en-1440-dark": Dress((1440, 900), is_dark=True),
    "en-1440-large": Dress((1440, 900), text=200),
    "en-1024-large": Dress(text=200),
    "en-1024-scaled": Dress(scale="1.5"),
    "ru-1024": Dress(language=Language.RUSSIAN),
    "ru-1024-dark": Dress(language=Language.RUSSIAN, is_dark=True),
    "ru-1440": Dress((1440, 900), Language.RUSSIAN),
    "ru-1440-large": Dress((1440, 900), Language.RUSSIAN, text=200),
    "en-1024-contrast": Dress(is_high_contrast=True),
    "en-1024-compact": Dress(is_compact=True),
    "ru-1440-contrast-dark": Dress(
        (1440, 900), Language.RUSSIAN, is_dark=True, is_high_contrast=True
    ),
    "made-up-1024": Dress(language=Language.RUSSIAN, is_made_up=True),
    "made-up-1440": Dress((1440, 900), Language.RUSSIAN, is_made_up=True),
}


def main() -> int:
    """Take them all; each dress in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--dress", choices=tuple(DRESSES), default="")
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    if options.dress:
        return _picture(DRESSES[options.dress], options.folder / options.dress, options.only)
    worst = 0
    for name, dress in DRESSES.items():
        command = [sys.executable, "-P", __file__, str(options.folder), "--dress", name]
        command += ["--only", options.only] if options.only else []
        scaled = {**os.environ, "QT_SCALE_FACTOR": dress.scale}
        done = subprocess.run(command, check=False, timeout=300, env=scaled)  # noqa: S603
        worst = max(worst, done.returncode)
    return worst


def _picture(dress: Dress, folder: Path, only: str) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    preferences = Preferences(
        language=dress.language,
        colour_scheme=dress.scheme,
        density=Density.COMPACT if dress.is_compact else Density.COMFORTABLE,
    )
    application = application_of()
    if dress.is_made_up:
        MadeUpWords(application).put_on()
    with tempfile.TemporaryDirectory() as profile:
        states = WindowStates(Path(profile), preferences, dress.size, dress.text)
        for name, shown in states.walk(*([only] if only else [])):
            shown.grab().save(str(folder / f"{name.replace(', ', '-').replace(' ', '-')}.png"))
        states.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())

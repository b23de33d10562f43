"""Write resources/orders/holidays anew, from the package `holidays`.

    python tests/tables/holidays.py

Run it when the package is renewed; a test compares the tables with it.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

sys.path.pop(0)  # this file is named like the package

import holidays

from softanswer.replies.orders.public_holidays import table_name

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "orders" / "holidays"
YEARS = range(2022, 2036)
PLACES = (
    "AR AT AU BE BG BR CA CH CL CN CZ DE DK EE ES FI FR GB-ENG GB-NIR GB-SCT GB-WLS GR HK HR HU "
    "IE IL IN IS IT JP KR LT LU LV MX NL NO NZ PL PT RO RU SE SG SI SK TR TW UA US ZA "
    "AU-ACT AU-NSW AU-NT AU-QLD AU-SA AU-TAS AU-VIC AU-WA DE-BB DE-BE DE-BW DE-BY DE-HB DE-HE "
    "DE-HH DE-MV DE-NI DE-NW DE-RP DE-SH DE-SL DE-SN DE-ST DE-TH"
).split()
MORE = {"CA": ("public", "government")}  # as resources/orders/destinations.toml has them


def main() -> None:
    """Write one file a country."""
    FOLDER.mkdir(exist_ok=True)
    kinds = [(country, ("public",)) for country in PLACES]
    for country, categories in [*kinds, *MORE.items()]:
        table = {str(year): days_of(country, year, categories) for year in YEARS}
        lines = [
            f'"{year}": {json.dumps(days, ensure_ascii=False)}' for year, days in table.items()
        ]
        text = "{\n" + ",\n".join(lines) + "\n}\n"
        name = table_name(country, categories)
        (FOLDER / f"{name}.json").write_text(text, encoding="utf-8")


def days_of(country: str, year: int, categories: tuple[str, ...]) -> dict[str, str]:
    """The public holidays of a year, as "MM-DD" with their English names."""
    code, _, part = country.partition("-")
    kept = holidays.country_holidays(
        code, subdiv=part or None, years=year, language="en_US", categories=categories
    )
    return {f"{day:%m-%d}": name for day, name in sorted(kept.items())}


if __name__ == "__main__":
    main()

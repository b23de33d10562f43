"""What commands say when all went well is Russian on a Russian system; JSON stays as it is."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parents[3] / "data/orders/ebay-orders-report-us.csv"
SERVERS = ("--imap", "127.0.0.1:1143", "--smtp", "127.0.0.1:1025")
UNPROTECTED = ("--imap-security", "none", "--smtp-security", "none")
ANGRY = b"From: j@mail.example\nSubject: late\n\nMy book has still not arrived. Refund me!\n"
WORDS = re.compile(r"[A-Za-z]{3,}")


@pytest.fixture(autouse=True)
def russian(monkeypatch):
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.setenv("LC_MESSAGES", "ru_RU.UTF-8")


def add(command):
    return command(
        "account", "add", "--address", "ana@shop.example", *SERVERS, *UNPROTECTED, stdin="pw\n"
    )


def test_each_says_in_russian_what_was_done(command, tmp_path):
    letter = tmp_path / "letter.eml"
    letter.write_bytes(ANGRY)
    command("settings", "set", "hold.base_minutes", "60")
    done = {
        "added": add(command),
        "settings": command("settings", "set", "hold.base_minutes", "5"),
        "held": command("outbox", "list"),
        "orders": command("orders", "import", str(SAMPLE)),
        "match": command("orders", "match", str(letter)),
        "classified": command("classify", str(letter)),
        "backup": command("backup", str(tmp_path / "kept.zip")),
        "removed": command("account", "remove", "ana@shop.example"),
        "restored": command("restore", str(tmp_path / "kept.zip")),
    }
    assert {name: one.code for name, one in done.items()} == dict.fromkeys(done, 0)
    for name, said in {
        "added": "Ящик ana@shop.example добавлен.",
        "settings": "Это сокращает выдержку",
        "held": "Ничего не остывает.",
        "orders": "новых ",
        "match": "Ни один заказ не подходит к этому письму.",
        "classified": "жалоба: not_received, накал",
        "backup": "Весь профиль, без паролей, сохранён в ",
        "removed": "Ящик ana@shop.example убран.",
        "restored": "Профиль восстановлен из ",
    }.items():
        assert said in done[name].out, (name, done[name].out)


def test_json_is_the_same_in_every_language(command, monkeypatch, tmp_path):
    add(command)
    letter = tmp_path / "letter.eml"
    letter.write_bytes(ANGRY)
    calls = (
        ("account", "list", "--format", "json"),
        ("outbox", "list", "--format", "json"),
        ("classify", str(letter), "--format", "json"),
        ("orders", "import", str(SAMPLE), "--dry-run", "--format", "json"),
        ("cases", "--format", "json"),
    )
    russian = [command(*call).out for call in calls]
    monkeypatch.setenv("LC_MESSAGES", "en_GB.UTF-8")
    english = [command(*call).out for call in calls]
    assert russian == english
    assert all(json.loads(one) is not None for one in russian)
    assert any(WORDS.search(one) for one in russian)

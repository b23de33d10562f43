"""What a command is given: files and stdin that cannot be used are told, never half used."""

import pytest

from softanswer.ui.console import output
from softanswer.ui.console.exits import BadInputError

COMMANDS = [
    ("check",),
    ("check", "--format", "json"),
    ("check", "--format", "jsonl"),
    ("classify",),
    ("classify", "--format", "jsonl"),
    ("suggest",),
    ("orders", "import"),
    ("orders", "match"),
]


@pytest.mark.parametrize("arguments", COMMANDS)
def test_a_missing_file_is_named(refused, tmp_path, arguments):
    missing = tmp_path / "missing.txt"
    assert f"{missing} can't be read: No such file" in refused(*arguments, missing)


@pytest.mark.parametrize("arguments", COMMANDS)
def test_a_folder_is_no_file(refused, tmp_path, arguments):
    assert f"{tmp_path} can't be read: Is a directory" in refused(*arguments, tmp_path)


@pytest.mark.parametrize(
    "arguments",
    [
        ("check",),
        ("check", "--order"),
    ],
)
def test_text_that_is_not_utf_8_is_told_with_its_place(refused, tmp_path, arguments):
    path = tmp_path / "reply.txt"
    path.write_bytes("Sehr geehrter Herr Müller".encode("cp1252"))
    error = refused(*arguments, path, stdin="text")
    assert f"{path} is not UTF-8 text (byte 20)" in error


@pytest.mark.parametrize(
    "text",
    ["", "{", '{"a": 1,}', "[1, 2", "\x00", "[" * 100_000, "1" * 5000],
    ids=["empty", "open", "comma", "list", "nul", "deep", "long number"],
)
def test_json_that_is_none_is_told_with_its_place(refused, tmp_path, text):
    path = tmp_path / "order.json"
    path.write_text(text)
    assert f"{path} is not JSON" in refused("check", "--order", path, stdin="Thank you.")


def test_the_line_of_a_fault_is_told(refused, tmp_path):
    path = tmp_path / "order.json"
    path.write_text('{\n"order_id": "1",\n"total": nothing\n}')
    assert "line 3, column 10" in refused("check", "--order", path, stdin="Thank you.")


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ('{"id": 1, "text": "Thank you."}\n{"id": 2', "line 2 is not JSON"),
        ('{"id": 1, "text": "Thank you."}\n\n[]', "line 3: a JSON object is wanted"),
        ('{"id": 1}', 'line 1: "text" is missing or no text'),
        ('{"id": 1, "text": 5}', 'line 1: "text" is missing or no text'),
        ('{"text": "Thank you.", "heat": 4}', '"heat" is a whole number from 0 to 3'),
        ('{"text": "Thank you.", "heat": "hot"}', '"heat" is a whole number'),
        ('{"text": "Thank you.", "heat": true}', '"heat" is a whole number'),
        ('{"text": "Thank you.", "heat": NaN}', '"heat" is a whole number'),
        ('{"text": "Thank you.", "kind": "rude"}', "'rude' is no kind of case"),
        ('{"text": "Thank you.", "kind": ["late"]}', '"kind" is no text'),
        ('{"text": "Thank you.", "context": 5}', '"context" is no text'),
        ('{"text": "Thank you.", "language": 5}', '"language" is no text'),
        ('{"text": "Thank you.", "customer_signed": {}}', '"customer_signed" is no text'),
        ('{"text": "Thank you.", "at_fault": "them"}', "'them' is not a valid Fault"),
        ('{"text": "Thank you.", "channel": "etsy!"}', "'etsy!' is not a valid Marketplace"),
        ('{"text": "Thank you.", "order": "12"}', "an order is a JSON object"),
        ('{"text": "Thank you.", "order": {"total": "cheap", "order_id": "1"}}', "'total'"),
        ('{"text": "Thank you.", "order": {"order_id": "1", "items": {}}}', "'items'"),
    ],
)
def test_a_line_of_json_that_cannot_be_used_is_told_with_its_number(command, lines, said):
    finished = command("check", "--format", "jsonl", "-", stdin=lines)
    assert finished.code == 2
    assert said in finished.err
    assert finished.err.count("\n") == 1


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"id": 1}', '"body" is missing or no text'),
        ('{"id": 1, "body": 5}', '"body" is missing or no text'),
        ('{"id": 1, "eml": 5}', '"eml" is missing or no text'),
        ('{"id": 1, "eml": "nowhere.eml"}', "nowhere.eml can't be read"),
        ('{"id": 1, "eml": "a\\u0000b"}', "is no name of a file"),
    ],
)
def test_a_line_that_names_no_letter_is_told(command, line, said):
    finished = command("classify", "--format", "jsonl", stdin=line)
    assert finished.code == 2
    assert said in finished.err
    [answer] = finished.json_lines
    assert answer == {"id": 1, "error": finished.err.removeprefix("softanswer: ").rstrip()}


@pytest.mark.parametrize(("name", "key"), [("check", "text"), ("classify", "body")])
def test_after_a_line_that_cannot_be_used_the_others_are_answered(command, tmp_path, name, key):
    path = tmp_path / "letters.jsonl"
    lines = ['{"id": 1, "%s": "Thank you."}', "{", "[]", '{"id": 4, "%s": "Größe"}', '{"%s": ""}']
    given = [line.replace("%s", key) for line in lines]
    path.write_bytes(b"\n".join(line.encode("cp1252") for line in given))
    finished = command(name, path, "--format", "jsonl")
    assert finished.code == 2
    assert [(one["id"], "error" in one) for one in finished.json_lines] == [
        (1, False),
        (None, True),
        (None, True),
        (None, True),  # not UTF-8
        (None, False),
    ]
    assert finished.err.count("\n") == 3
    assert "line 4 is not UTF-8 text (byte " in finished.err


def test_a_line_beyond_all_measure_is_told_and_the_next_is_answered(
    command, monkeypatch, tmp_path
):
    monkeypatch.setattr(output, "_LARGEST_INPUT_BYTES", 40)
    path = tmp_path / "letters.jsonl"
    path.write_text('{"id": 1, "text": "%s"}\n{"id": 2, "text": "Thank you."}' % ("a " * 100))
    finished = command("check", path, "--format", "jsonl")
    assert [one["id"] for one in finished.json_lines] == [None, 2]
    assert "line 1 is larger than" in finished.err


def test_a_file_beyond_all_measure_is_refused_whole(monkeypatch, tmp_path):
    monkeypatch.setattr(output, "_LARGEST_INPUT_BYTES", 10)
    path = tmp_path / "orders.txt"
    path.write_bytes(b"0123456789")
    assert output.read_bytes(path) == b"0123456789"
    path.write_bytes(b"0123456789!")
    with pytest.raises(BadInputError, match="larger than"):
        output.read_bytes(path)


@pytest.mark.parametrize("given", [b"", b"\n", b"\xef\xbb\xbf"])
def test_an_empty_stdin_is_an_empty_text(command, given):
    assert command("classify", "--format", "json", stdin=given).json()["complaint"] is False
    assert command("check", "--format", "json", stdin=given).code in {0, 1}
    assert command("check", "--format", "jsonl", stdin=given).json_lines == []

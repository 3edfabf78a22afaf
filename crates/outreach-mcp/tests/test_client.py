"""What the protocol's official client gets from the server is what the command prints."""

import asyncio
import json
import re
import subprocess
from pathlib import Path

import pytest
from conftest import COMMAND, DATA, ROOT, client, command

# A tool with its arguments, and the same as words of the command.
ASKED = [
    ("simulate", {"trials": 3000, "settings": {"calls": 75, "warm": {"count": 15}}}, "simulate --calls 75 --warm 15 --trials 3000"),
    (
        "simulate",
        {"scenario": "scenarios/cold-list.toml", "trials": 3000, "at_least": [3]},
        f"simulate {DATA}/scenarios/cold-list.toml --trials 3000 --at-least 3",
    ),
    ("compare", {"strategies": ["cold", "warm=15"], "trials": 3000}, "compare cold warm=15 --trials 3000"),
    ("plan", {"meetings": 5}, "plan --meetings 5"),
    ("plan", {"meetings": 5, "max": 3}, "plan --meetings 5 --max 3"),
    ("sensitivity", {"settings": {"preset": "published"}, "trials": 3000}, "sensitivity --preset published --trials 3000"),
    ("model", {}, "model"),
    ("trace", {"settings": {"calls": 20}}, "trace --calls 20"),
    ("calibrate", {"log": {"file": f"{DATA}/calls.csv"}}, f"calibrate {DATA}/calls.csv"),
    ("backtest", {"log": {"file": f"{DATA}/calls.csv"}, "batch": 10, "warmup": 20}, f"backtest {DATA}/calls.csv --batch 10 --warmup 20"),
    ("forecast", {"list": {"file": f"{DATA}/contacts.csv"}, "hours": 1}, f"forecast {DATA}/contacts.csv --hours 1"),
]


def test_tools_are_the_verbs_with_the_published_schemas():
    async def look():
        async with client() as session:
            return (await session.list_tools()).tools

    tools = {tool.name: tool for tool in asyncio.run(look())}
    assert sorted(tools) == sorted({verb for verb, _, _ in ASKED})
    for verb, tool in tools.items():
        answer = json.loads((ROOT / f"docs/schema/{verb}.json").read_text())
        question = json.loads((ROOT / f"docs/schema/question/{verb}.json").read_text())
        assert tool.output_schema == answer
        assert "verb" not in tool.input_schema["properties"]
        assert {**question["properties"], "verb": None} == {**tool.input_schema["properties"], "verb": None}


def test_every_tool_answers_as_the_command_does():
    async def ask():
        async with client() as session:
            return [await session.call_tool(verb, fields) for verb, fields, _ in ASKED]

    for (_, _, words), answer in zip(ASKED, asyncio.run(ask()), strict=True):
        assert not answer.is_error, answer.content
        assert answer.structured_content == json.loads(command(*words.split())), words


def test_answers_are_the_commands_byte_for_byte(pipe):
    for number, (verb, fields, words) in enumerate(ASKED):
        pipe.call(number, verb, **fields)
        line = pipe.read(number)
        assert f'"structuredContent":{command(*words.split())}' in line, words


def test_the_words_say_how_sure_it_is_and_whose_figures_these_are():
    async def ask():
        async with client() as session:
            return await session.call_tool("simulate", {"trials": 3000, "settings": {"calls": 75, "warm": {"count": 15}}})

    text = asyncio.run(ask()).content[0].text
    assert text.startswith("About 19 meetings from 75 calls")
    assert "15 to 24 in 95 % of campaigns" in text
    assert "A coach's figures" in text and "At published rates" in text


def test_the_words_name_no_option_and_no_command():
    async def ask():
        async with client() as session:
            return [await session.call_tool(verb, fields) for verb, fields, _ in ASKED]

    for (verb, _, words), answer in zip(ASKED, asyncio.run(ask()), strict=True):
        told = " ".join(part.text for part in answer.content)
        assert "--" not in told and "verbose" not in told, (words, told)
        assert not any(f"outreach {verb}" in told for verb in ["calibrate", "simulate", "backtest", "model"]), (words, told)


def test_wrong_arguments_are_errors_that_say_what_to_mend():
    wrong = [
        ("simulate", {"trails": 5}, "unknown field `trails` (did you mean `trials`?)", "trails"),
        ("plan", {}, "meetings is missing", "meetings"),
        ("simulate", {"settings": {"cold.meeting": 1.2}}, "is not a probability (0 to 1)", "cold.meeting"),
        ("simulat", {}, "did you mean `simulate`?", "verb"),
        ("trace", {"settings": {"calls": 1000000}}, "ask for fewer calls, rows or counts", None),
    ]

    async def ask():
        async with client() as session:
            return [await session.call_tool(verb, fields) for verb, fields, _, _ in wrong]

    for (_, _, message, field), answer in zip(wrong, asyncio.run(ask()), strict=True):
        assert answer.is_error
        assert message in answer.content[0].text
        assert answer.structured_content["error"]["field"] == field


@pytest.mark.parametrize(
    "path", ["/etc/passwd", "../README.md", "scenarios/../../README.md", f"{DATA}/../README.md", "/dev/stdin", "link.csv", "/proc/self/environ"]
)
def test_no_file_is_read_outside_the_allowed_folder(path, tmp_path):
    (tmp_path / "link.csv").symlink_to(ROOT / "data/calls.csv")
    tables = [("calibrate", {"log": {"file": path}}), ("forecast", {"list": {"file": path}})]
    asked = [*tables, ("simulate", {"scenario": path}), ("compare", {"strategies": ["cold", path]})]

    async def ask():
        async with client("--allow", str(tmp_path)) as session:
            return [await session.call_tool(verb, fields) for verb, fields in asked]

    for answer in asyncio.run(ask()):
        assert answer.is_error
        told = answer.content[0].text
        assert f"files are read in {tmp_path} alone" in told or "unknown strategy" in told, told


def test_a_link_out_of_the_folder_does_not_say_what_is_there(tmp_path):
    inside = tmp_path / "inside"
    inside.mkdir()
    (tmp_path / "secret.csv").write_text("outcome\nmeeting\n")
    (inside / "up").symlink_to("..")
    (inside / "secret").symlink_to("../secret.csv")
    (inside / "gone").symlink_to("../gone.csv")
    names = ["up/secret.csv", "up/missing.csv", "up/secret.csv/x", "up/inside/../missing", "secret", "gone", "../secret.csv", "../gone"]
    names += [str(tmp_path / "secret.csv"), str(tmp_path / "missing.csv")]

    async def ask():
        async with client("--allow", str(inside)) as session:
            return [await session.call_tool("calibrate", {"log": {"file": name}}) for name in names]

    for name, answer in zip(names, asyncio.run(ask()), strict=True):
        assert answer.content[0].text == f"error: can't read {name}: files are read in {inside} alone"


def test_resources_are_the_pages_and_parameters():
    async def read():
        async with client() as session:
            pages = (await session.list_resources()).resources
            return {str(page.uri): (await session.read_resource(page.uri)).contents[0].text for page in pages}

    pages = asyncio.run(read())
    assert pages["outreach://model"] == (ROOT / "docs/model.md").read_text()
    assert pages["outreach://parameters"] == (ROOT / "data/parameters.csv").read_text()
    listed = re.findall(r"\(([\w/-]+\.md)\)", (ROOT / "docs/SUMMARY.md").read_text())
    for page in listed:
        if page != "model.md":
            assert pages.pop(f"outreach://manual/{Path(page).stem}") == (ROOT / "docs" / page).read_text()
    assert sorted(pages) == ["outreach://model", "outreach://parameters"]


def test_every_resource_says_what_it_is_about():
    async def look():
        async with client() as session:
            return (await session.list_resources()).resources

    for page in asyncio.run(look()):
        assert page.title and "\n" not in page.title and "#" not in page.title, page
        assert len(page.description) > 20 and "\n" not in page.description and "```" not in page.description, page


def test_prompts_name_tools_that_there_are_and_fill_in_what_is_given():
    async def look():
        async with client() as session:
            prompts = (await session.list_prompts()).prompts
            filled = [await session.get_prompt(prompt.name, {a.name: "7" for a in prompt.arguments}) for prompt in prompts]
            return prompts, [one.messages[0].content.text for one in filled]

    prompts, texts = asyncio.run(look())
    assert len(prompts) == 5
    for prompt, text in zip(prompts, texts, strict=True):
        assert "{" not in text and text.count("7") >= len(prompt.arguments), text


def test_two_calls_at_once_are_both_answered():
    async def ask():
        async with client() as session:
            asked = [{"seed": seed, "trials": 200_000} for seed in range(4)]
            return await asyncio.gather(*(session.call_tool("simulate", fields) for fields in asked))

    for seed, answer in enumerate(asyncio.run(ask())):
        assert answer.structured_content == json.loads(command("simulate", "--seed", str(seed), "--trials", "200000"))


def test_who_asks_for_it_is_told_how_far_a_long_call_is():
    told = []

    async def progress(seconds, most, message):
        told.append((seconds, most, message))

    async def ask():
        async with client() as session:
            long = {"settings": {"preset": "published"}, "trials": 30_000_000}
            return await session.call_tool("simulate", long, progress_callback=progress)

    assert not asyncio.run(ask()).is_error
    assert told and all(0 < seconds < most for seconds, most, _ in told)
    assert [seconds for seconds, _, _ in told] == sorted(seconds for seconds, _, _ in told)
    assert "trials so far" in told[-1][2]


def test_without_a_folder_no_file_is_read_and_a_wrong_one_is_an_error():
    async def ask():
        async with client("--allow", str(ROOT / "docs")) as session:
            return await session.call_tool("calibrate", {"log": {"file": str(ROOT / "data/calls.csv")}})

    assert asyncio.run(ask()).is_error
    wrong = subprocess.run([COMMAND, "mcp", "--allow", "/no/such/folder"], capture_output=True, text=True)
    assert wrong.returncode == 2 and "--allow /no/such/folder" in wrong.stderr


def test_a_server_of_another_build_than_the_command_does_not_start():
    wrong = subprocess.run([f"{COMMAND}-mcp", "--build", "0.0.9 (1234)"], capture_output=True, text=True)
    assert wrong.returncode == 2
    assert "outreach is of the build 0.0.9 (1234), its server outreach-mcp of " in wrong.stderr

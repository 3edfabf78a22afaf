"""Messages that no client sends, and calls that nobody waits for any more."""

import json
import random
import time


def test_a_cancelled_call_ends_and_the_next_one_is_answered(pipe):
    endless = {
        "simulate": {"trials": 1_000_000_000_000, "settings": {"calls": 1000}},
        "compare": {"trials": 1_000_000_000_000},
        "plan": {"meetings": 5000, "settings": {"strategy": "snowball", "pool.decay": 0.9}, "trials": 1_000_000_000},
        "sensitivity": {"trials": 1_000_000_000, "settings": {"strategy": "snowball", "preset": "published"}},
    }
    for verb, fields in endless.items():
        pipe.call(verb, verb, **fields)
        time.sleep(0.5)
        pipe.write({"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {"requestId": verb}})
        pipe.call(f"after {verb}", "model")
        answer = json.loads(pipe.read(f"after {verb}"))
        assert answer["result"]["structuredContent"]["schema"].startswith("outreach/model/")
        # What was cancelled does not work on.
        deadline = time.monotonic() + 20
        while not pipe.is_at_rest():
            assert time.monotonic() < deadline, verb


def test_what_cannot_be_read_is_an_error_of_its_call(pipe):
    deep = "[" * 130 + "]" * 130
    for number, (arguments, code, told) in enumerate([
        ('{"settings":{"calls":10,"calls":90}}', -32600, "`calls` stands there twice"),
        ('{"trials":10,"trials":20}', -32600, "`trials` stands there twice"),
        ('{"settings":{"cold.meeting":1e400}}', -32700, "number out of range"),
        (f'{{"settings":{deep}}}', -32700, "recursion limit"),
        ('{"settings":{', -32700, "EOF"),
        (f'{{"log":{{"text":"{"a" * (16 << 20)}"}}}}', -32600, "at most 16777216 bytes"),
    ]):
        head = f'{{"jsonrpc":"2.0","id":{number},"method":"tools/call","params":'
        pipe.write(f'{head}{{"name":"simulate","arguments":{arguments}}}}}'.encode())
        error = json.loads(pipe.read(number))["error"]
        assert error["code"] == code
        assert told in error["message"]


def test_what_has_no_id_is_answered_without_one(pipe):
    for line, code in [(b"{", -32700), (b"[]", -32600), (b'{"jsonrpc":"2.0"}', -32600), (b"\xff\xfe", -32700)]:
        pipe.write(line)
        assert json.loads(pipe.read(None))["error"]["code"] == code


def test_wrong_parameters_are_no_unknown_method(pipe):
    for number, (method, params, code, told) in enumerate([
        ("tools/call", {}, -32602, "name is missing"),
        ("tools/call", None, -32602, "name is missing"),
        ("tools/call", [], -32602, "params is not an object"),
        ("tools/call", {"name": 5, "arguments": {}}, -32602, "name = 5 is not"),
        ("tools/call", {"name": "model", "arguments": []}, -32602, "arguments = [] is not an object"),
        ("prompts/get", {}, -32602, "name is missing"),
        ("prompts/get", {"name": "job-seker"}, -32602, "did you mean `job-seeker`?"),
        ("prompts/get", {"name": "job-seeker", "arguments": {"nams": "9"}}, -32602, "unknown argument `nams` (did you mean `names`?)"),
        ("resources/read", {"uri": 5}, -32602, "uri = 5 is not"),
        ("tools/cal", {}, -32601, "tools/cal"),
    ]):
        pipe.ask(number, method, params)
        error = json.loads(pipe.read(number))["error"]
        assert error["code"] == code, (method, params, error)
        assert told in error["message"], (method, params, error)


def test_what_is_missing_is_said_in_the_names_of_fields(pipe):
    asked = [
        ("simulate", {"settings": {"incident.recovery": 0.3, "incident.rate": 0}}, "incident.rate=0.02"),
        ("simulate", {"settings": {"attempts.cold": "24/300"}}, "max_attempts 3"),
        ("simulate", {"settings": {"pool.names": 2}}, "strategy snowball"),
        ("calibrate", {"log": {"text": "a,b\n1,2\n"}}, "column"),
        ("calibrate", {"log": {"text": "outcome\nperhaps\n"}}, "allow_rejected"),
        ("calibrate", {"log": {"text": "outcome\nmeeting\n"}, "prior": "published"}, "prior_weight"),
    ]
    for number, (verb, fields, told) in enumerate(asked):
        pipe.call(number, verb, **fields)
        result = json.loads(pipe.read(number))["result"]
        assert result["isError"]
        for text in [result["structuredContent"]["error"]["message"], *(part["text"] for part in result["content"])]:
            assert told in text and "--" not in text, text


def test_a_message_without_end_is_an_error_and_the_next_one_is_answered(pipe):
    # Clients of Python and TypeScript write the id last.
    for number, (megabytes, told) in enumerate([(17, "long"), (60, "long"), (100, None)]):
        pipe.write(b'{"method":"ping","params":{"x":"' + b"a" * (megabytes << 20) + b'"},"jsonrpc":"2.0","id":"long"}')
        assert "16777216 bytes" in pipe.read(told)
        pipe.call(number, "model")
        assert '"structuredContent"' in pipe.read(number)
    assert pipe.most_memory() < 400 << 20


def test_no_question_takes_more_memory_than_there_is(pipe):
    shares = [f"warm={share / 30:.2f}" for share in range(1, 30)]
    asked = [
        ("trace", {"settings": {"calls": 1_000_000}}, "more than 8388608 bytes"),
        ("trace", {"settings": {"contacts": 1_000_000, "max_attempts": 50, "cold.reach": 0.01}}, "up to 1,000,000 attempts"),
        ("compare", {"strategies": shares, "settings": {"calls": 300_000}, "trials": 10}, "more than 8388608 bytes"),
        ("model", {"y" * 5_000_000: 1}, "too much wrong"),
        ("model", {f"y{number}": 1 for number in range(9_000)}, "unknown field `y0`"),
        ("simulate", {"settings": {f"y{number}": 1 for number in range(9_000)}}, "unknown key `y0`"),
        ("calibrate", {"log": {"text": "outcome\nmeeting\n", "skip_lines": 2**64 - 1}}, "no column that says how a call ended"),
        ("sensitivity", {"settings": {"strategy": "snowball", "preset": "published"}, "trials": 10_000_000}, "more than 512 MB"),
    ]
    for number, (verb, fields, told) in enumerate(asked):
        pipe.call(number, verb, **fields)
        result = json.loads(pipe.read(number))["result"]
        assert result["isError"] and told in result["content"][0]["text"], result
    pipe.call("after", "model")
    assert '"structuredContent"' in pipe.read("after")
    assert pipe.most_memory() < 800 << 20


def test_a_message_of_many_values_took_all_memory_before_it_was_a_call(pipe):
    for number, params in enumerate([
        b'{"x":[' + b",".join([b"{}"] * 5_000_000) + b"]}",
        b'{"name":"model","arguments":{' + b",".join(b'"%d":1' % field for field in range(1_300_000)) + b"}}",
    ]):
        pipe.write(b'{"jsonrpc":"2.0","method":"tools/call","params":' + params + b',"id":%d}' % number)
        assert "at most 10000 values" in json.loads(pipe.read(number))["error"]["message"]
    assert pipe.most_memory() < 200 << 20


def test_long_calls_that_wait_took_memory_without_bound(pipe):
    def cancel(number):
        pipe.write({"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {"requestId": number}})

    for number in ["one", "two"]:
        pipe.call(number, "simulate", trials=1_000_000_000_000)
    long = {"text": "outcome\n" + "meeting\n" * 1_600_000}
    for number in range(6):
        pipe.call(number, "calibrate", log=long)
    for number in [4, 5]:
        assert "open requests have at most" in json.loads(pipe.read(number))["error"]["message"]
    pipe.ask("ping", "ping", {})
    assert json.loads(pipe.read("ping"))["result"] == {}
    # What is cancelled does not count.
    for number in range(4):
        cancel(number)
    pipe.call("last", "calibrate", log={**long, "strict": 1})
    cancel("one")
    assert "log.strict" in pipe.read("last")
    assert pipe.most_memory() < 300 << 20


def test_a_request_with_the_id_of_an_open_one_is_refused_and_the_open_one_answered(pipe):
    long = {"trials": 20_000_000, "settings": {"preset": "published"}}
    pipe.call("same", "simulate", **long)
    pipe.call("same", "model")
    assert json.loads(pipe.read("same"))["error"]["code"] == -32600
    assert json.loads(pipe.read("same"))["result"]["structuredContent"]["trials"] == 20_000_000
    # What is answered is open no more; what was cancelled may still be at work.
    pipe.call("same", "model")
    assert "outreach/model/" in pipe.read("same")
    pipe.call("cancelled", "simulate", trials=1_000_000_000_000)
    pipe.write({"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {"requestId": "cancelled"}})
    pipe.call("cancelled", "model")
    assert json.loads(pipe.read("cancelled"))["error"]["code"] == -32600
    pipe.call("after", "model")
    assert "outreach/model/" in pipe.read("after")


def mangled(draw, line):
    """A line with some bytes replaced, removed, doubled or put elsewhere."""
    line = bytearray(line)
    for _ in range(draw.randint(1, 4)):
        at = draw.randrange(len(line))
        way = draw.randrange(4)
        if way == 0:
            line[at] = draw.choice(b'{}[]":,0159aeE.\\\x00\xff')
        elif way == 1:
            del line[at : at + draw.randint(1, 8)]
        elif way == 2:
            line[at:at] = line[at : at + draw.randint(1, 20)]
        else:
            other = draw.randrange(len(line))
            line[at], line[other] = line[other], line[at]
        line = line or bytearray(b"{")
    return bytes(line).replace(b"\n", b" ")


def test_the_server_survives_any_message(pipe):
    # The same messages in every run.
    draw = random.Random(29)
    calls = [
        ("tools/call", {"name": "model", "arguments": {}}),
        ("tools/call", {"name": "plan", "arguments": {"meetings": 5, "confidence": 0.8}}),
        ("tools/call", {"name": "trace", "arguments": {"settings": {"calls": 5}}}),
        ("tools/call", {"name": "calibrate", "arguments": {"log": {"file": "calls.csv"}}}),
        ("tools/list", {}),
        ("resources/read", {"uri": "outreach://model"}),
        ("prompts/get", {"name": "job-seeker", "arguments": {"names": "9"}}),
        ("ping", {}),
    ]
    strange = [b"", b"null", b"[]", b"{}", b'"', b"\xff\xfe", b"[" * 10_000, b'{"jsonrpc":"2.0"}', b"9" * 100_000]
    lines = [json.dumps({"jsonrpc": "2.0", "id": 1, "method": method, "params": params}).encode() for method, params in calls]
    for number in range(40):
        for line in strange if number == 0 else [mangled(draw, draw.choice(lines)) for _ in range(10)]:
            pipe.write(line)
        pipe.call(f"after {number}", "model")
        assert '"structuredContent"' in pipe.read(f"after {number}")

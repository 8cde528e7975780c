"""Tests of the commands on packets: the whole way there and back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from practicecoder.cli.main import main
from practicecoder.services.studies import open_study
from tests.builders import ANNA
from tests.services.packets_made_up import PASSPHRASE, a_lab, finished, opened


def run(*words: object) -> int:
    return main([str(word) for word in words], lambda _study: 0)


def test_a_packet_goes_out_and_comes_back_by_commands(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    a_lab(tmp_path).close()
    lab, home = tmp_path / "lab", tmp_path / "home"
    packet, back, receipt = (tmp_path / n for n in ("a.pcpacket", "a.pcreturn", "receipt.txt"))
    secret = tmp_path / "secret.txt"
    secret.write_text(f"{PASSPHRASE}\n", encoding="utf-8")

    made = ("packet", "make", lab, "--coder", ANNA, "--out", packet, "--passphrase-file", secret)
    assert run(*made) == 0
    assert "2 sessions" in capsys.readouterr().out
    assert run("packet", "show", packet, "--json") == 0
    assert json.loads(capsys.readouterr().out)["recordings"] == 2
    assert run("packet", "open", packet, "--into", home, "--passphrase-file", secret) == 0
    assert "Recovery code" in capsys.readouterr().out

    services = open_study(home, secret=PASSPHRASE)
    finished(services, opened(services))
    services.close()

    at_home = ("--passphrase-file", secret)
    assert run("packet", "merge", home, packet, *at_home) == 1
    assert "has no lead" in capsys.readouterr().err
    assert run("packet", "return", home, "--out", back, *at_home) == 0
    assert "1 of 2 sessions submitted" in capsys.readouterr().out
    assert run("packet", "merge", lab, back, "--dry-run", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["merged"], told["codings"][0]["submitted"]) == (False, True)
    assert run("packet", "merge", lab, back, "--receipt", receipt) == 0
    assert capsys.readouterr().out.strip() == receipt.read_text(encoding="utf-8").strip()
    assert run("packet", "list", lab, "--json") == 0
    (listed,) = json.loads(capsys.readouterr().out)["packets"]
    assert (listed["sessions"], listed["submitted"], listed["returns"]) == (2, 1, 1)
    assert run("packet", "list", lab) == 0
    assert capsys.readouterr().out.splitlines()[-1].split()[-3:] == ["2", "1", "1"]


def test_a_misspelt_session_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    a_lab(tmp_path).close()
    secret = tmp_path / "secret.txt"
    secret.write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    made = ("packet", "make", tmp_path / "lab", "--coder", ANNA, "--sessions", "V-0001,V-0oo2")
    assert run(*made, "--out", tmp_path / "a.pcpacket", "--passphrase-file", secret) == 0
    told = capsys.readouterr()
    assert "1 session." in told.out
    assert "1 session not in it: not given to this coder (V-0oo2)." in told.err


def test_what_is_no_packet_is_told_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "x.pcpacket").write_bytes(b"no packet")
    assert run("packet", "show", tmp_path / "x.pcpacket") == 1
    assert "no coding packet" in capsys.readouterr().err


def test_why_a_coder_has_nothing_to_take_along_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    a_lab(tmp_path).close()
    secret = tmp_path / "secret.txt"
    secret.write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    made = ("packet", "make", tmp_path / "lab", "--coder", ANNA, "--sessions", "V-0oo2")

    assert run(*made, "--out", tmp_path / "a.pcpacket", "--passphrase-file", secret) == 1

    assert "take along: not given to this coder. Nothing" in capsys.readouterr().err

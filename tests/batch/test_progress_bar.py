"""The bar: on a terminal, and nowhere else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from voorbeelden import Program

pty = pytest.importorskip("pty", reason="this system has no terminals of this kind")


def test_a_terminal_sees_how_far_it_is_and_standard_output_stays_clean(drafts: Path, tmp_path: Path) -> None:
    (drafts / "d0" / "leeg.txt").write_bytes(b"")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "doenvermogentoets", "check", "ontwerpen", "--format", "concise", "--jobs", "1"]
    with subprocess.Popen(command, cwd=tmp_path, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=theirs) as process:
        os.close(theirs)
        seen = b""
        while True:
            try:
                piece = os.read(ours, 4096)
            except OSError:  # the other end is closed
                break
            if not piece:
                break
            seen += piece
        assert process.stdout is not None
        out = process.stdout.read().decode()
    os.close(ours)
    text = seen.decode()
    assert "/7 |" in text
    assert "fout: ontwerpen/d0/leeg.txt is leeg." in text
    assert "/7 |" in text.rpartition("fout:")[2], "the bar goes on after a message"
    assert all(line.startswith("ontwerpen/") for line in out.splitlines())


def test_a_file_or_pipe_sees_no_bar(program: Program, drafts: Path) -> None:
    assert "|" not in program("check", drafts, "--format", "concise").err

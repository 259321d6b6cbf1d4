"""Real editors without a screen, with the configuration that the project gives their users."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

EDITORS = Path(__file__).parents[2] / "server" / "editors"
DRAFT = """Artikel 1. Aanvraag 😀
Het 😀 recht vervalt, indien de aanvrager de gegevens niet binnen twee weken na dagtekening van het verzoek verstrekt.
"""
SERVER = [sys.executable, "-m", "doenvermogentoets_server"]
pytestmark = pytest.mark.timeout(240)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "een ontwerp.txt"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def shown(codes_and_columns: list[list[object]]) -> list[tuple[str, str]]:
    """Code and first words of each diagnostic on the second line; columns count bytes of UTF-8."""
    line = DRAFT.splitlines()[1].encode()
    return [(str(code), line[int(str(column)) :].decode()) for code, column in codes_and_columns]


@pytest.mark.skipif(shutil.which("nvim") is None, reason="needs Neovim")
def test_neovim_shows_the_finding_at_its_words(draft: Path, tmp_path: Path) -> None:
    result = tmp_path / "gevonden.json"
    script = tmp_path / "kijk.lua"
    command = "{" + ", ".join(json.dumps(part) for part in SERVER) + "}"
    script.write_text(
        f"""
vim.g.doenvermogentoets_command = {command}
vim.cmd("filetype on")
vim.cmd("luafile {EDITORS / "doenvermogentoets.lua"}")
vim.cmd("edit " .. vim.fn.fnameescape({json.dumps(str(draft))}))
vim.wait(60000, function() return #vim.diagnostic.get(0) > 0 end, 50)
local out = {{}}
for _, d in ipairs(vim.diagnostic.get(0)) do
  table.insert(out, {{ d.code or d.user_data.lsp.code, d.col }})
end
vim.fn.writefile({{ vim.fn.json_encode(out) }}, {json.dumps(str(result))})
vim.cmd("qall!")
""",
        encoding="utf-8",
    )
    subprocess.run(["nvim", "--headless", "--clean", "-n", "-c", f"luafile {script}"], check=True, timeout=100, capture_output=True)
    assert ("fatale-termijn-zonder-uitweg", True) in [
        (code, words.startswith(("Het 😀", "recht", "vervalt", "binnen"))) for code, words in shown(json.loads(result.read_text()))
    ]


@pytest.mark.skipif(shutil.which("emacs") is None, reason="needs Emacs")
def test_emacs_shows_the_finding_at_its_words(draft: Path, tmp_path: Path) -> None:
    result = tmp_path / "gevonden.txt"
    script = tmp_path / "kijk.el"
    command = " ".join(json.dumps(part) for part in SERVER)
    script.write_text(
        f"""
(package-initialize)
(require 'eglot nil t)
(unless (featurep 'eglot) (kill-emacs 77))
(defvar doenvermogentoets-command '({command}))
(load-file {json.dumps(str(EDITORS / "doenvermogentoets.el"))})
(remove-hook 'text-mode-hook #'eglot-ensure)
(setq eglot-sync-connect 30 project-find-functions nil)
(find-file {json.dumps(str(draft))})
(call-interactively 'eglot)
(let ((tries 0))
  (while (and (null (flymake-diagnostics)) (< tries 300))
    (accept-process-output nil 0.2)
    (flymake-start)
    (setq tries (1+ tries))))
(with-temp-file {json.dumps(str(result))}
  (let ((found (with-current-buffer (find-file-noselect {json.dumps(str(draft))})
                 (mapcar (lambda (d) (buffer-substring-no-properties (flymake-diagnostic-beg d) (flymake-diagnostic-end d)))
                         (flymake-diagnostics)))))
    (insert (string-join found "\\n"))))
(kill-emacs 0)
""",
        encoding="utf-8",
    )
    run = subprocess.run(["emacs", "--batch", "-l", str(script)], check=False, timeout=100, capture_output=True, text=True)
    if run.returncode == 77:
        pytest.skip("needs eglot")
    assert run.returncode == 0, run.stderr
    found = result.read_text(encoding="utf-8").splitlines()
    assert any(words in DRAFT and words.startswith(("Het 😀", "recht", "vervalt", "binnen")) for words in found)

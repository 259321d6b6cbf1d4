"""``python -m doenvermogentoets``."""

from __future__ import annotations

from doenvermogentoets.cli import main

if __name__ == "__main__":
    main()

"""Days as commands take them: YYYY-MM-DD."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

import typer


def day_of(text: str) -> date:
    """Read a day.

    Raises
    ------
    typer.BadParameter
        If there is no such day, or it is written in another way.
    """
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        raise typer.BadParameter(f"{text} is no day; write it like 2027-03-31.") from None


MadeOn = Annotated[
    date | None,
    typer.Option(
        "--made-on", parser=day_of, metavar="DAY", help="Day that the pages bear; today."
    ),
]

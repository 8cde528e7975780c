"""What was chosen for the last package of a study, so that the next one begins there.

It is kept with the study. Purpose, names, evidence and exact dates are never remembered: they are
asked for each time.
"""

from __future__ import annotations

import json
from dataclasses import replace

from practicecoder.export.data import Profile
from practicecoder.export.files import ALWAYS, KNOWN_FORMATS
from practicecoder.services.export_gathering import PackageOrder
from practicecoder.storage.unit_of_work import UnitOfWork

LAST_PACKAGE = "last_package"
"""Key of the study's setting."""


def keep_order(unit: UnitOfWork, order: PackageOrder) -> None:
    """Remember an order."""
    document = {
        "formats": list(order.formats),
        "profile": order.profile.value,
        "analysis": order.analysis,
        "archive": order.archive,
        "byte_order_mark": order.byte_order_mark,
    }
    unit.study.update_settings({LAST_PACKAGE: json.dumps(document)})


def kept_order(text: str) -> PackageOrder | None:
    """Order from the text of the setting; None if there is none that can be read.

    Examples
    --------
    >>> kept_order("") is None, kept_order("[]") is None
    (True, True)
    >>> kept_order('{"profile": "outside", "formats": ["csv", "xlsx"]}').formats
    ('csv', 'xlsx')
    """
    try:
        told = json.loads(text)
        profile = Profile(told["profile"])
        formats = [str(name) for name in told["formats"]]
    except (ValueError, KeyError, TypeError):
        return None
    known = tuple(name for name in KNOWN_FORMATS if name in formats and name != ALWAYS)
    return replace(
        PackageOrder(),
        formats=(ALWAYS, *known),
        profile=profile,
        analysis=told.get("analysis") is not False,
        archive=told.get("archive") is True,
        byte_order_mark=told.get("byte_order_mark") is True,
    )

"""Pages of a study in the order of the navigation, with their icons."""

from __future__ import annotations

from collections.abc import Mapping

from practicecoder.ui.actions import ActionId
from practicecoder.ui.icons import Icon

STUDY_PAGES: Mapping[ActionId, Icon] = {
    ActionId.PAGE_SESSIONS: Icon.SESSIONS,
    ActionId.PAGE_CODING: Icon.CODING,
    ActionId.PAGE_RELIABILITY: Icon.RELIABILITY,
    ActionId.PAGE_ANALYSIS: Icon.ANALYSIS,
    ActionId.PAGE_CONSENSUS: Icon.CONSENSUS,
    ActionId.PAGE_TRAINING: Icon.TRAINING,
    ActionId.PAGE_SUPERVISION: Icon.SUPERVISION,
    ActionId.PAGE_CODEBOOKS: Icon.CODEBOOK,
}

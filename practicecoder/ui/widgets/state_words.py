"""States of a session in the queue and roles of a coding, in the language of the window."""

from __future__ import annotations

from practicecoder.domain.coding import CodingRole
from practicecoder.services.session_rows import QueueState
from practicecoder.ui.languages import Words

QUEUE_STATE_WORDS = Words(
    {
        QueueState.NEW: "new",
        QueueState.IN_PROGRESS: "in progress",
        QueueState.SUBMITTED: "submitted",
    }
)
CODING_ROLE_WORDS = Words(
    {
        CodingRole.PRIMARY: "primary",
        CodingRole.DOUBLE: "double",
        CodingRole.CONSENSUS: "consensus",
        CodingRole.TRAINING: "training",
        CodingRole.REFERENCE: "reference",
    }
)

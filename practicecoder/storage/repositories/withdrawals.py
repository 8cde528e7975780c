"""Receipts of withdrawals."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from practicecoder.domain.ids import CoderId
from practicecoder.domain.withdrawal import Beyond, Item, OutOfReach, Receipt, WithdrawalChoice
from practicecoder.storage.trust_models import WithdrawalRow
from practicecoder.storage.types import from_json, to_json


class WithdrawalRepository:
    """Withdrawals that were carried out; they are written together with what they erase."""

    def __init__(self, db: Session) -> None:
        self._db = db

    def all(self) -> tuple[Receipt, ...]:
        """Every receipt, the oldest first."""
        ordered = select(WithdrawalRow).order_by(WithdrawalRow.at, WithdrawalRow.withdrawal_id)
        return tuple(receipt_from(row.receipt) for row in self._db.scalars(ordered).all())

    def ids(self) -> frozenset[str]:
        """Every withdrawal that was carried out, by its id."""
        return frozenset(self._db.scalars(select(WithdrawalRow.withdrawal_id)))

    def choices(self) -> frozenset[WithdrawalChoice]:
        """Every choice that was carried out; whether receipts can be read does not matter."""
        return frozenset(self._db.scalars(select(WithdrawalRow.choice)))


def receipt_text(receipt: Receipt) -> str:
    """JSON text of a receipt, always the same for the same receipt."""
    return to_json(
        {
            "withdrawal_id": receipt.withdrawal_id,
            "at": receipt.at.isoformat(),
            "by": receipt.by,
            "choice": receipt.choice.value,
            "reason": receipt.reason,
            "kept_in": receipt.kept_in,
            "erased": {item.value: n for item, n in receipt.erased},
            "stays": {item.value: n for item, n in receipt.stays},
            "out_of_reach": [
                {
                    "kind": one.kind.value,
                    "at": one.at.isoformat(),
                    "purpose": one.purpose,
                    "sha256": one.sha256,
                }
                for one in receipt.out_of_reach
            ],
            "n_backups": receipt.n_backups,
        }
    )


def receipt_from(text: str) -> Receipt:
    """Receipt of a JSON text."""
    read = from_json(text)
    return Receipt(
        withdrawal_id=read["withdrawal_id"],
        at=datetime.fromisoformat(read["at"]),
        by=CoderId(read["by"]),
        choice=WithdrawalChoice(read["choice"]),
        reason=read["reason"],
        kept_in=read["kept_in"],
        erased=_counts(read["erased"]),
        stays=_counts(read["stays"]),
        out_of_reach=tuple(
            OutOfReach(
                kind=Beyond(one["kind"]),
                at=datetime.fromisoformat(one["at"]),
                purpose=one["purpose"],
                sha256=one["sha256"],
            )
            for one in read["out_of_reach"]
        ),
        n_backups=int(read["n_backups"]),
    )


def _counts(read: Mapping[str, Any]) -> tuple[tuple[Item, int], ...]:
    return tuple((item, int(read[item.value])) for item in Item if item.value in read)

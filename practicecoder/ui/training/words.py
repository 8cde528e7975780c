"""Words of the training page: certificates, verdicts, departures."""

from __future__ import annotations

from datetime import date

from practicecoder.domain.coding import Rating, RatingState
from practicecoder.scoring.results import Interval, NotEstimable, Statistic, shown
from practicecoder.services.comparing import Difference, DimensionComparison
from practicecoder.services.training import CertificateState, CoderProgress
from practicecoder.services.training_words import rule_in_words

MINUS = "\N{MINUS SIGN}"


def certificate_in_words(progress: CoderProgress) -> str:
    """State of a certificate, ``"valid until 2026-06-10"``."""
    certificate = progress.certificate
    if certificate is None:
        return "none"
    match progress.state:
        case CertificateState.EXPIRING:
            return f"expires on {certificate.expires_on}"
        case CertificateState.EXPIRED:
            return f"expired on {certificate.expires_on}"
        case CertificateState.ENDED:
            return f"ended on {certificate.ended_on}"
    return f"valid until {certificate.expires_on}"


def own_certificate_in_words(progress: CoderProgress) -> str:
    """Sentence for the coder about the own certificate."""
    certificate = progress.certificate
    if certificate is None:
        return "You have no certificate for this codebook yet."
    match progress.state:
        case CertificateState.ENDED:
            reason = certificate.ended_because
            return f"Your certificate was ended on {certificate.ended_on}: {reason}"
        case CertificateState.EXPIRED:
            return f"Your certificate expired on {certificate.expires_on}."
        case CertificateState.EXPIRING:
            return f"Your certificate expires on {certificate.expires_on}."
    return f"You are certified until {certificate.expires_on}."


def attempt_in_words(progress: CoderProgress) -> str:
    """How far the latest attempt is, ``"3 of 10"``; how it went where it is over."""
    attempt = progress.attempt
    if attempt is None:
        return "no trials"
    n = attempt.result.overall.n_recordings
    if attempt.certificate is not None:
        return f"{n} trials, certified"
    asked = progress.rule.recordings
    return f"{n} of {asked}" if n <= asked else f"{n}, {asked} asked for"


def verdict_in_words(progress: CoderProgress) -> str:
    """One word for the latest attempt."""
    attempt = progress.attempt
    if attempt is None:
        return ""
    if attempt.certificate is not None:
        return "certified"
    if attempt.verdict.passed:
        return "reached"
    return "not reached" if attempt.is_over else "in training"


def progress_in_words(progress: CoderProgress) -> str:
    """Sentences on the latest attempt: what is asked for, and what is reached or missing."""
    asked = f"Asked for: {rule_in_words(progress.rule)}."
    attempt = progress.attempt
    if attempt is None:
        return f"{asked} No trial was submitted yet."
    number = f"Attempt {attempt.number}: " if len(progress.attempts) > 1 else ""
    told = " ".join((*attempt.verdict.reasons, *attempt.verdict.cautions))
    return f"{asked}\n{number}{told}"


def rating_in_cell(rating: Rating) -> str:
    """A rating in a narrow cell."""
    match rating.state:
        case RatingState.RATED:
            return f"{rating.value:g}"
        case RatingState.NOT_APPLICABLE:
            return "N/A"
    return "–"


def difference_in_words(row: DimensionComparison) -> str:
    """How a trial and its reference differ on a dimension."""
    match row.difference:
        case Difference.APPLICABILITY:
            return "N/A against rated"
        case Difference.LEFT_OPEN:
            return "not rated by one"
        case Difference.REASONS:
            return "N/A for different reasons"
        case Difference.EQUAL:
            return "equal"
    apart = row.levels_apart or 0
    return f"{apart:g} level{'' if apart == 1 else 's'} apart"


def signed(value: float, decimals: int = 2) -> str:
    """Number with its sign as it is set in print; zero has none."""
    text = shown(abs(value), decimals)
    if not float(text):
        return text
    return f"{'+' if value > 0 else MINUS}{text}"


def departure_in_words(found: Statistic, decimals: int = 2) -> str:
    """Departure or slope with its interval, or why there is none."""
    if isinstance(found, NotEstimable):
        return found.reason
    if not isinstance(found.interval, Interval):
        return signed(found.value, decimals)
    low, high = found.interval.low, found.interval.high
    return f"{signed(found.value, decimals)} [{signed(low, decimals)}, {signed(high, decimals)}]"


def month_in_words(month: date) -> str:
    """Month of a row, ``"2026-04"``."""
    return f"{month:%Y-%m}"

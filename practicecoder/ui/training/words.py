"""Words of the training page: certificates, verdicts, departures."""

from __future__ import annotations

from datetime import date

from practicecoder.domain.coding import Rating, RatingState
from practicecoder.scoring.results import Interval, NotEstimable, Statistic, shown
from practicecoder.services.comparing import Difference, DimensionComparison
from practicecoder.services.training import CertificateState, CoderProgress
from practicecoder.services.training_words import rule_in_words
from practicecoder.ui.languages import translate

MINUS = "\N{MINUS SIGN}"


def certificate_in_words(progress: CoderProgress) -> str:
    """State of a certificate, ``"valid until 2026-06-10"``."""
    certificate = progress.certificate
    if certificate is None:
        return _tr("none")
    match progress.state:
        case CertificateState.EXPIRING:
            return _tr("expires on {0}").format(certificate.expires_on)
        case CertificateState.EXPIRED:
            return _tr("expired on {0}").format(certificate.expires_on)
        case CertificateState.ENDED:
            return _tr("ended on {0}").format(certificate.ended_on)
    return _tr("valid until {0}").format(certificate.expires_on)


def own_certificate_in_words(progress: CoderProgress) -> str:
    """Sentence for the coder about the own certificate."""
    certificate = progress.certificate
    if certificate is None:
        return _tr("You have no certificate for this codebook yet.")
    match progress.state:
        case CertificateState.ENDED:
            told = _tr("Your certificate was ended on {0}: {1}")
            return told.format(certificate.ended_on, certificate.ended_because)
        case CertificateState.EXPIRED:
            return _tr("Your certificate expired on {0}.").format(certificate.expires_on)
        case CertificateState.EXPIRING:
            return _tr("Your certificate expires on {0}.").format(certificate.expires_on)
    return _tr("You are certified until {0}.").format(certificate.expires_on)


def attempt_in_words(progress: CoderProgress) -> str:
    """How far the latest attempt is, ``"3 of 10"``; how it went where it is over."""
    attempt = progress.attempt
    if attempt is None:
        return _tr("no trials")
    n = attempt.result.overall.n_recordings
    if attempt.certificate is not None:
        return _tr("{0} trials, certified").format(n)
    asked = progress.rule.recordings
    told = _tr("{0} of {1}") if n <= asked else _tr("{0}, {1} asked for")
    return told.format(n, asked)


def verdict_in_words(progress: CoderProgress) -> str:
    """One word for the latest attempt."""
    attempt = progress.attempt
    if attempt is None:
        return ""
    if attempt.certificate is not None:
        return _tr("certified")
    if attempt.verdict.passed:
        return _tr("reached")
    return _tr("not reached") if attempt.is_over else _tr("in training")


def progress_in_words(progress: CoderProgress) -> str:
    """Sentences on the latest attempt: what is asked for, and what is reached or missing."""
    asked = _tr("Asked for: {0}.").format(rule_in_words(progress.rule))
    attempt = progress.attempt
    if attempt is None:
        return f"{asked} {_tr('No trial was submitted yet.')}"
    several = len(progress.attempts) > 1
    number = f"{_tr('Attempt {0}:').format(attempt.number)} " if several else ""
    told = " ".join((*attempt.verdict.reasons, *attempt.verdict.cautions))
    return f"{asked}\n{number}{told}"


def rating_in_cell(rating: Rating) -> str:
    """A rating in a narrow cell."""
    match rating.state:
        case RatingState.RATED:
            return f"{rating.value:g}"
        case RatingState.NOT_APPLICABLE:
            return _tr("N/A")
    return "–"


def difference_in_words(row: DimensionComparison) -> str:
    """How a trial and its reference differ on a dimension."""
    match row.difference:
        case Difference.APPLICABILITY:
            return _tr("N/A against rated")
        case Difference.LEFT_OPEN:
            return _tr("not rated by one")
        case Difference.REASONS:
            return _tr("N/A for different reasons")
        case Difference.EQUAL:
            return _tr("equal")
    apart = row.levels_apart or 0
    told = _tr("{0} level apart") if apart == 1 else _tr("{0} levels apart")
    return told.format(f"{apart:g}")


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


def _tr(text: str) -> str:
    return translate("Training", text)

"""Quantiles and tail areas of the normal, t, F and noncentral t distributions.

SciPy is loaded on first use, and of it only the special functions: that keeps the start of the
window short.
"""

from __future__ import annotations


def normal_quantile(p: float) -> float:
    """Quantile of the standard normal distribution.

    Examples
    --------
    >>> round(normal_quantile(0.975), 6)
    1.959964
    """
    from scipy.special import ndtri

    return float(ndtri(p))


def t_quantile(p: float, df: float) -> float:
    """Quantile of Student's t.

    Examples
    --------
    >>> round(t_quantile(0.975, 18), 4)
    2.1009
    """
    from scipy.special import stdtrit

    return float(stdtrit(df, p))


def t_two_sided(t: float, df: float) -> float:
    """Two-sided p of a t value.

    Examples
    --------
    >>> round(t_two_sided(2.330, 101), 4)
    0.0218
    """
    from scipy.special import stdtr

    return float(2.0 * stdtr(df, -abs(t)))


def f_quantile(p: float, df1: float, df2: float) -> float:
    """Quantile of F; infinite where it lies beyond the range of floats.

    Examples
    --------
    >>> round(f_quantile(0.975, 5, 15), 4)
    3.5764
    """
    from scipy.special import fdtri

    return float(fdtri(df1, df2, p))


def f_tail(f: float, df1: float, df2: float) -> float:
    """Probability of an F at least this large.

    Examples
    --------
    >>> round(f_tail(5.3543, 2, 50), 4)
    0.0078
    """
    from scipy.special import fdtrc

    return float(fdtrc(df1, df2, f))


def noncentrality(p: float, df: float, t: float) -> float | None:
    """Noncentrality for which ``t`` is the ``p`` quantile of the noncentral t distribution.

    The tail area falls as the noncentrality grows, so bisection finds it. None where the
    distribution cannot be computed, which is so for t of many thousands.

    Examples
    --------
    >>> round(noncentrality(0.975, 18, 2.0), 3)
    -0.089
    """
    from scipy.special import nctdtr

    low, high = t - 10.0, t + 10.0
    while nctdtr(df, low, t) < p:
        low -= high - low
    while nctdtr(df, high, t) > p:
        high += high - low
    while (middle := (low + high) / 2.0) not in (low, high):
        if nctdtr(df, middle, t) > p:
            low = middle
        else:
            high = middle
    return middle if abs(float(nctdtr(df, middle, t)) - p) < 1e-6 else None

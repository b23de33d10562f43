"""What stands between a finished reply and its hold (PRODUCT D8): pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from .finding import Finding, Severity, ToneReport


def may_be_dismissed(finding: Finding) -> bool:
    """Whether the seller may set a finding aside with a reason.

    Warnings may be; errors only where they rest on words alone. Advice needs no reason, it can
    be set aside too, so that it is out of the way.
    """
    return finding.severity is not Severity.ERROR or finding.is_liftable


def dismissal_key(finding: Finding) -> str:
    """Under what a dismissal of this finding is kept.

    A warning is set aside for the letter, by its rule. An error is lifted for its own words only,
    so that the next insult is stopped again.
    """
    if finding.severity is Severity.ERROR and finding.text:
        return f"{finding.rule}: {finding.text}"
    return finding.rule


def is_dismissed(finding: Finding, report: ToneReport, dismissals: Mapping[str, str]) -> bool:
    """Whether the seller has set a finding aside and said why.

    Args:
        finding: one of the report.
        report: the report it stands in.
        dismissals: reasons by `dismissal_key`. The bare rule of an error counts where the rule
            found one place only, so that it is clear which one was meant.
    """
    if not may_be_dismissed(finding):
        return False
    places = Counter(f.rule for f in report.findings)[finding.rule]
    is_clear = finding.severity is not Severity.ERROR or places == 1
    keys = {dismissal_key(finding), *([finding.rule] if is_clear else [])}
    return any(dismissals.get(key, "").strip() for key in keys)


def what_blocks(report: ToneReport, dismissals: Mapping[str, str]) -> tuple[Finding, ...]:
    """The findings to mend, or to set aside with a reason, before the reply may be held."""
    return tuple(
        finding
        for finding in report.findings
        if finding.severity is not Severity.ADVICE
        and not is_dismissed(finding, report, dismissals)
    )

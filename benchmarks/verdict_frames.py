from benchmarks.verdict_claims import VerdictClaim


def generated() -> tuple[VerdictClaim, ...]:
    return ()

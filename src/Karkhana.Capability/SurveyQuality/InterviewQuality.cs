namespace Karkhana.Capability;

/// <summary>What is to be known of one interview.</summary>
/// <param name="Firm">The position of the firm in the register.</param>
/// <param name="Interviewer">The code of the interviewer; empty when it is not known.</param>
/// <param name="Minutes">How long it took; NaN when it is not known.</param>
/// <param name="IsShort">Whether it took less than the rule's share of the median.</param>
/// <param name="Applicable">The items that were put and apply.</param>
/// <param name="NonresponseRate">Don't know and refused over those; NaN when there is none.</param>
/// <param name="Batteries">The batteries with enough answers.</param>
/// <param name="StraightLined">Those that were flagged.</param>
/// <param name="Checks">The attention checks with an answer.</param>
/// <param name="FailedChecks">Those with another answer than the expected one.</param>
public sealed record InterviewQuality(
    int Firm,
    string Interviewer,
    double Minutes,
    bool IsShort,
    int Applicable,
    double NonresponseRate,
    int Batteries,
    int StraightLined,
    int Checks,
    int FailedChecks);

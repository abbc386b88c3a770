namespace Karkhana.Capability;

/// <summary>The interviews of one interviewer.</summary>
/// <param name="Interviewer">The code.</param>
/// <param name="Interviews">Their number.</param>
/// <param name="MedianMinutes">The median duration; NaN when it is not known.</param>
/// <param name="DurationRatio">That median over the median of all interviews.</param>
/// <param name="ShortShare">The share of short interviews among those with a duration.</param>
/// <param name="StraightLinedShare">The share of interviews with a flagged battery among those with a battery that could
/// be judged.</param>
/// <param name="FailedShare">The share of attention checks that failed.</param>
/// <param name="NonresponseRate">The mean rate of item non-response.</param>
public sealed record InterviewerSummary(
    string Interviewer,
    int Interviews,
    double MedianMinutes,
    double DurationRatio,
    double ShortShare,
    double StraightLinedShare,
    double FailedShare,
    double NonresponseRate);

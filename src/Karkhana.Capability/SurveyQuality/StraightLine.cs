namespace Karkhana.Capability;

/// <summary>How alike the answers of one interview to one battery are.</summary>
/// <param name="Respondent">The position of the interview in the survey.</param>
/// <param name="Battery">The battery: block and scale, <c>E F5</c>.</param>
/// <param name="Answered">Its items with an answer.</param>
/// <param name="LongestRun">The longest run of equal answers in the order of the questionnaire.</param>
/// <param name="IdenticalShare">The share of the most frequent answer.</param>
/// <param name="StandardDeviation">The standard deviation of the answers as they were given, n − 1.</param>
/// <param name="BothDirections">Whether items of both directions were answered, so that equal answers contradict each
/// other.</param>
/// <param name="Flagged">Whether the share of equal answers reaches the rule.</param>
public sealed record StraightLine(
    int Respondent,
    string Battery,
    int Answered,
    int LongestRun,
    double IdenticalShare,
    double StandardDeviation,
    bool BothDirections,
    bool Flagged);

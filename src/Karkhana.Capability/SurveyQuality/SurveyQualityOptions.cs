using Karkhana.Core.Errors;

namespace Karkhana.Capability;

/// <summary>What can be set on the quality of a survey.</summary>
public sealed record SurveyQualityOptions
{
    /// <summary>Gets the share of equal answers in one battery from which an interview is flagged.</summary>
    /// <value>From 0.5 to 1; 0.95 unless set, which is all answers of a battery of fewer than 20 items.</value>
    public double IdenticalShare { get; init => field = Require.Between(value, 0.5, 1); } = 0.95;

    /// <summary>Gets the answers that a battery needs before it is judged.</summary>
    /// <value>From 3 to 1000; 5 unless set.</value>
    public int LeastAnswers { get; init => field = Require.Between(value, 3, 1000); } = 5;

    /// <summary>Gets the share of the median below which an interview counts as short.</summary>
    /// <value>From 0.1 to 1; 0.5 unless set.</value>
    public double ShortShare { get; init => field = Require.Between(value, 0.1, 1); } = 0.5;

    /// <summary>Gets the complete answers to all items of a construct that the direction of its items is judged
    /// by.</summary>
    /// <value>From 4 to 1,000,000; 10 unless set.</value>
    public int LeastComplete { get; init => field = Require.Between(value, 4, 1_000_000); } = 10;
}

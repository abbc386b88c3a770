using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What can be set on polychoric correlations.</summary>
public sealed record PolychoricCorrelationOptions
{
    /// <summary>Gets the estimation.</summary>
    /// <value>Two-step unless set.</value>
    [Description("Estimation: thresholds from the margins first, or all together with a standard error.")]
    public LatentCorrelationMethod Method { get; init; }

    /// <summary>Gets which respondents are used.</summary>
    /// <value>Complete unless set: those who answered every item.</value>
    [Description("Respondents used: complete (answered every item) or pairwise (answered both items of the pair).")]
    public MissingAnswers Missing { get; init; }

    /// <summary>Gets what an empty cell of a pair's table counts.</summary>
    /// <value>From 0 to 1; 0 unless set: nothing is corrected.</value>
    [Description("Count put into the empty cells of a pair's table; 0 leaves them empty.")]
    public double EmptyCells { get; init => field = Require.Between(value, 0, 1); }
}

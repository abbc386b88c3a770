using System.ComponentModel;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What can be set on the correlation matrix.</summary>
public sealed record CorrelationMatrixOptions
{
    /// <summary>Gets the coefficient.</summary>
    /// <value>Pearson unless set.</value>
    [Description("Coefficient.")]
    public CorrelationCoefficient Method { get; init; }

    /// <summary>Gets which respondents are used.</summary>
    /// <value>Complete unless set: those who answered every item.</value>
    [Description("Respondents used: complete (answered every item) or pairwise (answered both items of the pair).")]
    public MissingAnswers Missing { get; init; }
}

using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What can be set on Cohen's kappa.</summary>
public sealed record CohenKappaOptions
{
    /// <summary>Gets the weights of disagreements.</summary>
    /// <value>None unless set.</value>
    [Description("Disagreement weights.")]
    public DisagreementWeights Weights { get; init; }

    /// <summary>Gets the categories in order.</summary>
    /// <value>Empty unless set: the categories that occur, as numbers when all are numbers, else by
    /// character codes.</value>
    [Description("Categories in order; empty takes those that occur, as numbers when all are numbers.")]
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Gets the coverage of the interval.</summary>
    /// <value>From 0.5 to 0.9999; 0.95 unless set.</value>
    [Description("Coverage of the interval.")]
    public double Confidence { get; init => field = Require.Between(value, 0.5, 0.9999); } = 0.95;
}

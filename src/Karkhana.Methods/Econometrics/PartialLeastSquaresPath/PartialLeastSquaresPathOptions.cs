using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on a partial least squares path model.</summary>
public sealed record PartialLeastSquaresPathOptions
{
    /// <summary>Gets the indicators of each construct.</summary>
    /// <value>At least two constructs, each with an indicator; no indicator belongs to two.</value>
    [Description("Indicators of each construct: construct name -> list of variables.")]
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Blocks { get; init; }

    /// <summary>Gets the paths.</summary>
    /// <value>Pairs [from, to]; every construct has one, and they run in no circle.</value>
    [Description("Paths between constructs: list of [from, to].")]
    public required IReadOnlyList<IReadOnlyList<string>> Paths { get; init; }

    /// <summary>Gets the inner weighting.</summary>
    /// <value><see cref="InnerWeighting.Path"/> unless set.</value>
    [Description("Inner weighting.")]
    public InnerWeighting Scheme { get; init; }

    /// <summary>Gets the constructs whose weights come from a regression of the proxy on the indicators (mode B).</summary>
    /// <value>Empty unless set: all have mode A.</value>
    [Description("Constructs whose weights come from a regression on the indicators (mode B).")]
    public IReadOnlyList<string> Formative { get; init; } = [];

    /// <summary>Gets the number of bootstrap samples of rows.</summary>
    /// <value>0 or 19 to 100 000; 0 unless set: no interval.</value>
    [Description("Bootstrap samples of rows; 0 = no interval.")]
    public int Replicates { get; init => field = value == 0 ? 0 : Require.Between(value, 19, 100_000); }

    /// <summary>Gets the coverage of the percentile intervals.</summary>
    /// <value>From 0.5 to 0.999; 0.95 unless set.</value>
    [Description("Coverage of the percentile intervals.")]
    public double Confidence { get; init => field = Require.Between(value, 0.5, 0.999); } = 0.95;

    /// <summary>Gets the seed.</summary>
    /// <value>1989 unless set.</value>
    [Description("Seed of the bootstrap.")]
    public ulong Seed { get; init; } = 1989;
}

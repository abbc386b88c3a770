using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What can be set on the heterotrait-monotrait ratio.</summary>
public sealed record HeterotraitMonotraitRatioOptions
{
    /// <summary>Gets the items of each construct.</summary>
    /// <value>At least two constructs with at least two items each; no item belongs to two.</value>
    [Description("Items of each construct, by its name.")]
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Constructs { get; init; }

    /// <summary>Gets the mean of the correlations.</summary>
    /// <value>Arithmetic unless set.</value>
    [Description("Mean of correlations: arithmetic (HTMT) or geometric (HTMT2).")]
    public CorrelationMean Mean { get; init; }

    /// <summary>Gets a value indicating whether the signs of correlations are dropped.</summary>
    /// <value>True unless set.</value>
    [Description("Use absolute correlations.")]
    public bool Absolute { get; init; } = true;

    /// <summary>Gets the correlation of two items.</summary>
    /// <value>Pearson unless set; polychoric for items with few ordered answers.</value>
    [Description("Correlation of two items.")]
    public ItemCorrelation Correlation { get; init; }

    /// <summary>Gets which respondents a correlation uses when some answers are missing.</summary>
    /// <value>Those who answered every item unless set; pair by pair with correlations of the answers only.</value>
    [Description("Complete: respondents who answered every item; pairwise: those who answered both items (pearson only).")]
    public MissingAnswers Missing { get; init; }

    /// <summary>Gets the number of bootstrap samples of respondents.</summary>
    /// <value>0 or 19 to 100 000; 0 unless set: no interval.</value>
    [Description("Bootstrap samples of respondents; 0 = no interval.")]
    public int Replicates { get; init => field = value == 0 ? 0 : Require.Between(value, 19, 100_000); }

    /// <summary>Gets the coverage of the percentile interval.</summary>
    /// <value>From 0.5 to 0.999; 0.95 unless set. A one-sided test at 5% compares the upper end of 0.9.</value>
    [Description("Coverage of the percentile interval.")]
    public double Confidence { get; init => field = Require.Between(value, 0.5, 0.999); } = 0.95;

    /// <summary>Gets the value below which two constructs count as distinct.</summary>
    /// <value>From 0.5 to 1; 0.85 unless set; 0.9 for constructs that are alike in meaning.</value>
    [Description("Value below which the upper end of the interval, or the ratio when there is none, must lie.")]
    public double Threshold { get; init => field = Require.Between(value, 0.5, 1); } = 0.85;

    /// <summary>Gets the seed.</summary>
    /// <value>2015 unless set.</value>
    [Description("Seed of the bootstrap.")]
    public ulong Seed { get; init; } = 2015;
}

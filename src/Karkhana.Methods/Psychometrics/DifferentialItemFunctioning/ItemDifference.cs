namespace Karkhana.Methods.Psychometrics;

/// <summary>How one item differs between two groups at equal score. What another method gives is NaN.</summary>
public sealed record ItemDifference
{
    /// <summary>Gets the item.</summary>
    public required string Item { get; init; }

    /// <summary>Gets the common odds ratio of reference to focal group, cumulative when there are more than two
    /// answers.</summary>
    public double OddsRatio { get; init; } = double.NaN;

    /// <summary>Gets the standard error of the logarithm of the odds ratio.</summary>
    public double LogOddsRatioStandardError { get; init; } = double.NaN;

    /// <summary>Gets the Mantel–Haenszel or Mantel χ², one degree of freedom.</summary>
    public double Statistic { get; init; } = double.NaN;

    /// <summary>Gets the upper tail of <see cref="Statistic"/>.</summary>
    public double PValue { get; init; } = double.NaN;

    /// <summary>Gets −2.35 times the logarithm of the odds ratio.</summary>
    public double Delta { get; init; } = double.NaN;

    /// <summary>Gets the mean difference, focal less reference, at the scores of the focal group.</summary>
    public double StandardisedDifference { get; init; } = double.NaN;

    /// <summary>Gets the strata that hold both groups.</summary>
    public double Strata { get; init; } = double.NaN;

    /// <summary>Gets the share of respondents in strata that hold one group only, which say nothing.</summary>
    public double Unmatched { get; init; } = double.NaN;

    /// <summary>Gets 2(ll₂ − ll₁), one degree of freedom.</summary>
    public double UniformStatistic { get; init; } = double.NaN;

    /// <summary>Gets 2(ll₃ − ll₂), one degree of freedom.</summary>
    public double NonuniformStatistic { get; init; } = double.NaN;

    /// <summary>Gets 2(ll₃ − ll₁), two degrees of freedom.</summary>
    public double TotalStatistic { get; init; } = double.NaN;

    /// <summary>Gets the upper tail of <see cref="TotalStatistic"/>.</summary>
    public double TotalPValue { get; init; } = double.NaN;

    /// <summary>Gets R² of Nagelkerke with group and product less that without.</summary>
    public double NagelkerkeDifference { get; init; } = double.NaN;

    /// <summary>Gets the coefficient of the focal group beside the score; NaN when it has no bound.</summary>
    public double GroupCoefficient { get; init; } = double.NaN;

    /// <summary>Gets the p-value of the method after Benjamini and Hochberg over the items.</summary>
    public double AdjustedPValue { get; init; } = double.NaN;

    /// <summary>Gets A (negligible), B (moderate) or C (large) of the Educational Testing Service; null when not
    /// defined.</summary>
    public string? Class { get; init; }

    /// <summary>Gets a value indicating whether the item is flagged.</summary>
    public bool Flagged { get; init; }

    /// <summary>Gets a value indicating whether an estimate had no bound.</summary>
    public bool Separated { get; init; }

    /// <summary>Gets the p-value of the method.</summary>
    internal double OwnPValue => double.IsNaN(TotalPValue) ? PValue : TotalPValue;
}

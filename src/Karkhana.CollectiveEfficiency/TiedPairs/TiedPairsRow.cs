namespace Karkhana.CollectiveEfficiency;

/// <summary>One covariate of pairs.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Tied">Its mean over tied pairs.</param>
/// <param name="Others">Its mean over the other pairs.</param>
/// <param name="Correlation">Its correlation with the tie.</param>
/// <param name="PValue">The two-sided permutation p-value.</param>
public sealed record TiedPairsRow(string Name, double Tied, double Others, double Correlation, double PValue)
{
    /// <summary>Gets the p-value corrected for the number of covariates.</summary>
    public double AdjustedPValue { get; init; } = double.NaN;
}

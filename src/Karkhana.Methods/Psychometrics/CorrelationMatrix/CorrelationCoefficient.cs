namespace Karkhana.Methods.Psychometrics;

/// <summary>A coefficient of correlation of two items.</summary>
public enum CorrelationCoefficient
{
    /// <summary>Product-moment correlation.</summary>
    Pearson,

    /// <summary>Product-moment correlation of average ranks.</summary>
    Spearman,

    /// <summary>Concordant less discordant pairs, corrected for ties.</summary>
    KendallTauB,
}

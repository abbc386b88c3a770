namespace Karkhana.Methods.Econometrics;

/// <summary>Which correlation is tested.</summary>
public enum CorrelationMethod
{
    /// <summary>Of the values: whether they lie on a line.</summary>
    Pearson,

    /// <summary>Of the ranks.</summary>
    Spearman,

    /// <summary>Of the order of pairs of units: τ_b.</summary>
    Kendall,
}

namespace Karkhana.Methods.Econometrics;

/// <summary>From which distribution a test takes its p-value.</summary>
public enum NullDistribution
{
    /// <summary>The limit for many values.</summary>
    Asymptotic,

    /// <summary>All arrangements of the values over the groups, ties as they are.</summary>
    Exact,
}

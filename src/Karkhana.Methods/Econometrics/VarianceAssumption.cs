namespace Karkhana.Methods.Econometrics;

/// <summary>What a comparison of means takes the variances of groups to be.</summary>
public enum VarianceAssumption
{
    /// <summary>One for each group (Welch).</summary>
    Welch,

    /// <summary>The same for all groups.</summary>
    Pooled,
}

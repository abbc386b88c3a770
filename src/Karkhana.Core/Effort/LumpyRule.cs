namespace Karkhana.Core.Effort;

/// <summary>What a firm does whose best effort is below the least possible.</summary>
public enum LumpyRule
{
    /// <summary>The least possible while that pays.</summary>
    Optimal,

    /// <summary>Nothing.</summary>
    Inertial,
}

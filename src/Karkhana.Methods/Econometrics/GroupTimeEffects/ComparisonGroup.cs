namespace Karkhana.Methods.Econometrics;

/// <summary>Which units those that adopted are compared with.</summary>
public enum ComparisonGroup
{
    /// <summary>Those that never adopt.</summary>
    Never,

    /// <summary>Those that have not adopted yet, and those that never do.</summary>
    NotYet,
}

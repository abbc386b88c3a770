namespace Karkhana.Capability;

/// <summary>Why a scoring model was used.</summary>
public enum ScoringReason
{
    /// <summary>The sample-size ladder says so.</summary>
    SampleSize,

    /// <summary>The caller asked for it.</summary>
    Asked,

    /// <summary>The items are not answered in ordered categories of closed scales.</summary>
    ItemsNotOrdinal,

    /// <summary>The model that the ladder names did not converge.</summary>
    NotConverged,

    /// <summary>Under the model that the ladder names one item would carry the scale, for its slope ran
    /// away.</summary>
    SlopesRanAway,

    /// <summary>The model that the ladder names cannot be estimated from these answers.</summary>
    NotEstimable,
}

namespace Karkhana.Capability;

/// <summary>How a construct is scored, in the order of the firms that it takes.</summary>
public enum ScoringModel
{
    /// <summary>The mean of the items.</summary>
    SumScore,

    /// <summary>The graded response model with one slope for all items.</summary>
    EqualSlopes,

    /// <summary>The graded response model with lognormal(0, 0.5) priors on slopes and normal(0, 2) on thresholds.</summary>
    PenalisedGraded,

    /// <summary>The graded response model by marginal maximum likelihood.</summary>
    Graded,
}

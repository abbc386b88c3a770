namespace Karkhana.Methods.Experiments;

/// <summary>By what an option is judged over all scenarios.</summary>
public enum RobustnessCriterion
{
    /// <summary>The greatest regret (minimax regret).</summary>
    WorstRegret,

    /// <summary>A high quantile of the regret.</summary>
    RegretQuantile,

    /// <summary>The mean regret.</summary>
    MeanRegret,

    /// <summary>The worst outcome (maximin).</summary>
    Maximin,

    /// <summary>The best outcome (maximax).</summary>
    Maximax,

    /// <summary>Between the worst and the best outcome (Hurwicz).</summary>
    Hurwicz,

    /// <summary>The mean outcome (Laplace).</summary>
    Laplace,

    /// <summary>The share of scenarios that meet the threshold (Starr's domain criterion).</summary>
    Satisficing,

    /// <summary>The mean over the standard deviation; where less is better their product.</summary>
    SignalToNoise,

    /// <summary>The mean less a multiple of the variance; where less is better, with it added.</summary>
    MeanVariance,
}

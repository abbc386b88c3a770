using Karkhana.Core.Errors;

namespace Karkhana.Core.Effort;

/// <summary>What all firms of a problem share: the curvature of effort and the rule for lumpy projects.</summary>
public readonly record struct EffortCurve
{
    /// <summary>Prepares a curve.</summary>
    /// <param name="curvature">β, above 0 and below 1.</param>
    /// <param name="rule">What a firm does whose best effort is below the least possible.</param>
    public EffortCurve(double curvature, LumpyRule rule)
    {
        Curvature = Require.Between(curvature, 1e-6, 1 - 1e-6, nameof(curvature));
        Rule = rule;
        Power = 1 / (1 - curvature);
        LogCurvature = Math.Log(curvature);
    }

    /// <summary>Gets β.</summary>
    public double Curvature { get; }

    /// <summary>Gets what a firm does whose best effort is below the least possible.</summary>
    public LumpyRule Rule { get; }

    /// <summary>Gets 1 / (1 − β).</summary>
    public double Power { get; }

    /// <summary>Gets ln β.</summary>
    public double LogCurvature { get; }
}

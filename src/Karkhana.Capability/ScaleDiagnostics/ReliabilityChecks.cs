using Karkhana.Core.Execution;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Capability;

/// <summary>Checks of a scale that need no latent model.</summary>
internal sealed class ReliabilityChecks(
    ConstructScoreResult scored, ScaledItems items, ScaleDiagnosticsOptions options, ExecutionOptions? execution, CancellationToken cancellationToken)
{
    private const int LeastItems = 3;

    private readonly string _construct = scored.Score.Construct;
    private readonly int _complete = scored.Reliability.Respondents;

    public IEnumerable<ScaleCheck> All(bool ordered) =>
    [
        Alpha(),
        .. Factor(ScaleCheckKind.Omega, () => Omega(ScaleCheckKind.Omega, new McDonaldOmegaOptions())),
        .. ordered
            ? Factor(ScaleCheckKind.OrdinalOmega, () => Omega(
                ScaleCheckKind.OrdinalOmega,
                new McDonaldOmegaOptions { Correlation = ItemCorrelation.Polychoric, Estimator = FactorEstimator.Minres }))
            : [ScaleCheck.CannotTell(_construct, ScaleCheckKind.OrdinalOmega, ScaleObstacle.ItemsNotOrdered, _complete)],
        .. Factor(ScaleCheckKind.Dimensions, Dimensions),
        ScaleCheck.OfItems(
            _construct, ScaleCheckKind.ReversedItems,
            scored.Reliability.Items.Where((_, item) => scored.Reliability.ItemRestCorrelation[item] < 0), _complete),
    ];

    private ScaleCheck Alpha()
    {
        CronbachAlphaResult alpha = scored.Reliability;
        return ScaleCheck.Of(_construct, ScaleCheckKind.Alpha, alpha.Alpha >= options.LeastReliability, alpha.Alpha, _complete) with
        {
            ConfLow = alpha.ConfLow,
            ConfHigh = alpha.ConfHigh,
        };
    }

    private IReadOnlyList<ScaleCheck> Factor(ScaleCheckKind kind, Func<ScaleCheck> estimate)
    {
        int needed = Math.Max(options.LeastForFactors, items.Positions.Count + 1);
        return items.Positions.Count < LeastItems ? [ScaleCheck.CannotTell(_construct, kind, ScaleObstacle.TooFewItems, _complete)]
            : _complete < needed ? [ScaleCheck.TooFew(_construct, kind, _complete, needed)]
            : ScaleCheck.Try(_construct, _complete, [kind], () => [estimate()]);
    }

    private ScaleCheck Omega(ScaleCheckKind kind, McDonaldOmegaOptions how)
    {
        double omega = McDonaldOmega.Estimate(items.Responses, how, execution, cancellationToken).Omega;
        return ScaleCheck.Of(_construct, kind, omega >= options.LeastReliability, omega, _complete);
    }

    private ScaleCheck Dimensions()
    {
        ParallelAnalysisResult result = ParallelAnalysis.Estimate(
            items.Responses, new ParallelAnalysisOptions { Replicates = options.Replicates, Seed = options.Seed }, execution, cancellationToken);
        return ScaleCheck.Of(_construct, ScaleCheckKind.Dimensions, result.Suggested == 1, result.Suggested, _complete);
    }
}

using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>How far a difference could come from what was not measured, and how far adjusting for what was measured moves it.</summary>
internal sealed class ComparisonBias(
    ComparisonSample sample, ClusterComparisonOptions options, ExecutionOptions? execution, CancellationToken cancellationToken)
{
    // Risk ratio of a difference in standard deviations: VanderWeele and Ding 2017, doi:10.7326/M16-2607, table 2.
    private const double LogRiskRatioPerDeviation = 0.91;

    public ComparisonSensitivity Of(ComparisonEstimate main, IReadOnlyList<MatchedOutcomes> pairs)
    {
        EValueResult? eValue = main.Gap is null ? null : EValue.Estimate(new EValueOptions
        {
            RiskRatio = RiskRatio(main.Estimate),
            ConfLow = RiskRatio(main.Low),
            ConfHigh = RiskRatio(main.High),
        });
        return new ComparisonSensitivity(
            main.Outcome, Gamma(pairs), Delta(), eValue?.Estimate ?? double.NaN, eValue?.Limit ?? double.NaN, MovedByAdjusting());
    }

    private static double RiskRatio(double deviations) => Math.Exp(LogRiskRatioPerDeviation * deviations);

    private double Gamma(IReadOnlyList<MatchedOutcomes> pairs)
    {
        List<double> gammas = [];
        foreach (MatchedOutcomes draw in pairs)
        {
            double[] differences = [.. draw.Treated.Zip(draw.Control, (clustered, dispersed) => clustered - dispersed)];
            if (differences.Any(difference => difference != 0))
            {
                Alternative towards = Sums.Mean(differences) >= 0 ? Alternative.Greater : Alternative.Less;
                gammas.Add(RosenbaumBounds.Estimate(
                    draw, new RosenbaumBoundsOptions { Gamma = [1], Alternative = towards }, execution, cancellationToken).CriticalGamma);
            }
        }

        return gammas.Count == 0 ? double.NaN : Quantiles.Median(gammas);
    }

    private double Delta()
    {
        double[] deltas = sample.Covariates.Count == 0 ? [] : [.. sample.Draws.Select(draw => CoefficientStability.Estimate(
            sample.Observations(draw),
            new CoefficientStabilityOptions { Outcome = sample.Outcome, Treatment = ComparisonSample.Status, Controls = sample.Covariates },
            execution, cancellationToken).DeltaZero).Where(double.IsFinite)];
        return deltas.Length == 0 ? double.NaN : Quantiles.Median(deltas);
    }

    // What the covariates carry of the plain gap is the gap less what is left of it: covariates in the place of mediators.
    private PathInterval MovedByAdjusting()
    {
        if (sample.Covariates.Count == 0)
        {
            return PathInterval.None;
        }

        const string Moved = "total_indirect";
        string effect = sample.Covariates.Count == 1 ? "indirect" : Moved;
        CoefficientTable pooled = RubinRules.Estimate([.. sample.Draws.Select((draw, number) =>
        {
            EffectTable effects = MediationBootstrap.Estimate(
                new BootstrapSample(sample.Observations(draw)),
                new MediationBootstrapOptions
                {
                    Model = new MediationModel { Outcome = sample.Outcome, Treatment = ComparisonSample.Status, Mediators = sample.Covariates },
                    Arrangement = MediatorArrangement.Parallel,
                    Replicates = options.BootstrapSamples,
                    Seed = sample.Seed + (ulong)number,
                },
                execution, cancellationToken).Effects;
            int place = effects.Effects.ToList().IndexOf(effect);
            return new CoefficientTable(
                [Moved], [effects.Estimates[place]], [effects.StandardErrors[place]], [double.PositiveInfinity], options.Equations.Level);
        })]);
        return new PathInterval(pooled.Estimates[0], pooled.ConfidenceLow[0], pooled.ConfidenceHigh[0]);
    }
}

using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Randomness;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;
using MathNet.Numerics;

namespace Karkhana.Benchmarks.Coverage;

/// <summary>Treated and untreated units, and mediation.</summary>
internal static class ComparisonDesigns
{
    private const double Difference = 0.4;
    private const int Units = 200;

    private static readonly ExecutionOptions Alone = new() { Workers = 1 };
    private static readonly string[] Covariates = [Simulated.Acting, Simulated.Idle];

    public static IEnumerable<CoverageDesign> All() =>
    [
        Compared("augmented weighting, att, n 200", 1000, sample => Interval(AugmentedWeighting.Estimate(
            sample, new AugmentedWeightingOptions { Terms = Covariates, Permutations = 0 }, Alone).Differences)),
        Compared("inverse-probability weighting, att, n 200", 1000, sample =>
            InverseProbabilityWeighting.Estimate(sample, new InverseProbabilityWeightingOptions { Terms = Covariates }) is var result
                ? Normal(result.Att, result.AttStandardError) : default),
        Compared("entropy balancing, att, n 200", 1000, sample =>
            EntropyBalancing.Estimate(sample, new EntropyBalancingOptions { Terms = Covariates }) is var result
                ? Normal(result.Att, result.StandardError) : default),
        Compared("nearest neighbour with caliper 0.2, att, n 200", 1000, sample =>
            NearestNeighbourMatching.Estimate(sample, new NearestNeighbourMatchingOptions { Terms = Covariates, Caliper = 0.2 }) is var result
                ? Normal(result.Att, result.StandardError) : default),
        Compared("kernel matching, bootstrap of 99, att, n 200", 1000, sample =>
            KernelMatching.Estimate(sample, new KernelMatchingOptions { Terms = Covariates, Replicates = 99 }, Alone) is var result
                ? (result.Effects.ConfidenceLow[0], result.Effects.ConfidenceHigh[0]) : default),
        new("mediation", "percentile bootstrap of 499, indirect, a 0.4, b 0.4, n 120", 1000, stream => Mediated(stream, 0.4)),
        new("mediation", "percentile bootstrap of 499, indirect, a 0, b 0, n 120", 1000, stream => Mediated(stream, 0))
        {
            Careful = "both slopes zero: the product is known to be rejected far too seldom; joint significance is as careful there",
        },
    ];

    private static CoverageDesign Compared(string name, int replicates, Func<TreatmentSample, (double Low, double High)> interval) =>
        new("comparison", name, replicates, stream =>
        {
            Simulated data = Simulated.Draw(Units, stream);
            double[] treatment = [.. data.First.Select((value, unit) =>
                stream.NextBool(SpecialFunctions.Logistic(-0.3 + (0.5 * value) + (0.3 * data.Second[unit]))) ? 1.0 : 0)];
            double[] untreated = [.. data.First.Select((value, unit) => (0.6 * value) - (0.3 * data.Second[unit]) + stream.NextGaussian())];
            TreatmentSample With(double difference) => new(
                new RegressionSample(Table.Of("units", Column.Of(Simulated.Acting, data.First), Column.Of(Simulated.Idle, data.Second))), treatment)
            {
                Outcome = [.. untreated.Select((value, unit) => value + (difference * treatment[unit]))],
            };
            return CoverageTrial.Of(interval(With(Difference)), Difference, interval(With(0)));
        });

    private static (double Low, double High) Interval(CoefficientTable differences) => (differences.ConfidenceLow[0], differences.ConfidenceHigh[0]);

    private static (double Low, double High) Normal(double estimate, double error) =>
        (estimate - (NormalQuantiles.TwoSided95 * error), estimate + (NormalQuantiles.TwoSided95 * error));

    private static CoverageTrial Mediated(RandomStream stream, double slope)
    {
        const int Rows = 120;
        Simulated data = Simulated.Draw(Rows, stream);
        double[] mediator = [.. data.First.Select(value => (slope * value) + stream.NextGaussian())];
        double[] outcome = [.. mediator.Select((value, row) => (slope * value) + (0.1 * data.First[row]) + stream.NextGaussian())];
        RegressionSample sample = new(Table.Of(
            "rows", Column.Of("y", outcome), Column.Of("m", mediator), Column.Of(Simulated.Acting, data.First), Column.Of(Simulated.Idle, data.Second)));
        (double Low, double High) Indirect(string treatment, string covariate)
        {
            EffectTable effects = MediationBootstrap.Estimate(
                new BootstrapSample(sample),
                new MediationBootstrapOptions
                {
                    Model = new MediationModel { Outcome = "y", Treatment = treatment, Mediators = ["m"], Covariates = [covariate] },
                    Replicates = 499,
                },
                Alone).Effects;
            int indirect = effects.Effects.ToList().IndexOf("indirect");
            return (effects.ConfidenceLow[indirect], effects.ConfidenceHigh[indirect]);
        }

        return CoverageTrial.Of(Indirect(Simulated.Acting, Simulated.Idle), slope * slope, Indirect(Simulated.Idle, Simulated.Acting));
    }
}

using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Randomness;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Omega of samples of respondents drawn with replacement.</summary>
internal sealed class OmegaBootstrap(RepeatedResponses responses, FactorSolution estimate, McDonaldOmegaOptions options)
    : IReplicateJob<ReplicateRows>
{
    private readonly BootstrapCounts _draws = new(responses.Counts);

    public string Stage => "bootstrap of omega";

    public int Replicates => options.Replicates;

    public int BlockSize => 16;

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        double[] omegas = new double[range.Count];
        int[] counts = new int[responses.Counts.Length];
        for (int k = 0; k < omegas.Length; k++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _draws.Draw(new RandomStream(options.Seed, RandomPurpose.Bootstrap, range.First + k), counts);
            omegas[k] = OmegaOf(counts);
        }

        return new ReplicateRows(1, omegas);
    }

    /// <summary>Gives the percentile limits and how many samples gave an omega.</summary>
    public static (double Low, double High, int Used) Limits(double[] omegas, double confidence)
    {
        double[] sorted = [.. omegas.Where(double.IsFinite).Order()];
        return (
            Quantiles.Type7(sorted, (1 - confidence) / 2),
            Quantiles.Type7(sorted, (1 + confidence) / 2),
            sorted.Length);
    }

    private double OmegaOf(ReadOnlySpan<int> counts)
    {
        if (responses.Sample(counts) is not var (correlations, deviations)
            || (options.Estimator == FactorEstimator.Ml && !PositiveDefinite.Is(correlations)))
        {
            return double.NaN;
        }

        double[] scale = options.Estimator == FactorEstimator.Ml ? deviations : McDonaldOmega.Ones(deviations.Length);
        return OneFactorModel.Of(FactorExtraction.Near(correlations, options.Estimator, estimate), correlations, scale).Reliability().Omega;
    }
}

using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Estimates of a coefficient that is 0, with their standard errors, in studies with a given design and drawn
/// outcomes.</summary>
internal sealed class SimulatedStudies(LeastSquaresFit design, int term, ClusterGroups? groups, SimulatedPowerOptions options)
    : IReplicateJob<ReplicateRows>
{
    public string Stage => "simulated studies";

    public int Replicates => options.Replicates;

    public int BlockSize => 32;

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        double[] values = new double[2 * range.Count];
        for (int k = 0; k < range.Count; k++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            LeastSquaresFit fit = design.WithOutcome(Outcome(new RandomStream(options.Seed, RandomPurpose.SimulatedOutcomes, range.First + k)));
            values[2 * k] = fit.Estimates[term];
            values[(2 * k) + 1] = Math.Sqrt(Math.Max(0, fit.Covariance(Middle(fit))[term, term]));
        }

        return new ReplicateRows(2, values);
    }

    private double[] Outcome(RandomStream stream)
    {
        double[] outcome = new double[design.Rows];
        double shared = groups is null ? 0 : options.IntraclusterCorrelation;
        double[] ofGroups = new double[groups?.Count ?? 0];
        for (int group = 0; group < ofGroups.Length; group++)
        {
            ofGroups[group] = Math.Sqrt(shared) * stream.NextGaussian();
        }

        double own = Math.Sqrt(1 - shared);
        for (int row = 0; row < outcome.Length; row++)
        {
            double value = (own * stream.NextGaussian()) + (groups is null ? 0 : ofGroups[groups.ByRow[row]]);
            outcome[row] = value * Math.Sqrt(design.Design.Weights[row]);
        }

        return outcome;
    }

    private Matrix<double> Middle(LeastSquaresFit fit) => groups is null
        ? Matrix<double>.Build.DenseIdentity(fit.TermCount) * (Sums.Dot(fit.Residuals, fit.Residuals) / (fit.Rows - fit.TermCount))
        : ClusterKernel.Middle(fit, groups, options.Correction) * ClusterCovariance.Factor(fit, groups.Count, options.Correction);
}

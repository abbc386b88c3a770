using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Spatial;

/// <summary>Kernel density of pair distances, each reflected at zero.</summary>
internal sealed class KdFunctionKernel
{
    private const double ReachOfRule = 2;
    private readonly double _greatest;

    public KdFunctionKernel(KdFunctionOptions options)
    {
        Require.Finite(options.Distances, nameof(options.Distances));
        Require.That(
            options.Distances.All(r => r >= 0), nameof(options.Distances), "must be zero or greater");
        Options = options;
        _greatest = options.Distances.Max();
    }

    /// <summary>Gets the options.</summary>
    public KdFunctionOptions Options { get; }

    /// <summary>Computes the curve.</summary>
    /// <param name="pairs">The pairs.</param>
    /// <param name="notes">Receives what the reader must know.</param>
    /// <param name="execution">Workers.</param>
    /// <param name="cancellationToken">Looked at between blocks.</param>
    /// <returns>The curve, its bandwidth and the width of bins.</returns>
    public (double[] Values, double Bandwidth, double BinWidth) Curve(
        PairSet pairs, List<Note> notes, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        double reach = ReachOfRule * _greatest;
        DistanceSample sample = DistanceSampler.Take(pairs, reach, Options.DirectPairs, execution, cancellationToken);
        double bandwidth = Options.BandwidthFactor * BandwidthRule.Of(sample, reach, Options.Bandwidth, notes);
        double reachOfKernel = _greatest + (DistanceSample.Near * bandwidth);
        if (sample.BinWidth > 0 && reachOfKernel > reach)
        {
            sample = DistanceSampler.Take(pairs, reachOfKernel, Options.DirectPairs, execution, cancellationToken);
        }

        return (Values(sample, bandwidth, notes, execution, cancellationToken), bandwidth, sample.BinWidth);
    }

    /// <summary>Computes the curve from distances that the user brings.</summary>
    /// <param name="travel">The distances.</param>
    /// <param name="notes">Receives what the reader must know.</param>
    /// <param name="execution">Workers.</param>
    /// <param name="cancellationToken">Looked at between blocks.</param>
    /// <returns>The curve, its bandwidth and 0, for nothing is binned.</returns>
    public (double[] Values, double Bandwidth, double BinWidth) Curve(
        TravelSample travel, List<Note> notes, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        double reach = Math.Min(ReachOfRule * _greatest, travel.Reach);
        double bandwidth = Options.BandwidthFactor * BandwidthRule.Of(travel.Sample, reach, Options.Bandwidth, notes);
        double[] values = Values(travel.Sample, bandwidth, notes, execution, cancellationToken);
        travel.Cut(Options.Distances, values, bandwidth, notes);
        return (values, bandwidth, 0);
    }

    private double[] Values(
        DistanceSample sample, double bandwidth, List<Note> notes, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        bool weightless = !(sample.TotalWeight > 0);
        if (weightless && !double.IsNaN(bandwidth))
        {
            notes.Add(new Note("no-weight", Severity.Warning, "All pairs weigh nothing: the density is not defined."));
        }

        if (weightless || double.IsNaN(bandwidth))
        {
            double[] none = new double[Options.Distances.Count];
            Array.Fill(none, double.NaN);
            return none;
        }

        Job job = new(sample, Options.Distances, bandwidth);
        return ReplicateEngine.Local.Execute(job, execution, cancellationToken).Values;
    }

    private sealed class Job(DistanceSample sample, IReadOnlyList<double> distances, double bandwidth)
        : IReplicateJob<ReplicateRows>
    {
        public string Stage => "density of distances";

        public int Replicates => distances.Count;

        public int BlockSize => 8;

        public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
        {
            double[] values = new double[range.Count];
            for (int i = 0; i < values.Length; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                values[i] = sample.Density(distances[range.First + i], bandwidth);
            }

            return new ReplicateRows(1, values);
        }
    }
}

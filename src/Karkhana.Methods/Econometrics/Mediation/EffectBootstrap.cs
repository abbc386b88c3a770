using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Econometrics;

/// <summary>Bootstrap of effects that are read from a triangular factor.</summary>
/// <param name="sample">The observations, clusters and given samples.</param>
/// <param name="rows">The rows of the sample that are used.</param>
/// <param name="options">How many samples to draw, and how to read limits.</param>
/// <param name="resampling">What to draw when there are clusters.</param>
internal sealed class EffectBootstrap(
    BootstrapSample sample, IReadOnlyList<int> rows, BootstrapIntervalOptions options, ClusterResampling resampling)
{
    private const int FewClusters = 20;

    private readonly ClusterGroups? _groups = Groups(sample, rows, resampling);

    /// <summary>Gives estimates, standard errors and limits.</summary>
    /// <param name="names">The names of the effects.</param>
    /// <param name="columns">The columns of the factor, and the weights of their rows.</param>
    /// <param name="effects">Reads the effects from a factor.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between samples.</param>
    public EffectTable Of(
        IReadOnlyList<string> names, (double[][] Values, double[] Weights) columns, Func<TriangularFactor, double[]> effects, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        CountedFactor factor = CountedFactor.Of(columns.Values, columns.Weights);
        double[] undefined = [.. Enumerable.Repeat(double.NaN, names.Count)];
        double[] Counted(int[] counts) => factor.Of(counts) is { } triangle ? effects(triangle) : undefined;
        return Of(names, effects(factor.Whole()), Counted, execution, cancellationToken);
    }

    /// <summary>Gives the same of effects that are computed from the counts of the rows.</summary>
    public EffectTable Of(
        IReadOnlyList<string> names, double[] estimates, Func<int[], double[]> effects, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        ReplicateRows Run(IResampling resampling) => ReplicateEngine.Local.Execute(
            new CountedStatistic(resampling, names.Count, effects), execution, cancellationToken);
        ReplicateRows draws = Run(Resampling());
        ReplicateRows? leftOut = options.Interval == BootstrapInterval.BiasCorrectedAccelerated ? Run(LeavingOut()) : null;
        BootstrapLimits[] limits = [.. estimates.Select((estimate, effect) =>
            BootstrapLimits.Of(estimate, draws.Column(effect), leftOut?.Column(effect), options))];
        return new EffectTable(
            names,
            estimates,
            [.. limits.Select(limit => limit.StandardError)],
            [.. limits.Select(limit => limit.Low)],
            [.. limits.Select(limit => limit.High)])
        {
            Draws = draws.Count,
            DrawsUsed = [.. limits.Select(limit => limit.Used)],
            Samples = [.. Enumerable.Range(0, names.Count).Select(draws.Column)],
        };
    }

    /// <summary>Gives the notes on few clusters and on samples that gave nothing.</summary>
    public IEnumerable<Note> Notes(EffectTable table)
    {
        if (_groups is { Count: < FewClusters } few)
        {
            yield return new Note("few-clusters", Severity.Warning, FormattableString.Invariant(
                $"Only {few.Count} clusters are drawn from: the intervals are likely too narrow below {FewClusters}."));
        }

        int fewest = table.DrawsUsed.Where((_, effect) => double.IsFinite(table.Estimates[effect])).DefaultIfEmpty(table.Draws).Min();
        if (fewest < table.Draws)
        {
            yield return new Note("bootstrap-samples-left-out", Severity.Warning, FormattableString.Invariant(
                $"{table.Draws - fewest} of {table.Draws} bootstrap samples left a column no variation of its own and were left out."));
        }

        if (table.ConfidenceLow.Zip(table.StandardErrors).Any(pair => double.IsNaN(pair.First) && double.IsFinite(pair.Second)))
        {
            yield return new Note(
                "bias-correction-undefined", Severity.Warning,
                "All bootstrap estimates of an effect lie on one side of its estimate; the bias correction, and its limits, are not defined.");
        }
    }

    private static ClusterGroups? Groups(BootstrapSample sample, IReadOnlyList<int> rows, ClusterResampling resampling)
    {
        IReadOnlyList<IReadOnlyList<string>> clusters = sample.Observations.Clusters;
        Require.That(clusters.Count <= 1, nameof(clusters), FormattableString.Invariant($"must be at most one grouping; there were {clusters.Count}"));
        if (clusters.Count == 0 || resampling == ClusterResampling.Rows || sample.Resamples is not null)
        {
            return null;
        }

        Require.SameLength(sample.Observations.Data.RowCount, clusters[0].Count, nameof(clusters));
        ClusterGroups groups = ClusterGroups.Of(clusters[0], [.. rows]);
        Require.That(groups.Count > 1, nameof(clusters), "must have at least two clusters among the complete rows");
        return groups;
    }

    private IResampling Resampling()
    {
        if (sample.Resamples is not null)
        {
            return new GivenResamples(sample.Resamples, rows, sample.Observations.Data.RowCount);
        }

        return _groups is null
            ? new RowResamples(rows.Count, options.Replicates, options.Seed)
            : new ClusterResamples(
                _groups.ByRow, _groups.Count, resampling == ClusterResampling.ClustersThenRows, (options.Replicates, options.Seed));
    }

    private LeaveOneOut LeavingOut() => _groups is null
        ? new LeaveOneOut([.. Enumerable.Range(0, rows.Count)], rows.Count)
        : new LeaveOneOut(_groups.ByRow, _groups.Count);
}

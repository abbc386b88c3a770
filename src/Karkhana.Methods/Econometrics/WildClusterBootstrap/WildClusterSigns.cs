using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Randomness;

namespace Karkhana.Methods.Econometrics;

/// <summary>The statistics of a wild cluster bootstrap, draw after draw.</summary>
/// <remarks>All sign vectors: those with the last sign −1 are computed, the others mirror them exactly. Random weights: those of
/// a draw come from its own address, so that any number of workers gives the same bits.</remarks>
internal sealed class WildClusterSigns : IReplicateJob<ReplicateRows>
{
    /// <summary>The most clusters whose sign vectors are listed.</summary>
    public const int MostEnumerated = 22;

    private const double Tie = 1e-9;
    private const int BitsOfWord = 32;
    private static readonly double[] Webb = [-Math.Sqrt(1.5), -1, -Math.Sqrt(0.5), Math.Sqrt(0.5), 1, Math.Sqrt(1.5)];

    private readonly WildClusterScores _scores;
    private readonly WildDraws _draws;
    private readonly WildWeights _weights;
    private readonly ulong _seed;

    private WildClusterSigns(WildClusterScores scores, WildDraws draws, WildWeights weights, int replicates, ulong seed)
    {
        (_scores, _draws, _weights, _seed) = (scores, draws, weights, seed);
        Replicates = draws == WildDraws.Enumerate ? 1 << (scores.Clusters - 1) : replicates;
    }

    /// <inheritdoc/>
    public string Stage => "drawing signs of clusters";

    /// <inheritdoc/>
    public int Replicates { get; }

    /// <inheritdoc/>
    public int BlockSize => Math.Max(512, (Replicates + 31) / 32);

    /// <summary>Gives the statistics of all draws.</summary>
    public static double[] Run(
        WildClusterScores scores, WildClusterBootstrapOptions options, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        WildClusterSigns job = new(scores, options.Draws, options.Weights, options.Replicates, options.Seed);
        double[] values = ReplicateEngine.Local.Execute(job, execution, cancellationToken).Values;
        return options.Draws == WildDraws.Enumerate ? [.. values, .. values.Select(value => -value)] : values;
    }

    /// <summary>Gives the p-values of coefficients by their places, with the draws that the number of clusters asks for.</summary>
    public static double[] PValues(
        LeastSquaresFit fit, ClusterGroups groups, IReadOnlyList<int> terms, int replicates, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        const int FewestEnumerated = 8;
        const int MostByRule = 13;
        WildClusterBootstrapOptions options = new()
        {
            Model = new ModelSpecification { Outcome = "", Terms = [] },
            Term = "",
            Draws = groups.Count is >= FewestEnumerated and <= MostByRule ? WildDraws.Enumerate : WildDraws.Random,
            Weights = groups.Count < FewestEnumerated ? WildWeights.Webb : WildWeights.Rademacher,
            Replicates = replicates,
        };
        return [.. terms.Select(term =>
        {
            WildClusterScores scores = new(fit, groups, term);
            return PValue(scores.Statistic, Run(scores, options, execution, cancellationToken), options.Draws).Symmetric;
        })];
    }

    /// <summary>Gives the symmetric and the equal-tail p-value.</summary>
    /// <remarks>Among all sign vectors the data are one, and shares are p-values; to random draws the data are added.</remarks>
    public static (double Symmetric, double EqualTail) PValue(double observed, double[] statistics, WildDraws draws)
    {
        double[] sizes = Array.ConvertAll(statistics, Math.Abs);
        if (draws == WildDraws.Random)
        {
            return (
                PermutationPValue.Of(Math.Abs(observed) - Tie, sizes, Alternative.Greater),
                Math.Min(1, 2 * Math.Min(
                    PermutationPValue.Of(observed - Tie, statistics, Alternative.Greater),
                    PermutationPValue.Of(observed + Tie, statistics, Alternative.Less))));
        }

        double Share(double[] values, Func<double, bool> extreme) => values.Count(extreme) / (double)values.Length;
        return (
            Share(sizes, size => size >= Math.Abs(observed) - Tie),
            Math.Min(1, 2 * Math.Min(
                Share(statistics, value => value >= observed - Tie), Share(statistics, value => value <= observed + Tie))));
    }

    /// <inheritdoc/>
    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        double[] statistics = new double[range.Count];
        double[] weights = new double[_scores.Clusters];
        double[] sum = new double[_scores.Terms];
        for (int draw = 0; draw < range.Count; draw++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Draw(range.First + draw, weights);
            statistics[draw] = _scores.StatisticOf(weights, sum);
        }

        return new ReplicateRows(1, statistics);
    }

    private void Draw(int draw, double[] weights)
    {
        if (_draws == WildDraws.Enumerate)
        {
            for (int group = 0; group < weights.Length; group++)
            {
                weights[group] = ((draw >> group) & 1) == 0 ? -1 : 1;
            }

            return;
        }

        RandomStream stream = new(_seed, RandomPurpose.WildClusterSigns, draw);
        uint bits = 0;
        for (int group = 0; group < weights.Length; group++)
        {
            if (_weights == WildWeights.Webb)
            {
                weights[group] = Webb[stream.NextInt(Webb.Length)];
                continue;
            }

            bits = group % BitsOfWord == 0 ? stream.NextUInt32() : bits >> 1;
            weights[group] = (bits & 1) == 0 ? -1 : 1;
        }
    }
}

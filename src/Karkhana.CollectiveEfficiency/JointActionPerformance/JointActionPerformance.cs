using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.CollectiveEfficiency;

/// <summary>Whether firms whose joint action rose are those that perform better.</summary>
public static class JointActionPerformance
{
    private const string Source = "Nadvi 1999, doi:10.1016/S0305-750X(99)00078-9; Schmitz & Nadvi 1999, doi:10.1016/S0305-750X(99)00072-8; framework 1.6";

    /// <summary>Correlates change of joint action with performance and compares the thirds of performance.</summary>
    /// <remarks>
    /// Per type, over the firms of which both are known: Spearman's correlation with ties sharing ranks; percentile
    /// interval of firms drawn with replacement; two-sided permutation p-value of the product of ranks; q by Benjamini and
    /// Hochberg over the types. Terciles of all firms whose performance is known: low up to the type 7 quantile 1/3, high
    /// above the quantile 2/3, so that firms that perform alike stay together and thirds can be unequal; they are drawn
    /// anew in every bootstrap sample, and their means have percentile intervals too. Firms count alike, without sampling weights. An association: the firms, not chance,
    /// chose to cooperate, and both are told by the same person. Cost: draws × types × n log n. Source: Nadvi 1999,
    /// doi:10.1016/S0305-750X(99)00078-9, for the design; framework 1.6.
    /// </remarks>
    /// <param name="input">The changes and the performance.</param>
    /// <param name="options">Draws, level, least numbers and seed.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>One row per type; what rests on too few firms is NaN and noted.</returns>
    /// <exception cref="ArgumentException">Lengths differ or a value is infinite.</exception>
    public static JointActionPerformanceResult Estimate(
        JointActionPerformanceInput input, JointActionPerformanceOptions? options = null,
        ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        input.Check();
        options ??= new JointActionPerformanceOptions();
        JointActionPerformanceRow[] rows = [.. input.Types.Select((type, i) => Describe(type, input.Changes[i], input.Performance, options))];
        if (rows.Any(row => row.Firms >= options.LeastFirms))
        {
            PerformancePermutations permutations = new(input, options);
            ReplicateRows draws = ReplicateEngine.Local.Execute(new PerformanceBootstrap(input, options), execution, cancellationToken);
            ReplicateRows permuted = ReplicateEngine.Local.Execute(permutations, execution, cancellationToken);
            double[] observed = permutations.Observed();
            double[] Drawn(int type, int column) => draws.Column((PerformanceBootstrap.Columns * type) + column);
            rows = [.. rows.Select((row, i) => row with
            {
                CorrelationInterval = double.IsNaN(row.Correlation) ? (double.NaN, double.NaN) : Interval(Drawn(i, PerformanceBootstrap.Correlation), options.Confidence),
                DifferenceInterval = double.IsNaN(row.Difference) ? (double.NaN, double.NaN) : Interval(Drawn(i, PerformanceBootstrap.Difference), options.Confidence),
                TercileIntervals = [.. row.TercileFirms.Select((firms, third) => firms < options.LeastInTercile
                    ? (double.NaN, double.NaN)
                    : Interval(Drawn(i, PerformanceBootstrap.FirstTercile + third), options.Confidence))],
                PValue = double.IsNaN(row.Correlation) ? double.NaN : PermutationPValue.Of(observed[i], permuted.Column(i), Alternative.TwoSided),
            })];
        }

        return new JointActionPerformanceResult
        {
            Rows = Adjusted(rows),
            Notes = NotesOf(rows, options),
            Provenance = new Provenance(
                "collective-efficiency.joint-action-performance",
                FormattableString.Invariant($"replicates = {options.Replicates}, confidence = {options.Confidence}, least_firms = {options.LeastFirms}"),
                Source, options.Seed),
        };
    }

    private static JointActionPerformanceRow Describe(
        string type, double[] changes, IReadOnlyList<double> performance, JointActionPerformanceOptions options)
    {
        int firms = changes.Where((change, firm) => !double.IsNaN(change) && !double.IsNaN(performance[firm])).Count();
        if (firms < options.LeastFirms)
        {
            return new JointActionPerformanceRow(type, firms, double.NaN);
        }

        int[] terciles = Terciles.Of(performance);
        (double Mean, int Firms)[] thirds = [.. Enumerable.Range(0, Terciles.Count).Select(third => Terciles.Mean(changes, terciles, third))];
        bool compared = Math.Min(thirds[Terciles.Low].Firms, thirds[Terciles.High].Firms) >= options.LeastInTercile;
        return new JointActionPerformanceRow(type, firms, RankCorrelation.Spearman(changes, performance))
        {
            TercileMeans = [.. thirds.Select(third => third.Mean)],
            TercileFirms = [.. thirds.Select(third => third.Firms)],
            Difference = compared ? thirds[Terciles.High].Mean - thirds[Terciles.Low].Mean : double.NaN,
        };
    }

    private static (double Low, double High) Interval(double[] draws, double confidence)
    {
        double[] known = [.. draws.Where(value => !double.IsNaN(value)).Order()];
        double tail = (1 - confidence) / 2;
        return (Quantiles.Type7(known, tail), Quantiles.Type7(known, 1 - tail));
    }

    private static JointActionPerformanceRow[] Adjusted(JointActionPerformanceRow[] rows)
    {
        double[] adjusted = MultipleTesting.BenjaminiHochberg(
            [.. rows.Select(row => row.Type == JointActionPerformanceInput.All ? double.NaN : row.PValue)]);
        return [.. rows.Select((row, i) => row with { QValue = adjusted[i] })];
    }

    private static List<Note> NotesOf(JointActionPerformanceRow[] rows, JointActionPerformanceOptions options)
    {
        string[] few = [.. rows.Where(row => row.Firms < options.LeastFirms).Select(row => FormattableString.Invariant($"{row.Type} ({row.Firms})"))];
        string[] thirds = [.. rows.Where(row => row.Firms >= options.LeastFirms && double.IsNaN(row.Difference)).Select(row => row.Type)];
        List<Note> notes = [];
        if (rows.Length == 0)
        {
            notes.Add(new Note(
                "not-measured", Severity.Information,
                "Change of joint action was not asked: items of the constructs JA01_change to JA05_change would show it."));
        }

        if (few.Length > 0)
        {
            notes.Add(new Note(
                "too-few-firms", Severity.Warning,
                FormattableString.Invariant($"Fewer than {options.LeastFirms} firms with both values, nothing is estimated: {string.Join(", ", few)}.")));
        }

        if (thirds.Length > 0)
        {
            notes.Add(new Note(
                "small-terciles", Severity.Warning,
                FormattableString.Invariant($"A third of performance has fewer than {options.LeastInTercile} firms, often for ties, and is not compared: {string.Join(", ", thirds)}.")));
        }

        return notes;
    }
}

using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Concentration;

/// <summary>Location quotients of plants with a standard score over regions, a bootstrap interval and a guard for cells
/// of few plants.</summary>
public static class StandardisedLocationQuotient
{
    internal const string Source =
        "O'Donoghue & Gleave 2004, doi:10.1080/03434002000213932; Efron & Tibshirani 1993, An Introduction to the Bootstrap";

    internal const double Beyond = 1.96;

    /// <summary>Computes the quotients and what tells how far to trust them.</summary>
    /// <remarks>
    /// LQ[r,i] as in <see cref="LocationQuotient"/> from the employment of the plants, or their number. Score: (v −
    /// mean) / sd over the regions with activity, v = LQ or ln LQ; significant where it lies beyond ±1.96. The score
    /// ranks regions against each other and takes the quotients (or their logarithms) as normal over regions; it cannot
    /// pass (R − 1)/√R, so that below six regions nothing is significant. ln LQ is not defined where a region has none.
    /// Interval: percentiles of the quotients after the plants of the industry are drawn again with replacement, all
    /// other plants staying, the totals of region and nation summed anew. It assumes independent plants. No interval
    /// where the region has no plant of the industry or the industry one plant only. A cell with fewer than
    /// <see cref="StandardisedLocationQuotientOptions.LeastPlants"/> plants is guarded: given, but not ranked. Ranks: 1
    /// is the highest quotient of the industry among the unguarded cells, ties share the mean. Missing cells are
    /// refused. Cost per industry: replicates × the smaller of its plants and its different pairs of region and
    /// employment, and replicates × log replicates per region; memory replicates × regions per worker. Same bits for
    /// any number of workers.
    /// Source: O'Donoghue and Gleave 2004, doi:10.1080/03434002000213932; Efron and Tibshirani 1993, An Introduction to
    /// the Bootstrap, chapter 13. Agrees with: <see cref="LocationQuotient"/> for the quotients, to the bit.
    /// </remarks>
    /// <param name="plants">The plants.</param>
    /// <param name="options">Logarithm, bootstrap and guard.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between replicates.</param>
    /// <returns>Quotient, score, interval, guard and rank per region and industry.</returns>
    public static StandardisedLocationQuotientResult Estimate(
        PlantTable plants,
        StandardisedLocationQuotientOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plants);
        options ??= new StandardisedLocationQuotientOptions();
        EqualPlants cells = EqualPlants.Of(plants);
        double[] quotients = LocationQuotient.Ratios(cells.Activity);
        double[] scores = Scores(cells.Activity, quotients, options.Log);
        bool[] guarded = [.. cells.Plants.Select(count => count < options.LeastPlants)];
        (double[] lows, double[] highs) = Intervals(cells, options, execution, cancellationToken);
        return new StandardisedLocationQuotientResult
        {
            Activity = cells.Activity,
            Plants = cells.Plants,
            Values = quotients,
            Scores = scores,
            Significant = [.. scores.Select(score => Math.Abs(score) > Beyond)],
            Lows = lows,
            Highs = highs,
            Guarded = guarded,
            Ranks = RanksOf(cells.Activity, quotients, guarded),
            Notes = Notes(cells.Activity, scores, guarded, options),
            Provenance = new Provenance(
                "concentration.standardised-location-quotient",
                FormattableString.Invariant(
                    $"log = {options.Log}, replicates = {options.Replicates}, level = {options.Level}, least_plants = {options.LeastPlants}"),
                Source,
                options.Seed),
        };
    }

    private static double[] Scores(ActivityTable activity, double[] quotients, bool log) => ByIndustry(
        activity,
        (region, cell) => activity.RegionTotals[region] == 0 || (log && quotients[cell] == 0)
            ? double.NaN
            : log ? Math.Log(quotients[cell]) : quotients[cell],
        Standard.Scores);

    private static double[] RanksOf(ActivityTable activity, double[] quotients, bool[] guarded) => ByIndustry(
        activity, (_, cell) => guarded[cell] ? double.NaN : -quotients[cell], Ranks.Of);

    /// <summary>Applies a function of the values of one industry over regions to every industry.</summary>
    private static double[] ByIndustry(
        ActivityTable activity, Func<int, int, double> value, Func<IReadOnlyList<double>, double[]> function)
    {
        int width = activity.Industries.Count;
        double[] all = new double[activity.Values.Count];
        for (int i = 0; i < width; i++)
        {
            double[] column = [.. Enumerable.Range(0, activity.Regions.Count).Select(r => value(r, (r * width) + i))];
            double[] results = function(column);
            for (int r = 0; r < results.Length; r++)
            {
                all[(r * width) + i] = results[r];
            }
        }

        return all;
    }

    private static (double[] Lows, double[] Highs) Intervals(
        EqualPlants cells,
        StandardisedLocationQuotientOptions options,
        ExecutionOptions? execution,
        CancellationToken cancellationToken)
    {
        double[] lows = new double[cells.Activity.Values.Count];
        double[] highs = new double[lows.Length];
        Array.Fill(lows, double.NaN);
        Array.Fill(highs, double.NaN);
        if (options.Replicates > 0)
        {
            (int width, int height) = (cells.Activity.Industries.Count, cells.Activity.Regions.Count);
            ReplicateRows limits = ReplicateEngine.Local.Execute(
                new QuotientBootstrap(cells, options), execution, cancellationToken);
            for (int cell = 0; cell < lows.Length; cell++)
            {
                ReadOnlySpan<double> row = limits.Row(cell % width);
                lows[cell] = row[cell / width];
                highs[cell] = row[height + (cell / width)];
            }
        }

        return (lows, highs);
    }

    private static IReadOnlyList<Note> Notes(
        ActivityTable activity, double[] scores, bool[] guarded, StandardisedLocationQuotientOptions options)
    {
        int width = activity.Industries.Count;
        int few = guarded.Count(guard => guard);
        return
        [
            .. UnitNotes.When(few > 0, "few-plants", FormattableString.Invariant(
                $"{few} of {guarded.Length} cells have fewer than {options.LeastPlants} plants: they are given but not ranked.")),
            .. UnitNotes.When(activity.Regions.Count < 6, "few-regions", FormattableString.Invariant(
                $"There are {activity.Regions.Count} regions. Below six no score can lie beyond 1.96.")),
            .. UnitNotes.About(
                "no-score", activity.Industries,
                i => Enumerable.Range(0, activity.Regions.Count).All(r => double.IsNaN(scores[(r * width) + i])),
                "Industries without scores", "Their quotients do not vary over regions, or one region only has one."),
            .. UnitNotes.Empty(
                "region", activity.Regions, activity.RegionTotals,
                "Their quotients are set to 0 and take no part in the scores."),
            .. UnitNotes.Empty(
                "industry", activity.Industries, activity.IndustryTotals, "Their quotients are set to 0."),
        ];
    }
}

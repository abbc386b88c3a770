using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;
using Karkhana.Core.Results;

namespace Karkhana.Simulation;

/// <summary>Where firms end up when each entrant goes where others are.</summary>
public static class UrnLocation
{
    private const string Source =
        "Eggenberger & Pólya 1923, doi:10.1002/zamm.19230030407; Arthur 1990, Mathematical Social Sciences 19:235-251";

    private const double Dominance = 0.9;

    private static readonly (string Name, string Label)[] Quantities =
    [
        ("share", "Share of the region in the end"),
        ("squared_change", "Squared change of the share since the start; at attraction 1 its mean is the variance"),
        ("dominates", "1 when the region has more than nine tenths of the firms"),
    ];

    /// <summary>Runs the model.</summary>
    /// <remarks>
    /// Each entrant settles in region j with probability n_j^γ/Σ n^γ. At γ = 1 (Pólya's urn) the share of region j with a_j of A firms at the
    /// start has mean p = a_j/A and, after n entrants, variance p(1 − p)/(A + 1)·n/(A + n); in the limit shares are Dirichlet distributed: every
    /// split is as likely as any other when each region starts with one firm. Assumes that firms
    /// neither move nor leave, and that regions are alike but for who is there. Cost: runs × entrants × regions.
    /// Source: Eggenberger and Pólya 1923, doi:10.1002/zamm.19230030407; Arthur 1990, Mathematical Social Sciences
    /// 19:235-251.
    /// </remarks>
    /// <param name="options">Regions, entrants, attraction and runs.</param>
    /// <param name="execution">Workers and progress; the same bits for any number of workers.</param>
    /// <param name="cancellationToken">Looked at between runs.</param>
    /// <returns>Shares and their spread by region, regions counted from 1.</returns>
    /// <exception cref="ArgumentException">Fewer than two regions, or no firm at the start.</exception>
    public static BenchmarkRuns Simulate(
        UrnLocationOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        options ??= new UrnLocationOptions();
        options.Check();
        double[] regions = [.. Enumerable.Range(1, options.Start.Count).Select(region => (double)region)];
        return new BenchmarkRuns
        {
            Model = "urn_location",
            AxisName = "region",
            Axis = regions,
            Series = BenchmarkRuns.Summarise(
                regions, Quantities, options, (run, row) => Fill(run, row, options), execution, cancellationToken),
            Runs = options.Runs,
            Notes = [],
            Provenance = new Provenance(
                "simulation.urn-location",
                FormattableString.Invariant(
                    $"start = [{string.Join(", ", options.Start.Select(firms => firms.ToString(System.Globalization.CultureInfo.InvariantCulture)))}], entrants = {options.Entrants}, attraction = {options.Attraction}, runs = {options.Runs}, level = {options.Level}"),
                Source,
                options.Seed),
        };
    }

    /// <summary>Gives the variance of a region's share after the entrants at attraction 1.</summary>
    /// <param name="start">The firms of each region at the start.</param>
    /// <param name="region">The region, from 0.</param>
    /// <param name="entrants">The entrants.</param>
    /// <returns>The variance; with entrants without end, p(1 − p)/(A + 1).</returns>
    public static double PolyaVariance(IReadOnlyList<double> start, int region, double entrants)
    {
        ArgumentNullException.ThrowIfNull(start);
        double all = Sums.Sum([.. start]);
        double share = start[region] / all;
        double limit = share * (1 - share) / (all + 1);
        return double.IsPositiveInfinity(entrants) ? limit : limit * entrants / (all + entrants);
    }

    private static void Fill(int run, Span<double> row, UrnLocationOptions options)
    {
        double[] firms = [.. options.Start];
        double[] pull = Array.ConvertAll(firms, own => Pull(own, options.Attraction));
        double sum = Sums.Sum(pull);
        RandomStream stream = new(options.Seed, RandomPurpose.LocationAndGrowth, run);
        for (int entrant = 0; entrant < options.Entrants; entrant++)
        {
            int region = Chosen(pull, stream.NextDouble() * sum);
            firms[region]++;
            pull[region] = Pull(firms[region], options.Attraction);
            sum = Sums.Sum(pull); // added anew: differences would gather rounding
        }

        (double before, double after) = (Sums.Sum([.. options.Start]), Sums.Sum(firms));
        for (int region = 0; region < firms.Length; region++)
        {
            double share = firms[region] / after;
            double change = share - (options.Start[region] / before);
            row[region] = share;
            row[firms.Length + region] = change * change;
            row[(2 * firms.Length) + region] = share > Dominance ? 1 : 0;
        }
    }

    private static double Pull(double firms, double attraction) => attraction == 1 ? firms : firms == 0 ? 0 : Math.Pow(firms, attraction);

    private static int Chosen(double[] pull, double mark)
    {
        int last = 0;
        for (int region = 0; region < pull.Length; region++)
        {
            if (pull[region] > 0)
            {
                last = region;
                mark -= pull[region];
                if (mark < 0)
                {
                    break;
                }
            }
        }

        return last;
    }
}

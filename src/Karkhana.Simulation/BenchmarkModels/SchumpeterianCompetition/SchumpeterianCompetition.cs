using System.Globalization;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using Karkhana.Methods.Experiments;

namespace Karkhana.Simulation;

/// <summary>An industry of Nelson and Winter whose firms innovate, imitate, enter and leave.</summary>
public static class SchumpeterianCompetition
{
    private const string Source =
        "Nelson & Winter 1982, An Evolutionary Theory of Economic Change, chapters 12 to 14; Winter 1984, doi:10.1016/0167-2681(84)90004-0";

    private const int Largest = 4;

    private static readonly (string Name, string Label)[] Quantities =
    [
        ("firms", "Firms"),
        ("number_equivalent", "Number of equal firms of the same concentration"),
        ("herfindahl", "Sum of squared shares of output"),
        ("largest_four", "Share of the four largest firms"),
        ("price", "Price"),
        ("output", "Output of all firms"),
        ("capital", "Capital of all firms"),
        ("mean_productivity", "Output per unit of capital"),
        ("best_productivity", "Productivity of the best firm"),
        ("mean_profit", "Mean profit per unit of capital"),
        ("innovations", "Innovations since the period before"),
        ("imitations", "Imitations since the period before"),
        ("entries", "Entries since the period before"),
        ("exits", "Exits since the period before"),
    ];

    /// <summary>Runs the industry.</summary>
    /// <remarks>
    /// Each period is a <see cref="NelsonWinterMarket"/>. A firm innovates with probability min(1, success × spending × K_i): it finds a productivity
    /// drawn log-normally around the latent one of the period, and imitates likewise: it sees the best of the period; it keeps the best of what it has.
    /// A try at entry succeeds with probability base + slope × mean profit, held within 0 and 1; entrants find their productivity as innovators do. Firms leave
    /// after so many losses on end. With success 0, no tries and no exit the path is that of <see cref="NelsonWinterIndustry"/>. Assumes unit-elastic
    /// demand and that what is found depends on the period, not on the firm (science-based search). Cost: runs × periods × firms.
    /// Source: Nelson and Winter 1982, An Evolutionary Theory of Economic Change, chapters 12 to 14; Winter 1984,
    /// doi:10.1016/0167-2681(84)90004-0 (entry).
    /// </remarks>
    /// <param name="firms">Productivity and capital at the start; null for equal firms by the options.</param>
    /// <param name="options">Market, search, entry, exit and runs.</param>
    /// <param name="execution">Workers and progress; the same bits for any number of workers.</param>
    /// <param name="cancellationToken">Looked at between periods.</param>
    /// <returns>Firms, concentration, productivity, price and events along time.</returns>
    /// <exception cref="ArgumentException">A productivity is not above 0, a capital below 0, or all are 0.</exception>
    public static BenchmarkRuns Simulate(
        IndustryFirms? firms = null,
        SchumpeterianCompetitionOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new SchumpeterianCompetitionOptions();
        IndustryFirms start = firms ?? options.EqualFirms();
        start.Check();
        double[] times = [.. Enumerable.Range(0, options.Periods + 1).Select(time => (double)time)];
        return new BenchmarkRuns
        {
            Model = "schumpeterian_competition",
            AxisName = "time",
            Axis = times,
            Series = BenchmarkRuns.Summarise(
                times, Quantities, options, (run, row) => Fill(run, row, start, options, cancellationToken), execution, cancellationToken),
            Runs = options.Runs,
            Notes = [],
            Provenance = new Provenance("simulation.schumpeterian-competition", Described(options, firms is null), Source, options.Seed),
        };
    }

    private static void Fill(int run, Span<double> row, IndustryFirms start, SchumpeterianCompetitionOptions options, CancellationToken cancellationToken)
    {
        IndustryState industry = new(start, options, run);
        int places = options.Periods + 1;
        for (int time = 0; time < places; time++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            double[] numbers = Observe(industry);
            for (int quantity = 0; quantity < numbers.Length; quantity++)
            {
                row[(quantity * places) + time] = numbers[quantity];
            }

            if (time < places - 1)
            {
                industry.Advance(time);
            }
        }
    }

    /// <summary>Gives the quantities of a period in the order of their names.</summary>
    private static double[] Observe(IndustryState industry)
    {
        double[] shares = [.. Enumerable.Range(0, industry.Count).Select(industry.Market.Share)];
        double herfindahl = Sums.Dot(shares, shares);
        double capital = Sums.Sum(industry.Capital);
        (int innovations, int imitations, int entries, int exits) = industry.Events;
        return
        [
            industry.Count,
            1 / herfindahl,
            herfindahl,
            Sums.Sum([.. shares.OrderDescending().Take(Largest)]),
            industry.Market.Price,
            industry.Market.Output,
            capital,
            industry.Market.Output / capital,
            industry.Productivity.Max(),
            industry.MeanProfit(),
            innovations,
            imitations,
            entries,
            exits,
        ];
    }

    private static string Described(SchumpeterianCompetitionOptions options, bool equal) => FormattableString.Invariant(
        $"firms = {(equal ? options.Firms.ToString(CultureInfo.InvariantCulture) : "given")}, capital = {options.Capital}, periods = {options.Periods}, demand = {options.Demand}, demand_growth = {options.DemandGrowth}, cost = {options.Cost}, depreciation = {options.Depreciation}, bank = {options.Bank}, supply_response = {options.SupplyResponse}, innovation_spending = {options.InnovationSpending}, imitation_spending = {options.ImitationSpending}, innovation_success = {options.InnovationSuccess}, imitation_success = {options.ImitationSuccess}, latent_level = {options.LatentLevel}, latent_growth = {options.LatentGrowth}, latent_deviation = {options.LatentDeviation}, entry_tries = {options.EntryTries}, entry_base = {options.EntryBase}, entry_slope = {options.EntrySlope}, entrant_size = {options.EntrantSize}, exit_after = {options.ExitAfter}, least_firms = {options.LeastFirms}, runs = {options.Runs}, level = {options.Level}");
}

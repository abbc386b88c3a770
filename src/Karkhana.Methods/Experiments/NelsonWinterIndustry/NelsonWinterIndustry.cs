using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Experiments;

/// <summary>Price, profit and capital of an industry whose firms keep their techniques.</summary>
public static class NelsonWinterIndustry
{
    internal const string Source = "Nelson & Winter 1982, An Evolutionary Theory of Economic Change, chapter 12";

    /// <summary>Computes the path of the industry.</summary>
    /// <remarks>
    /// Each period is one <see cref="NelsonWinterMarket"/>; demand grows by its rate. Nobody innovates, imitates, enters or
    /// leaves, so that only selection by investment is left: it pulls capital to the firms of lower unit cost, the less so the
    /// greater their share. Assumes unit-elastic demand and constant returns. A firm alone under Cournot's mark-up wants to sell ever
    /// less, which a note says. Cost: firms × periods.
    /// Source: Nelson and Winter 1982, An Evolutionary Theory of Economic Change, chapter 12.
    /// Agrees with: the formulas in numpy, relative 1e-9.
    /// </remarks>
    /// <param name="firms">Productivity and capital at the start.</param>
    /// <param name="options">Costs, demand and periods.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Looked at between periods.</param>
    /// <returns>The path, its first row being the start.</returns>
    /// <exception cref="ArgumentException">A productivity is not above 0, a capital below 0, or all are 0.</exception>
    public static NelsonWinterIndustryResult Estimate(
        IndustryFirms firms, NelsonWinterIndustryOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(firms);
        ArgumentNullException.ThrowIfNull(options);
        firms.Check();
        NelsonWinterTerms terms = options.Terms();
        double[] productivity = [.. firms.Productivity];
        double[] capital = [.. firms.Capital];
        double demand = options.Demand;
        NelsonWinterPeriod[] periods = new NelsonWinterPeriod[options.Steps + 1];
        for (int time = 0; time < periods.Length; time++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            NelsonWinterMarket market = NelsonWinterMarket.Clear(productivity, capital, demand, terms);
            int[] all = [.. Enumerable.Range(0, capital.Length)];
            periods[time] = new NelsonWinterPeriod(market.Price, market.Output, capital, [.. all.Select(market.ProfitRate)]);
            capital = [.. all.Select(market.NextCapital)];
            demand *= 1 + options.DemandGrowth;
        }

        return new NelsonWinterIndustryResult
        {
            Periods = periods,
            Notes = Notes(firms, options),
            Provenance = new Provenance(
                "experiments.nelson-winter-industry",
                FormattableString.Invariant(
                    $"cost = {options.Cost}, demand = {options.Demand}, depreciation = {options.Depreciation}, bank = {options.Bank}, steps = {options.Steps}, demand_growth = {options.DemandGrowth}, research_cost = {options.ResearchCost}, supply_response = {options.SupplyResponse}"),
                Source),
        };
    }

    private static Note[] Notes(IndustryFirms firms, NelsonWinterIndustryOptions options) =>
        firms.Capital.Count(capital => capital > 0) == 1 && options.SupplyResponse == 0
            ? [new Note(
                "one-firm", Core.Errors.Severity.Warning,
                "One firm alone under unit-elastic demand earns the same however little it sells: it stops replacing its capital, and the price rises without end.")]
            : [];
}

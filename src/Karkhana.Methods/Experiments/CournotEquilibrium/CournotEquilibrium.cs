using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using Karkhana.Methods.Concentration;

namespace Karkhana.Methods.Experiments;

/// <summary>Quantities, price and profits when firms of different cost choose how much to make, and how many would enter.</summary>
public static class CournotEquilibrium
{
    internal const string Source =
        "Cournot 1838, Recherches sur les principes mathématiques de la théorie des richesses; Tirole 1988, The Theory of Industrial Organization; Mankiw & Whinston 1986, doi:10.2307/2555627";

    private const double MostCounted = 1e12;

    /// <summary>Computes the equilibrium.</summary>
    /// <remarks>
    /// price = a − b Q; q_i = (a − (n + 1)c_i + Σ c)/((n + 1)b) over the n firms that produce; profit (P − c_i) q_i; lerner (P − c_i)/P. A firm whose cost is not below the
    /// price that the others make among themselves produces 0, its lerner is NaN, and a note counts such firms. Free entry: the
    /// largest n with b((a − c₀)/((n + 1)b))² ≥ fixed cost; 0 when nobody can. Assumes linear demand, constant marginal costs,
    /// one product, and that each takes the quantities of the others as given. Cost: n log n.
    /// Source: Cournot 1838; Tirole 1988, section 5.4; Mankiw and Whinston 1986, doi:10.2307/2555627 (free entry).
    /// Agrees with: the formulas in numpy, relative 1e-10.
    /// </remarks>
    /// <param name="firms">Marginal costs.</param>
    /// <param name="options">Demand, and the cost of entrants.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The equilibrium.</returns>
    /// <exception cref="ArgumentException">A cost is below 0, or none is below the intercept.</exception>
    public static CournotEquilibriumResult Estimate(
        CournotFirms firms, CournotEquilibriumOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(firms);
        ArgumentNullException.ThrowIfNull(options);
        firms.Check(options.Intercept);
        double price = Price(firms.Cost, options.Intercept);
        double[] quantity = [.. firms.Cost.Select(cost => Math.Max(0, price - cost) / options.Slope)];
        int idle = quantity.Count(made => made == 0);
        return new CournotEquilibriumResult
        {
            Quantity = quantity,
            Profit = [.. firms.Cost.Zip(quantity, (cost, made) => made == 0 ? 0 : (price - cost) * made)],
            Lerner = [.. firms.Cost.Zip(quantity, (cost, made) => made == 0 ? double.NaN : (price - cost) / price)],
            Price = price,
            Herfindahl = ShareStatistics.Herfindahl(ShareStatistics.Shares(quantity)),
            FreeEntryFirms = FreeEntry(options),
            Notes = idle == 0
                ? []
                : [new Note("idle-firms", Severity.Information, FormattableString.Invariant(
                    $"{idle} of {quantity.Length} firms produce nothing: their cost is not below the price of {price:G6} that the others make."))],
            Provenance = new Provenance(
                "experiments.cournot-equilibrium",
                FormattableString.Invariant(
                    $"intercept = {options.Intercept}, slope = {options.Slope}, entry_cost = {options.EntryCost}, fixed_cost = {options.FixedCost}"),
                Source),
        };
    }

    /// <summary>Gives (a + Σ c)/(n + 1) over the cheapest n firms, n the largest at which the n-th still produces.</summary>
    private static double Price(IReadOnlyList<double> costs, double intercept)
    {
        double[] sorted = [.. costs.Order()];
        int producing = 1;
        while (producing < sorted.Length && sorted[producing] < Of(producing))
        {
            producing++;
        }

        return Of(producing);

        double Of(int firms) => (intercept + Sums.Sum(sorted.AsSpan(0, firms))) / (firms + 1);
    }

    private static double FreeEntry(CournotEquilibriumOptions options)
    {
        double margin = options.Intercept - options.EntryCost;
        bool Pays(double firms)
        {
            double quantity = margin / ((firms + 1) * options.Slope);
            return options.Slope * quantity * quantity >= options.FixedCost;
        }

        if (margin <= 0 || !Pays(1))
        {
            return 0;
        }

        // The root is right but for rounding; the condition itself decides where whole numbers are told apart.
        double firms = Math.Max(1, Math.Floor(margin / Math.Sqrt(options.Slope * options.FixedCost)) - 1);
        if (firms < MostCounted)
        {
            firms += Pays(firms + 1) ? 1 : 0;
            firms -= Pays(firms) ? 0 : 1;
        }

        return firms;
    }
}

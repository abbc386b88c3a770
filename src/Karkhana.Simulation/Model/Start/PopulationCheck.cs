using System.Globalization;
using Karkhana.Core.Errors;

namespace Karkhana.Simulation;

/// <summary>Refuses populations that can't be simulated.</summary>
internal static class PopulationCheck
{
    /// <summary>Checks all firms, ties, places, advantages and draws.</summary>
    /// <param name="population">The population.</param>
    /// <exception cref="ArgumentException">A value lies outside its range; the message names firm, value and range.</exception>
    public static void Check(ClusterPopulation population)
    {
        ArgumentNullException.ThrowIfNull(population);
        IReadOnlyList<ClusterFirm> firms = population.Firms;
        Require.That(firms.Count > 0, nameof(population), "must have at least one firm; it had none");
        int functions = firms[0].Capability.Count;
        Require.That(functions is > 0 and <= 64, nameof(population), Text($"must have from 1 to 64 capability functions; it had {functions}"));
        HashSet<int> agents = [];
        foreach (ClusterFirm firm in firms)
        {
            Require.That(agents.Add(firm.Agent), nameof(population), Text($"must have different agent numbers; {firm.Agent} came twice"));
            CheckFirm(firm, functions, population.Advantages.Count);
        }

        CheckTies(population);
        foreach (PopulationDraw draw in population.Draws)
        {
            Require.SameLength(functions * firms.Count, draw.Capability.Count, "capability of a draw");
            Require.SameLength(firms.Count, draw.AbsorptiveCapacity.Count, "absorptive capacity of a draw");
            Require.That(draw.Capability.All(InUnit), nameof(population), "must have draws of capability from 0 to 1");
            Require.That(draw.AbsorptiveCapacity.All(InUnit), nameof(population), "must have draws of absorptive capacity from 0 to 1");
        }
    }

    /// <summary>Checks that places and quarters can be told apart in the numbers of firms that enter, which minimal mode has none of.</summary>
    /// <param name="population">The population.</param>
    /// <param name="options">How it runs.</param>
    /// <exception cref="ArgumentException">There are too many places or quarters.</exception>
    public static void CheckLength(ClusterPopulation population, SimulationOptions options)
    {
        ArgumentNullException.ThrowIfNull(population);
        if (options.Minimal)
        {
            return;
        }

        int places = population.Firms.Count == 0 ? 0 : population.Firms.Max(firm => firm.Place) + 1;
        int quarters = options.BurnIn + options.Horizon;
        Require.That(places <= EntrantAgent.Places, nameof(population), Text(
            $"must have at most {EntrantAgent.Places} places in the full model, in each of which firms may begin; it had {places}"));
        Require.That(quarters <= EntrantAgent.Quarters, nameof(options), Text(
            $"must have at most {EntrantAgent.Quarters} quarters of burn-in and horizon together in the full model; they had {quarters}"));
    }

    private static void CheckFirm(ClusterFirm firm, int functions, int advantages)
    {
        Demand(firm, firm.Agent >= 0, "agent", firm.Agent, "zero or greater");
        Demand(firm, double.IsFinite(firm.X), "x", firm.X, "finite");
        Demand(firm, double.IsFinite(firm.Y), "y", firm.Y, "finite");
        Demand(firm, firm.Workers is >= 1 and <= 1e7, "workers", firm.Workers, "from 1 to 10,000,000");
        Demand(firm, InUnit(firm.AbsorptiveCapacity), "absorptive capacity", firm.AbsorptiveCapacity, "from 0 to 1");
        Demand(firm, InUnit(firm.Education), "education", firm.Education, "from 0 to 1");
        Demand(firm, !double.IsInfinity(firm.IncentiveDeviation), "incentive deviation", firm.IncentiveDeviation, "finite, or not a number to draw it");
        Demand(firm, !double.IsInfinity(firm.Cash), "cash", firm.Cash, "finite, or not a number for what its size suggests");
        Demand(firm, firm.Uptime is >= 1e-6 and <= 1, "uptime", firm.Uptime, "from 0.000001 to 1");
        Demand(firm, firm.Age >= 0, "age", firm.Age, "zero or greater");
        Demand(firm, firm.Place is >= 0 and < 1_000_000, "place", firm.Place, "from 0 below 1,000,000");
        Demand(firm, firm.Product is >= 0 and < 1_000_000, "product", firm.Product, "from 0 below 1,000,000");
        Demand(firm, firm.Capability.Count == functions, "number of capability functions", firm.Capability.Count, Text($"{functions}, as the first firm's"));
        Demand(firm, firm.Exposures.Count == advantages, "number of exposures", firm.Exposures.Count, Text($"{advantages}, one per advantage"));
        foreach (double value in firm.Capability)
        {
            Demand(firm, InUnit(value), "capability", value, "from 0 to 1, the frontier");
        }

        foreach (double value in firm.Exposures)
        {
            Demand(firm, InUnit(value), "exposure", value, "from 0 to 1");
        }
    }

    private static void CheckTies(ClusterPopulation population)
    {
        foreach (ClusterTie tie in population.Ties)
        {
            bool known = tie.From >= 0 && tie.From < population.Firms.Count && tie.To >= 0 && tie.To < population.Firms.Count;
            Require.That(known, nameof(population), Text($"must have ties between its {population.Firms.Count} firms; one led from {tie.From} to {tie.To}"));
            Require.That(InUnit(tie.Trust), nameof(population), Text($"must have trust from 0 to 1; a tie had {tie.Trust}"));
            Require.That(
                (tie.From == tie.To) == (tie.Kind == ClusterTieKind.External), nameof(population),
                Text($"must have external ties, and only those, that begin and end at one firm; a tie of kind {tie.Kind} led from {tie.From} to {tie.To}"));
        }
    }

    private static bool InUnit(double value) => value is >= 0 and <= 1;

    private static void Demand(ClusterFirm firm, bool holds, string what, double value, string range)
    {
        if (!holds) // the words are made only when needed
        {
            Require.That(false, "population", Text($"must have {what} {range}; firm {firm.Agent} had {value}"));
        }
    }

    private static string Text(FormattableString message) => message.ToString(CultureInfo.InvariantCulture);
}

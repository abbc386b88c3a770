using Karkhana.Core.Tables;

namespace Karkhana.Policy;

/// <summary>Which failures of market and system the levers of a programme answer (framework section 8, row 34).</summary>
/// <param name="Levers">The ids of the levers by failure; none for a failure that no lever answers.</param>
public sealed record RationaleCoverage(IReadOnlyDictionary<PolicyRationale, IReadOnlyList<string>> Levers)
{
    private const string MarketPrefix = "Market";

    /// <summary>Counts.</summary>
    /// <param name="levers">The levers of a programme.</param>
    /// <returns>All failures, with the levers that answer each.</returns>
    public static RationaleCoverage Of(IEnumerable<Lever> levers)
    {
        ArgumentNullException.ThrowIfNull(levers);
        Lever[] all = [.. levers.DistinctBy(lever => lever.Id)];
        return new RationaleCoverage(Enum.GetValues<PolicyRationale>().ToDictionary(
            rationale => rationale,
            rationale => (IReadOnlyList<string>)[.. all.Where(lever => lever.Rationale.Contains(rationale)).Select(lever => lever.Id)]));
    }

    /// <summary>Says whether a failure is one of the market, else it is one of the system.</summary>
    /// <param name="rationale">The failure.</param>
    /// <returns>True for one of the market.</returns>
    public static bool IsOfMarket(PolicyRationale rationale) => rationale.ToString().StartsWith(MarketPrefix, StringComparison.Ordinal);

    /// <summary>Gives one row per failure.</summary>
    /// <returns>The table <c>policy_rationale</c>.</returns>
    public Table ToTable()
    {
        PolicyRationale[] all = [.. Levers.Keys.Order()];
        return Table.Of(
            "policy_rationale",
            Column.Of("rationale", all.Select(one => (string?)Words.Of(one)), "Failure", "Why a government would act; our tags."),
            Column.Of("kind", all.Select(one => (string?)(IsOfMarket(one) ? "market failure" : "system failure")), "Kind", "As equilibrium or as evolutionary economics sees it."),
            Column.Of("count", all.Select(one => Levers[one].Count), "Levers", "levers", "Levers of the programme that answer it."),
            Column.Of("levers", all.Select(one => (string?)string.Join(", ", Levers[one])), "Which", "Their ids."));
    }
}

using Karkhana.Core.Errors;
using Karkhana.Core.Tables;

namespace Karkhana.Policy;

/// <summary>The menu of levers, as data.</summary>
/// <param name="Version">The version.</param>
/// <param name="Status">What its costs and grades are.</param>
/// <param name="Levers">The levers, the baseline included.</param>
public sealed record LeverMenu(string Version, string Status, IReadOnlyList<Lever> Levers)
{
    /// <summary>Gets the factor on the score of a lever when all that feeds its channels lies below the comparison set; by less where a part does.</summary>
    /// <value>From 1 to 10; 1, gaps change nothing, unless the file sets it.</value>
    public double GapFactor { get; init => field = Require.Between(value, 1, 10); } = 1;

    /// <summary>Gets what that factor rests on; empty when the file does not say.</summary>
    public string GapFactorStatus { get; init; } = "";

    /// <summary>Gets the menu that ships; it stands in the same file as the policies.</summary>
    /// <returns>The menu.</returns>
    public static LeverMenu Default() => PolicyFile.Default().Menu;

    /// <summary>Gives one row per lever.</summary>
    /// <returns>The table <c>levers</c>.</returns>
    public Table ToTable() => Table.Of(
        "levers",
        Column.Of("lever", Levers.Select(lever => (string?)lever.Id), "Lever", "Id of the lever."),
        Column.Of("name", Levers.Select(lever => (string?)lever.Name), "Name", "What it is."),
        Column.Of("channels", Levers.Select(lever => (string?)string.Join(", ", lever.Channels.Select(channel => Words.Of(channel)))), "Channels", "Channels of learning that it acts on."),
        Column.Of("regimes", Levers.Select(lever => (string?)string.Join(", ", lever.Regimes.Select(regime => Words.Of(regime)))), "Works in", "Regimes in which it works at the margin."),
        Column.Of(
            "evidence", Levers.Select(lever => (string?)lever.Evidence.ToString()), "Evidence",
            "A randomised, B quasi-experimental, C correlational or case, D reasoning only."),
        Column.Of(
            "cost", Levers.Select(lever => lever.Cost), "Cost class", "1 to 5", "Order of magnitude; an assumption."),
        Column.Of(
            "failure", Levers.Select(lever => (string?)lever.Failure), "Known to fail by", "How it is known to fail."),
        Column.Of(
            "rationale", Levers.Select(lever => (string?)string.Join(", ", lever.Rationale.Select(reason => Words.Of(reason)))),
            "Rationale", "Failure of the market or of the system that it answers; our tags."),
        Column.Of("source", Levers.Select(lever => (string?)lever.Source), "Source", "Where the evidence comes from."));
}

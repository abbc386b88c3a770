using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Simulation;

/// <summary>The story of the drill as a model: two rates, the paths that they give, and what the facts leave open.</summary>
public sealed record DrillImitationResult : ITidyResult
{
    /// <summary>Gets the yearly rate at which a firm begins by itself, from the wait for the first maker.</summary>
    public required double BaseRate { get; init; }

    /// <summary>Gets what each adviser who makes the drill adds to it, from the count.</summary>
    public required double Imitation { get; init; }

    /// <summary>Gets the 2.5 % quantile, over the draws, of the rate of imitation that reaches the count in that draw.</summary>
    public required double ImitationLow { get; init; }

    /// <summary>Gets the 97.5 % quantile.</summary>
    public required double ImitationHigh { get; init; }

    /// <summary>Gets the share of runs with the fitted rates that reach the count in the year of the count.</summary>
    public required double ShareReached { get; init; }

    /// <summary>Gets the paths.</summary>
    public required IReadOnlyList<ImitationYear> Years { get; init; }

    /// <summary>Gets other pairs of rates that fit the count as well, the last without imitation.</summary>
    public required IReadOnlyList<ImitationAlternative> Alternatives { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "drill_imitation",
        Column.Of("year", Years.Select(year => year.Year), "Year", "", "End of the year."),
        Column.Of("estimate", Years.Select(year => year.Median), "Makers", "firms", "Median over the draws.", recommended: true),
        Column.Of("conf_low", Years.Select(year => year.Low), "Low", "firms", "2.5 % quantile over the draws."),
        Column.Of("conf_high", Years.Select(year => year.High), "High", "firms", "97.5 % quantile over the draws."),
        Column.Of("counted", Years.Select(year => year.Counted), "Counted", "firms", "What was published; a lower bound in the last year."))
        .WithTitle("Makers of zero-till drills in a model of imitation");

    /// <summary>Gives the pairs of rates that the count cannot tell apart.</summary>
    /// <returns>The table <c>drill_alternatives</c>.</returns>
    public Table AlternativesTable() => Table.Of(
        "drill_alternatives",
        Column.Of("base", Alternatives.Select(row => row.BaseRate), "Base rate", "per year", "Rate at which a firm begins by itself."),
        Column.Of("imitation", Alternatives.Select(row => row.Imitation), "Imitation", "per year", "What each adviser who makes it adds."),
        Column.Of(
            "wait", Alternatives.Select(row => row.WaitForFirst), "Wait for the first maker", "years",
            "Median from the introduction, by the base rate."));
}

using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Learning;

/// <summary>How many firms the next study needs, and what the design of this one can find.</summary>
public sealed record StudyPlanResult : ITidyResult
{
    /// <summary>Gets what the study tells of its constructs.</summary>
    public required IReadOnlyList<DesignFact> Design { get; init; }

    /// <summary>Gets the sizes by formula.</summary>
    public required IReadOnlyList<PlannedQuestion> Sizes { get; init; }

    /// <summary>Gets the power by simulation.</summary>
    public required IReadOnlyList<SimulatedQuestion> Simulated { get; init; }

    /// <summary>Gets what non-response does to centralities; empty without a network.</summary>
    public required IReadOnlyList<RosterPrecision> Roster { get; init; }

    /// <summary>Gets a value indicating whether the design is that of a study of invented firms.</summary>
    public required bool Synthetic { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <summary>Gives all tables that have rows; each says where it is synthetic.</summary>
    /// <returns>The tables.</returns>
    public IReadOnlyList<Table> ToTables() =>
        [.. new[] { ToDesign(), ToTable(), ToSimulated(), ToRoster() }.Where(table => table.RowCount > 0).Select(Marked)];

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "plan_sizes",
        Column.Of("question", Sizes.Select(row => (string?)row.Question), "Question", "What is to be found out."),
        Column.Of("basis", Sizes.Select(row => (string?)row.Basis), "Basis", "What the design effect rests on."),
        Column.Of("size", Sizes.Select(row => row.Size), "To be found", "", "Half width of the interval, difference, or size of both paths, of true scores."),
        Column.Of("observed", Sizes.Select(row => row.Observed), "As it shows", "", "The same in scores measured with error."),
        Column.Of("design_effect", Sizes.Select(row => row.DesignEffect), "Design effect", "", "How many times as many firms places make necessary."),
        Column.Of("sample_size", Sizes.Select(row => row.Firms), "Firms", "firms", "Firms needed; of a difference in each arm.", recommended: true),
        Column.Of("total", Sizes.Select(row => row.Total), "In all", "firms", "Firms needed in all."),
        Column.Of("invited", Sizes.Select(row => row.Invited), "Invited", "firms", "Firms to invite at the response rate."),
        Column.Of("power", Sizes.Select(row => row.Power), "Power", "share", "Chance to find what is there; empty for a share.")).WithTitle("Firms needed, by formula");

    /// <summary>Gives one row per construct.</summary>
    /// <returns>The table <c>plan_design</c>.</returns>
    public Table ToDesign() => Table.Of(
        "plan_design",
        Column.Of("construct", Design.Select(row => (string?)row.Construct), "Construct", "What is measured."),
        Column.Of("n", Design.Select(row => row.Firms), "Firms", "", "Firms with a score."),
        Column.Of("places", Design.Select(row => row.Places), "Places", "", "Their places."),
        Column.Of("per_place", Design.Select(row => row.PerPlace), "Per place", "firms", "Size that stands for places of different size."),
        Column.Of("estimate", Design.Select(row => row.Correlation), "ICC", "", "Correlation of two firms of one place.", recommended: true),
        Column.Of("conf_low", Design.Select(row => row.Low), "Low", "", "Lower limit."),
        Column.Of("conf_high", Design.Select(row => row.High), "High", "", "Upper limit."),
        Column.Of("design_effect", Design.Select(row => row.DesignEffect), "Design effect", "", "How many times as many firms places make necessary."),
        Column.Of("reliability", Design.Select(row => row.Reliability), "Reliability", "share", "Share of the score's variance that is not error."))
        .WithTitle("What this study tells of its constructs");

    /// <summary>Gives one row per simulated design and size.</summary>
    /// <returns>The table <c>plan_power</c>.</returns>
    public Table ToSimulated() => Table.Of(
        "plan_power",
        Column.Of("question", Simulated.Select(row => (string?)row.Question), "Question", "What is to be found out."),
        Column.Of("multiple", Simulated.Select(row => row.Multiple), "Times", "", "How many times as many places."),
        Column.Of("n", Simulated.Select(row => row.Firms), "Firms", "", "Firms of the simulated studies."),
        Column.Of("places", Simulated.Select(row => row.Places), "Places", "", "Their places; 0 where firms were taken as independent."),
        Column.Of("size", Simulated.Select(row => row.Size), "To be found", "", "Difference, or size of both paths, of true scores."),
        Column.Of("power", Simulated.Select(row => row.Power), "Power", "share", "Share of simulated studies that find it.", recommended: true),
        Column.Of("conf_low", Simulated.Select(row => row.Low), "Low", "share", "Lower limit of the simulation."),
        Column.Of("conf_high", Simulated.Select(row => row.High), "High", "share", "Upper limit of the simulation."),
        Column.Of("false_positive_rate", Simulated.Select(row => row.FalsePositives), "False positives", "share", "Share that finds it where it is 0."))
        .WithTitle("Power on this study's own places, by simulation");

    /// <summary>Gives one row per response rate, centrality and rule of re-visits.</summary>
    /// <returns>The table <c>plan_roster</c>.</returns>
    public Table ToRoster() => Table.Of(
        "plan_roster",
        Column.Of("response_rate", Roster.Select(row => row.ResponseRate), "Response", "share", "Share of the firms that answer."),
        Column.Of("missing", Roster.Select(row => (string?)(row.HubsAnswer ? "hubs re-visited" : "at random")), "Missing", "Who does not answer."),
        Column.Of("centrality", Roster.Select(row => (string?)row.Centrality), "Centrality", "Which one."),
        Column.Of("estimate", Roster.Select(row => row.Correlation), "Correlation", "", "Rank correlation with that of all firms.", recommended: true),
        Column.Of("conf_low", Roster.Select(row => row.Low), "Low", "", "Quantile at 5 %."),
        Column.Of("conf_high", Roster.Select(row => row.High), "High", "", "Quantile at 95 %."))
        .WithTitle("What non-response does to centralities");

    private Table Marked(Table table) => Synthetic
        ? Table.Of(table.Name, [.. table.Columns, Column.Of("synthetic", Enumerable.Repeat(true, table.RowCount), "Synthetic", "The firms are invented.")])
            .WithTitle(table.Title)
        : table;
}

using Karkhana.Core.Tables;
using Karkhana.Diagnosis;

namespace Karkhana.Scenarios;

/// <summary>The tables of a scenario study.</summary>
public static class ScenarioTables
{
    private static readonly string[] GroupKeys = ["policy", "outcome", "dimension"];

    /// <summary>Gives all tables.</summary>
    /// <param name="result">The result.</param>
    /// <returns>The tables; names differ. Groups of fewer than five firms are held back, and orders that the study may not have.</returns>
    public static IReadOnlyList<Table> Of(PolicyStudyResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return [.. All(result).Select(table => StudyMoney.In(table, result.Simulation.Currency))];
    }

    private static IReadOnlyList<Table> All(PolicyStudyResult result)
    {
        PolicySimulationResult simulation = result.Simulation;
        bool mayRank = simulation.BelowMinimum is null;
        return
        [
            simulation.Policies.ToTable(),
            simulation.Policies.NumbersTable(),
            ParameterTable.Of(simulation),
            simulation.Comparison.ToTable(),
            RunsTable.Of(simulation),
            .. mayRank ? Orders(result) : [],
            RegimeMix.Of(simulation),
            .. PolicyOutputTables.Of(simulation),
            GainPaths.Of(simulation),
            Groups(simulation),
            Spillovers(simulation),
            .. One(result.Sensitivity?.ToTable()),
            .. mayRank ? One(result.Variance?.ToTable()) : [],
            .. One(simulation.Agreement?.ToTable()),
            .. simulation.Combinations is { } combinations ? CombinationTables.Of(combinations) : [],
            .. mayRank && simulation.Budget is { } budget ? [BudgetTable.Of(budget)] : Array.Empty<Table>(),
            .. simulation.Calibration is { } calibration
                ? [calibration.ToScreening(), calibration.ToTable(), calibration.Posterior.ToCheckTable()] : Array.Empty<Table>(),
            .. One(simulation.HeldOut?.ToTable()),
            .. Beside(result),
            FirmStories.Of(result).ToTable(),
        ];
    }

    // What the model shows without any lever.
    private static IReadOnlyList<Table> Beside(PolicyStudyResult result) =>
    [
        .. One(result.Facts?.ToTable()),
        .. result.World is { } world ? [WorldTable.Of(world, result.Simulation.Population), world.TransitionsTable(), world.BandsTable()] : Array.Empty<Table>(),
        .. result.Drills is { } drills ? [drills.ToTable(), drills.AlternativesTable()] : Array.Empty<Table>(),
        .. One(result.Tubewells?.ToTable()),
    ];

    private static Table[] Orders(PolicyStudyResult result) =>
    [
        result.Simulation.Ranking.ToTable(), result.Simulation.Ranking.ReversalTable(), RegretTable.Of(result.Robustness),
        OverturnTable.Of(result.Overturns), OverturnTable.Rules(result.Overturns),
    ];

    /// <summary>Gives who gains, groups of fewer than five firms held back with a second one that would tell them.</summary>
    internal static Table Groups(PolicySimulationResult simulation) =>
        SmallCells.SuppressWithComplement(Told(simulation.Comparison.GroupsTable()), GroupKeys);

    /// <summary>Gives what reaches those that took part and those that did not.</summary>
    internal static Table Spillovers(PolicySimulationResult simulation) => SmallCells.Suppress(simulation.Comparison.SpilloverTable());

    // A dimension with one group, such as the stage in a study that knows none, sets nothing apart.
    private static Table Told(Table groups)
    {
        HashSet<string?> telling = [.. Enumerable.Range(0, groups.RowCount)
            .Select(row => (Dimension: groups.Texts("dimension")[row], Group: groups.Texts("group")[row])).Distinct()
            .GroupBy(pair => pair.Dimension).Where(pairs => pairs.Count() > 1).Select(pairs => pairs.Key)];
        return TableRows.Where(groups, row => telling.Contains(groups.Texts("dimension")[row]));
    }

    private static IEnumerable<Table> One(Table? table) => table is null ? [] : [table];
}

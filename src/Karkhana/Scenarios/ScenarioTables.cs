using Karkhana.Core.Tables;

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
        PolicySimulationResult simulation = result.Simulation;
        bool mayRank = simulation.BelowMinimum is null;
        return
        [
            simulation.Policies.ToTable(),
            simulation.Policies.NumbersTable(),
            ParameterTable.Of(simulation),
            simulation.Comparison.ToTable(),
            RunsTable.Of(simulation),
            .. mayRank ? [simulation.Ranking.ToTable(), simulation.Ranking.ReversalTable(), RegretTable.Of(result.Robustness), OverturnTable.Of(result.Overturns)] : Array.Empty<Table>(),
            RegimeMix.Of(simulation),
            GainPaths.Of(simulation),
            Groups(simulation),
            Spillovers(simulation),
            .. One(result.Sensitivity?.ToTable()),
            .. One(simulation.Agreement?.ToTable()),
            .. mayRank && simulation.Budget is { } budget ? [BudgetTable.Of(budget)] : Array.Empty<Table>(),
            .. simulation.Calibration is { } calibration
                ? [calibration.ToScreening(), calibration.ToTable(), calibration.Posterior.ToCheckTable()] : Array.Empty<Table>(),
            .. One(result.Facts?.ToTable()),
            .. result.World is { } world ? [WorldTable.Of(world, simulation.Population), world.TransitionsTable(), world.BandsTable()] : Array.Empty<Table>(),
            .. result.Drills is { } drills ? [drills.ToTable(), drills.AlternativesTable()] : Array.Empty<Table>(),
            .. One(result.Tubewells?.ToTable()),
            FirmStories.Of(result).ToTable(),
        ];
    }

    /// <summary>Gives who gains, groups of fewer than five firms held back with a second one that would tell them.</summary>
    internal static Table Groups(PolicySimulationResult simulation) =>
        SmallCells.SuppressWithComplement(simulation.Comparison.GroupsTable(), GroupKeys);

    /// <summary>Gives what reaches those that took part and those that did not.</summary>
    internal static Table Spillovers(PolicySimulationResult simulation) => SmallCells.Suppress(simulation.Comparison.SpilloverTable());

    private static IEnumerable<Table> One(Table? table) => table is null ? [] : [table];
}

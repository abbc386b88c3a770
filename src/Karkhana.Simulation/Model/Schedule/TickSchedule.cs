namespace Karkhana.Simulation;

/// <summary>The phases of a quarter in their order (framework 5.3).</summary>
internal static class TickSchedule
{
    /// <summary>Gets the phases of the full model.</summary>
    public static IReadOnlyList<ITickPhase> Full { get; } =
    [
        // 1 Exogenous, 2 Exposures, 3 Mechanisms, 4 JointAction, 5 Effort, 6 KnowledgeFlows, 7 CapabilityUpdate,
        // 8 Market, 9 FinanceAndSize, 10 EntryAndExit, 11 TieUpdate, 12 Observers are read from the run after the quarter.
    ];

    /// <summary>Gets the phases of minimal mode (framework 5.4): no joint action, no mobility, no market, no entry, fixed ties.</summary>
    public static IReadOnlyList<ITickPhase> Minimal { get; } = [];
}

namespace Karkhana.Simulation;

/// <summary>The phases of a quarter in their order (framework 5.3); observers read the run after the quarter.</summary>
internal static class TickSchedule
{
    /// <summary>Gets the phases of the full model.</summary>
    public static IReadOnlyList<ITickPhase> Full { get; } =
    [
        new ExogenousPhase(),
        new PolicyPhase(),
        new ExposurePhase(),
        new MechanismPhase(),
        new JointActionPhase(),
        new EffortPhase(),
        new KnowledgePhase(),
        new CapabilityPhase(),
        new MarketPhase(),
        new FinancePhase(),
        new EntryAndExitPhase(),
        new TiePhase(),
    ];

    /// <summary>Gets the phases of minimal mode (framework 5.4): no joint action, no mobility, no market, no entry, fixed ties.</summary>
    public static IReadOnlyList<ITickPhase> Minimal { get; } =
    [
        new ExogenousPhase(),
        new PolicyPhase(),
        new MechanismPhase(),
        new EffortPhase(),
        new KnowledgePhase(),
        new CapabilityPhase(),
    ];

    /// <summary>Gives the phases.</summary>
    /// <param name="options">Full or minimal.</param>
    /// <returns>The phases.</returns>
    public static IReadOnlyList<ITickPhase> Of(SimulationOptions options) => options.Minimal ? Minimal : Full;
}

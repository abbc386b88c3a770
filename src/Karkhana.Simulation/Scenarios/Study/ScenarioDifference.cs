namespace Karkhana.Simulation;

/// <summary>How far an outcome of a scenario lies from that when nothing changes, replicate by replicate.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Baseline">Its mean when nothing changes.</param>
/// <param name="Mean">Its mean in the scenario.</param>
/// <param name="Difference">The mean of the paired differences.</param>
/// <param name="Low">The lower limit of its 95 % interval.</param>
/// <param name="High">The upper limit.</param>
/// <param name="RunsAbove">The runs in which the scenario lies above.</param>
/// <param name="Runs">The runs in which both are defined.</param>
public sealed record ScenarioDifference(
    string Scenario, string Outcome, double Baseline, double Mean, double Difference, double Low, double High, int RunsAbove, int Runs);

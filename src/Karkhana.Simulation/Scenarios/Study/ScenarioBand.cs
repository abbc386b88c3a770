namespace Karkhana.Simulation;

/// <summary>Mean capability in a quarter over replicates and draws of parameters.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Quarter">Quarters since the end of the burn-in.</param>
/// <param name="Median">The median.</param>
/// <param name="Low">The 2.5 % quantile.</param>
/// <param name="High">The 97.5 % quantile.</param>
/// <param name="Runs">The runs that still have firms.</param>
public sealed record ScenarioBand(string Scenario, int Quarter, double Median, double Low, double High, int Runs);

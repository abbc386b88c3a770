namespace Karkhana.Simulation;

/// <summary>One draw of what is measured with error.</summary>
/// <param name="Capability">K by firm and function, one function after another.</param>
/// <param name="AbsorptiveCapacity">γ by firm.</param>
public sealed record PopulationDraw(IReadOnlyList<double> Capability, IReadOnlyList<double> AbsorptiveCapacity);

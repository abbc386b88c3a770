using Karkhana.Core.Exchange;
namespace Karkhana.Core.Effort;

/// <summary>What a firm chooses.</summary>
public sealed record EffortChoice
{
    /// <summary>Gets the effort e.</summary>
    public required double Effort { get; init; }

    /// <summary>Gets e*, the best effort without limits.</summary>
    public required double InteriorEffort { get; init; }

    /// <summary>Gets ē, the effort whose net value is zero.</summary>
    public required double BreakEvenEffort { get; init; }

    /// <summary>Gets the capability gained, y = θ g e^β.</summary>
    public required double Learning { get; init; }

    /// <summary>Gets ρ y − c e.</summary>
    public required double NetValue { get; init; }

    /// <summary>Gets what holds the firm back.</summary>
    public required LearningRegime Regime { get; init; }

    /// <summary>Gets a value indicating whether knowledge from others cannot be used.</summary>
    public required bool NoAbsorption { get; init; }

    /// <summary>Gets a value indicating whether there is nothing left to learn within reach.</summary>
    public required bool Frontier { get; init; }
}

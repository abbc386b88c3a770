namespace Karkhana.Core.Policies;

/// <summary>The probability that a firm that is offered a policy takes part: 1 / (1 + exp(−(constant + Σ b x))).</summary>
public sealed record TakeUp
{
    /// <summary>Gets the constant.</summary>
    /// <value>Any number, or infinity: everyone; infinity unless set.</value>
    public double Constant { get; init; } = double.PositiveInfinity;

    /// <summary>Gets the slopes by the name of a firm's fact (<see cref="FirmFacts"/>).</summary>
    public IReadOnlyDictionary<string, double> Slopes { get; init; } = new Dictionary<string, double>();
}

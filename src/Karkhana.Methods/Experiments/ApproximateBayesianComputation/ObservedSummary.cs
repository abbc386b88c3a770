using Karkhana.Core.Errors;

namespace Karkhana.Methods.Experiments;

/// <summary>A number that a model is to reproduce.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">What was observed.</param>
/// <param name="StandardError">How well it is known, positive.</param>
public sealed record ObservedSummary(string Name, double Value, double StandardError)
{
    /// <summary>Gets what was observed.</summary>
    /// <value>Finite.</value>
    public double Value { get; init => field = Require.Between(value, -double.MaxValue, double.MaxValue); } =
        Require.Between(Value, -double.MaxValue, double.MaxValue, nameof(Value));

    /// <summary>Gets how well it is known.</summary>
    /// <value>Positive.</value>
    public double StandardError { get; init => field = Require.Positive(value); } = Require.Positive(StandardError, nameof(StandardError));

    /// <summary>Gets a value indicating whether it is kept from the search, to check what the search found.</summary>
    /// <value>False unless set.</value>
    public bool HeldOut { get; init; }
}

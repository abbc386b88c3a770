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

    /// <summary>Gives the distance of a run: Σ ((observed − simulated) / standard error)² over what is not held out.</summary>
    /// <param name="observed">What was observed.</param>
    /// <param name="simulated">What a run gave, in the same order.</param>
    /// <returns>The distance; infinite if the run does not have one of them.</returns>
    public static double Distance(IReadOnlyList<ObservedSummary> observed, ReadOnlySpan<double> simulated)
    {
        ArgumentNullException.ThrowIfNull(observed);
        Require.SameLength(observed.Count, simulated.Length, nameof(simulated));
        double distance = 0;
        for (int i = 0; i < simulated.Length; i++)
        {
            if (!observed[i].HeldOut)
            {
                double deviation = (observed[i].Value - simulated[i]) / observed[i].StandardError;
                distance += deviation * deviation;
            }
        }

        return double.IsNaN(distance) ? double.PositiveInfinity : distance;
    }
}

using Karkhana.Core.Exchange;

namespace Karkhana.Simulation;

/// <summary>What can be seen of firms at one time, in a study or in the model; NaN and null where it is not known.</summary>
public sealed record FirmObservations
{
    /// <summary>Gets K from 0 to 1.</summary>
    public required IReadOnlyList<double> Capability { get; init; }

    /// <summary>Gets effort on any scale whose zero is no effort.</summary>
    public required IReadOnlyList<double> Effort { get; init; }

    /// <summary>Gets γ from 0 to 1.</summary>
    public required IReadOnlyList<double> AbsorptiveCapacity { get; init; }

    /// <summary>Gets workers.</summary>
    public required IReadOnlyList<double> Workers { get; init; }

    /// <summary>Gets whether each firm lies in a cluster.</summary>
    public required IReadOnlyList<bool> Clustered { get; init; }

    /// <summary>Gets what holds each firm's learning back.</summary>
    public required IReadOnlyList<LearningRegime?> Regimes { get; init; }

    /// <summary>Gets kilometres to the centre of the firm's place.</summary>
    public required IReadOnlyList<double> Distance { get; init; }

    /// <summary>Gets knowledge ties to other firms.</summary>
    public required IReadOnlyList<double> Ties { get; init; }

    /// <summary>Gets links of each firm to parties outside the cluster; empty when nobody was asked.</summary>
    public IReadOnlyList<double> LinksOutside { get; init; } = [];

    /// <summary>Gets the age in years of each firm that is open, whether or not it is among the firms above; empty when years of founding are not known.</summary>
    public IReadOnlyList<double> Ages { get; init; } = [];

    /// <summary>Gets whether each firm that stood <see cref="ClusterObservables.TurnoverYears"/> years ago has closed since; empty when closures are not known.</summary>
    public IReadOnlyList<bool> ClosedSince { get; init; } = [];

    /// <summary>Gets the number of firms.</summary>
    public int Count => Capability.Count;
}

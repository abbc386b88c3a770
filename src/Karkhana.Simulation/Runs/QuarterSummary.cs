namespace Karkhana.Simulation;

/// <summary>A run after a quarter. Flows are of that quarter, summed over firms, each the mean over functions.</summary>
public sealed record QuarterSummary
{
    /// <summary>Gets the quarters since policies could start: 0 at the end of the burn-in, before it negative.</summary>
    public required int Quarter { get; init; }

    /// <summary>Gets all firms.</summary>
    public required GroupSummary All { get; init; }

    /// <summary>Gets those in a cluster.</summary>
    public required GroupSummary Clustered { get; init; }

    /// <summary>Gets the others.</summary>
    public required GroupSummary Dispersed { get; init; }

    /// <summary>Gets capability gained by own effort.</summary>
    public required double OwnEffort { get; init; }

    /// <summary>Gets capability gained from partners.</summary>
    public required double Interactive { get; init; }

    /// <summary>Gets capability gained from neighbours without effort.</summary>
    public required double Passive { get; init; }

    /// <summary>Gets capability carried by skilled workers, less what the firms that they left lost.</summary>
    public required double Mobile { get; init; }

    /// <summary>Gets capability gained from links outside.</summary>
    public required double Outside { get; init; }

    /// <summary>Gets the firms that were asked to act together.</summary>
    public required int Asked { get; init; }

    /// <summary>Gets those of them that contributed.</summary>
    public required int Contributors { get; init; }

    /// <summary>Gets the share of those asked that did not contribute; NaN if no one was asked.</summary>
    public double FreeRiding => Asked == 0 ? double.NaN : 1 - ((double)Contributors / Asked);

    /// <summary>Gets the joint actions that succeeded; one to which nobody but its proposer contributes is none.</summary>
    public required int GroupsSucceeded { get; init; }

    /// <summary>Gets the joint actions that failed.</summary>
    public required int GroupsFailed { get; init; }

    /// <summary>Gets firms that entered.</summary>
    public required int Entries { get; init; }

    /// <summary>Gets firms that left.</summary>
    public required int Exits { get; init; }

    /// <summary>Gets what policies have cost so far.</summary>
    public required double PolicyCost { get; init; }

    /// <summary>Gets the firms that have received a policy, those that left included.</summary>
    public required int Treated { get; init; }
}

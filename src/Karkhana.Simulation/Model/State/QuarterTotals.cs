namespace Karkhana.Simulation;

/// <summary>Sums over the firms of a quarter that only their phase can see.</summary>
internal sealed class QuarterTotals
{
    /// <summary>Gets or sets capability gained from partners, mean over functions, summed over firms.</summary>
    public double Interactive { get; set; }

    /// <summary>Gets or sets capability gained from neighbours.</summary>
    public double Passive { get; set; }

    /// <summary>Gets or sets capability gained from skilled workers who came, less what those who left took.</summary>
    public double Mobile { get; set; }

    /// <summary>Gets or sets capability gained from links outside.</summary>
    public double Outside { get; set; }

    /// <summary>Gets or sets capability gained by own effort.</summary>
    public double OwnEffort { get; set; }

    /// <summary>Gets or sets firms that were asked to act together.</summary>
    public int Asked { get; set; }

    /// <summary>Gets or sets those that contributed.</summary>
    public int Contributors { get; set; }

    /// <summary>Gets or sets joint actions that succeeded.</summary>
    public int GroupsSucceeded { get; set; }

    /// <summary>Gets or sets joint actions that failed.</summary>
    public int GroupsFailed { get; set; }

    /// <summary>Gets or sets firms that entered.</summary>
    public int Entries { get; set; }

    /// <summary>Gets or sets firms that left.</summary>
    public int Exits { get; set; }

    /// <summary>Begins a quarter.</summary>
    public void Clear()
    {
        (Interactive, Passive, Mobile, Outside, OwnEffort) = (0, 0, 0, 0, 0);
        (Asked, Contributors, GroupsSucceeded, GroupsFailed, Entries, Exits) = (0, 0, 0, 0, 0, 0);
    }

    /// <summary>Takes over another run's sums.</summary>
    /// <param name="other">The other run's.</param>
    public void CopyFrom(QuarterTotals other)
    {
        (Interactive, Passive, Mobile, Outside, OwnEffort) =
            (other.Interactive, other.Passive, other.Mobile, other.Outside, other.OwnEffort);
        (Asked, Contributors, GroupsSucceeded, GroupsFailed, Entries, Exits) =
            (other.Asked, other.Contributors, other.GroupsSucceeded, other.GroupsFailed, other.Entries, other.Exits);
    }
}

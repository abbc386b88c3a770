namespace Karkhana.Simulation;

/// <summary>What a policy has cost so far, and whom it reached.</summary>
internal struct PolicyLedger
{
    /// <summary>Gets or sets the money spent, in the currency of the policy.</summary>
    public double Cost { get; set; }

    /// <summary>Gets or sets the working days taken of firms.</summary>
    public double FirmDays { get; set; }

    /// <summary>Gets or sets the firms that received it.</summary>
    public int Firms { get; set; }

    /// <summary>Gets or sets the firms that took part but were not delivered to.</summary>
    public int NotDelivered { get; set; }
}

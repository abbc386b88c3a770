namespace Karkhana.Simulation;

/// <summary>A firm as the model begins with it.</summary>
public sealed record ClusterFirm
{
    /// <summary>Gets the number that addresses the firm's draws: the same firm keeps it whatever the order of rows.</summary>
    public required int Agent { get; init; }

    /// <summary>Gets the position east, km.</summary>
    public required double X { get; init; }

    /// <summary>Gets the position north, km.</summary>
    public required double Y { get; init; }

    /// <summary>Gets the position of its place in the list of places.</summary>
    public int Place { get; init; }

    /// <summary>Gets a value indicating whether it lies in a cluster.</summary>
    public bool Clustered { get; init; }

    /// <summary>Gets what it does in the chain of production.</summary>
    public FirmStage Stage { get; init; }

    /// <summary>Gets its role in the knowledge network, as it was found before the model starts; empty for none. It groups outcomes and moves nothing.</summary>
    public string Role { get; init; } = "";

    /// <summary>Gets the number of its product or trade.</summary>
    public int Product { get; init; }

    /// <summary>Gets L, its workers.</summary>
    public double Workers { get; init; } = 10;

    /// <summary>Gets its cash in the numéraire; NaN for what its size suggests.</summary>
    public double Cash { get; init; } = double.NaN;

    /// <summary>Gets its age in quarters.</summary>
    public int Age { get; init; }

    /// <summary>Gets K by function from 0 to the frontier; one function in minimal mode.</summary>
    public required IReadOnlyList<double> Capability { get; init; }

    /// <summary>Gets γ from 0 to 1.</summary>
    public double AbsorptiveCapacity { get; init; } = 0.5;

    /// <summary>Gets the education of the owner from 0 to 1.</summary>
    public double Education { get; init; } = 0.5;

    /// <summary>Gets the share of time with power and access; what policies and events change counts relative to it.</summary>
    public double Uptime { get; init; } = 1;

    /// <summary>Gets h, how far ln ρ of this firm lies from that of firms like it; NaN to draw it.</summary>
    public double IncentiveDeviation { get; init; } = double.NaN;

    /// <summary>Gets a value indicating whether it is a member of an association.</summary>
    public bool AssociationMember { get; init; }

    /// <summary>Gets a_ia by advantage from 0 to 1, in the order of the population's advantages.</summary>
    public IReadOnlyList<double> Exposures { get; init; } = [];
}

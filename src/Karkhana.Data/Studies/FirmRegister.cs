namespace Karkhana.Data.Studies;

/// <summary>The register: one entry per establishment, columns side by side.</summary>
public sealed record FirmRegister
{
    /// <summary>Gets the ids, each once.</summary>
    public required IReadOnlyList<string> Ids { get; init; }

    /// <summary>Gets the longitudes in degrees, WGS 84.</summary>
    public required double[] Longitudes { get; init; }

    /// <summary>Gets the latitudes in degrees, WGS 84.</summary>
    public required double[] Latitudes { get; init; }

    /// <summary>Gets the eastings in metres on the study's projection.</summary>
    public required double[] X { get; init; }

    /// <summary>Gets the northings in metres on the study's projection.</summary>
    public required double[] Y { get; init; }

    /// <summary>Gets the name of the projection that distances are computed on.</summary>
    public required string Projection { get; init; }

    /// <summary>Gets the industry codes as text; empty when the study names no such column.</summary>
    public string[] Industries { get; init; } = [];

    /// <summary>Gets the workers per establishment, NaN when missing; empty when the study names no such
    /// column.</summary>
    public double[] Employment { get; init; } = [];

    /// <summary>Gets the places (towns, blocks); empty when the study names no such column.</summary>
    public string[] Places { get; init; } = [];

    /// <summary>Gets the observed status, null when missing; empty when the study names no such column.</summary>
    public bool?[] Clustered { get; init; } = [];

    /// <summary>Gets whether each row is synthetic; empty when none is.</summary>
    public bool[] Synthetic { get; init; } = [];

    /// <summary>Gets the number of establishments.</summary>
    public int Count => Ids.Count;
}

namespace Karkhana.Data.Studies;

/// <summary>The institutions that firms can reach, columns side by side.</summary>
public sealed record InstitutionTable
{
    /// <summary>Gets the ids, each once.</summary>
    public required IReadOnlyList<string> Ids { get; init; }

    /// <summary>Gets what each offers.</summary>
    public required InstitutionKind[] Kinds { get; init; }

    /// <summary>Gets the longitudes in degrees, WGS 84.</summary>
    public required double[] Longitudes { get; init; }

    /// <summary>Gets the latitudes in degrees, WGS 84.</summary>
    public required double[] Latitudes { get; init; }

    /// <summary>Gets the eastings in metres on the projection of the register.</summary>
    public required double[] X { get; init; }

    /// <summary>Gets the northings in metres on the projection of the register.</summary>
    public required double[] Y { get; init; }

    /// <summary>Gets whether each row is synthetic; empty when none is.</summary>
    public bool[] Synthetic { get; init; } = [];

    /// <summary>Gets the number of institutions.</summary>
    public int Count => Ids.Count;
}

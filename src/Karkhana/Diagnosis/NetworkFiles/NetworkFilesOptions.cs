using Karkhana.Data.Results.Networks;

namespace Karkhana.Diagnosis.NetworkFiles;

/// <summary>What can be set on the files of the ties of a study.</summary>
public sealed record NetworkFilesOptions
{
    /// <summary>Gets the kind of tie to write.</summary>
    /// <value>Null, the default, for all kinds.</value>
    public string? Kind { get; init; }

    /// <summary>Gets the formats.</summary>
    /// <value>All unless set.</value>
    public IReadOnlyList<NetworkFormat> Formats { get; init; } = Enum.GetValues<NetworkFormat>();
}

using Karkhana.Core.Results;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>Growth and entry of firms against the employment around them.</summary>
public sealed record ClusterGrowthResult
{
    /// <summary>Gets the growth model: elasticities of workers; null when it was left out.</summary>
    public required CoefficientTable? Growth { get; init; }

    /// <summary>Gets the rows of the growth model.</summary>
    public required int GrowthRows { get; init; }

    /// <summary>Gets the entry model: elasticities of the expected number of entries; null when it was left out.</summary>
    public required CoefficientTable? Entry { get; init; }

    /// <summary>Gets the rows of the entry model.</summary>
    public required int EntryRows { get; init; }

    /// <summary>Gets what the reader must know.</summary>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <summary>Gets where the estimates come from.</summary>
    public required Provenance Provenance { get; init; }
}

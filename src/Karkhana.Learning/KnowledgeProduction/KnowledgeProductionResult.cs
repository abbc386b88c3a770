using Karkhana.Core.Results;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>A knowledge production function in two forms.</summary>
public sealed record KnowledgeProductionResult
{
    /// <summary>Gets the elasticities of the expected count, all rows.</summary>
    public required CoefficientTable Counts { get; init; }

    /// <summary>Gets the rows of the count form.</summary>
    public required int CountRows { get; init; }

    /// <summary>Gets the elasticities of the logarithm, rows with innovations only; null when they are too few.</summary>
    public required CoefficientTable? Logarithms { get; init; }

    /// <summary>Gets the rows with innovations.</summary>
    public required int LogarithmRows { get; init; }

    /// <summary>Gets what the reader must know.</summary>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <summary>Gets where the estimates come from.</summary>
    public required Provenance Provenance { get; init; }
}

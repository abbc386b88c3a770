using System.ComponentModel;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What can be set on a confirmatory factor analysis.</summary>
public sealed record ConfirmatoryFactorAnalysisOptions
{
    /// <summary>Gets the items of each construct.</summary>
    /// <value>Every item belongs to one construct, every construct has at least two.</value>
    [Description("Assignment of items to constructs: construct name -> list of item names.")]
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Constructs { get; init; }
}

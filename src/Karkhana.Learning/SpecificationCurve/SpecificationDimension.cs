namespace Karkhana.Learning;

/// <summary>A question on which defensible choices differ.</summary>
/// <param name="Name">The question: <c>controls</c>.</param>
/// <param name="Choices">The choices; the first is that of the main analysis.</param>
public sealed record SpecificationDimension(string Name, IReadOnlyList<SpecificationChoice> Choices)
{
    /// <summary>Gets a value indicating whether its choices change how errors depend on each other and nothing else, so that they share one
    /// fit.</summary>
    internal bool ChangesErrorsOnly { get; init; }
}

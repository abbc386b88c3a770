using Karkhana.Core.Errors;

namespace Karkhana.Learning;

/// <summary>An equation about firms in places.</summary>
/// <param name="Name">The name of the equation: <c>capability</c>.</param>
/// <param name="Outcome">A score (<c>capability</c>), or a variable of the sample.</param>
/// <param name="Terms">Advantages, scores, controls and variables of the sample. Each is split into the mean of the place and the
/// firm's deviation from it; what is the same for all firms of a place has the mean only.</param>
public sealed record MultilevelEquation(string Name, string Outcome, IReadOnlyList<string> Terms)
{
    /// <summary>Gets the products of what a firm has and what its place is like.</summary>
    /// <value>Empty unless set; their factors must be terms.</value>
    public IReadOnlyList<CrossLevelProduct> Products { get; init; } = [];

    /// <summary>Gets the term whose slope within places may differ between places.</summary>
    /// <value>Null, none, unless set; one of the terms.</value>
    public string? Slope { get; init; }

    internal void Check()
    {
        Require.That(Terms.Count > 0, nameof(Terms), "must hold at least one term");
        Require.That(
            Terms.Distinct(StringComparer.Ordinal).Count() == Terms.Count && !Terms.Contains(Outcome), nameof(Terms),
            $"must name each variable once, and not the outcome; they were {string.Join(", ", Terms)}");
        string? product = Terms.FirstOrDefault(term => LearningEquation.Factors(term).Length > 1);
        Require.That(product is null, nameof(Terms), $"must not be products, which have no level of their own; one was {product}");
        Require.That(Products.All(pair => pair.Within != pair.Between), nameof(Products), "must be of two terms each; one was of a term with itself");
        foreach (string name in Products.SelectMany(pair => new[] { pair.Within, pair.Between }).Concat(Slope is null ? [] : [Slope]))
        {
            Require.That(Terms.Contains(name), nameof(Terms), $"must hold what products and the slope that differs are made of; {name} is not there");
        }
    }
}

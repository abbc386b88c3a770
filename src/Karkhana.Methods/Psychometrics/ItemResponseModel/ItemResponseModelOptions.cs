using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What can be set on the estimation of an item response model.</summary>
public sealed record ItemResponseModelOptions
{
    /// <summary>Gets the item model.</summary>
    /// <value>Must be given.</value>
    [Description("Item model.")]
    public required ItemModel Model { get; init; }

    /// <summary>Gets a value indicating whether all items share one slope.</summary>
    /// <value>False unless set; the latent variance stays 1. Without effect where slopes are 1 anyway.</value>
    [Description("One common slope for all items; the latent variance stays 1.")]
    public bool EqualSlopes { get; init; }

    /// <summary>Gets the integration rule.</summary>
    /// <value>Equally spaced unless set.</value>
    [Description("Integration rule.")]
    public Quadrature Quadrature { get; init; } = Quadrature.EquallySpaced;

    /// <summary>Gets the number of quadrature nodes.</summary>
    /// <value>3 to 2001 equally spaced or 3 to 200 Gauss–Hermite nodes, 61 unless set.</value>
    [Description("Number of quadrature nodes.")]
    public int Nodes { get; init => field = Require.Between(value, 3, 2001); } = 61;

    /// <summary>Gets the last of the equally spaced nodes.</summary>
    /// <value>Above 0, at most 100; 6 unless set.</value>
    [Description("Equally spaced nodes lie on [-range, range].")]
    public double Range { get; init => field = Require.Between(Require.Positive(value), 0, 100); } = 6;

    /// <summary>Gets the largest change of a parameter in the last step.</summary>
    /// <value>Above 0, at most 0.1; 1e-5 unless set. The last step is one of Newton's, so that the error left is about its
    /// square.</value>
    [Description("Largest change of a parameter in the last step.")]
    public double Tolerance { get; init => field = Require.Between(Require.Positive(value), 0, 0.1); } = 1e-5;

    /// <summary>Gets the most evaluations of the likelihood.</summary>
    /// <value>1 to 100,000; 500 unless set.</value>
    [Description("Most evaluations of the likelihood.")]
    public int Iterations { get; init => field = Require.Between(value, 1, 100_000); } = 500;

    /// <summary>Gets the sd of a lognormal prior (log-mean 0) on the size of each slope, or null for none.</summary>
    /// <value>Above 0; none unless set. 0.5 steadies slopes with 150 to 300 respondents.</value>
    [Description("Sd of a lognormal(0, sd) prior on the size of each slope; none if null.")]
    public double? PriorSlope { get; init => field = Positive(value, nameof(PriorSlope)); }

    /// <summary>Gets the sd of a normal prior (mean 0) on each threshold, or null for none.</summary>
    /// <value>Above 0; none unless set. 2 steadies thresholds of rare categories.</value>
    [Description("Sd of a normal(0, sd) prior on each threshold; none if null.")]
    public double? PriorThreshold { get; init => field = Positive(value, nameof(PriorThreshold)); }

    /// <summary>Gets the sd of a normal prior on the logit of each guessing chance, or null for none.</summary>
    /// <value>Above 0; none unless set. 0.5 is usual; without it guessing chances are poorly determined.</value>
    [Description("Sd of a normal prior on the logit of each guessing chance; none if null.")]
    public double? PriorGuessing { get; init => field = Positive(value, nameof(PriorGuessing)); }

    /// <summary>Gets the guessing chance at the centre of its prior, where the search starts too.</summary>
    /// <value>0.01 to 0.9; 0.2 unless set, one in five answers.</value>
    [Description("Guessing chance at the centre of its prior.")]
    public double PriorGuessingCentre { get; init => field = Require.Between(value, 0.01, 0.9); } = 0.2;

    /// <summary>Gets the least number of answers that a category keeps to itself.</summary>
    /// <value>1 or more; 1, the default, merges nothing. Rarer categories join their rarer neighbour.</value>
    [Description("Categories with fewer answers are merged with a neighbour; 1 merges none.")]
    public int LeastCategoryCount { get; init => field = Require.Between(value, 1, int.MaxValue); } = 1;

    /// <summary>Gets the items whose parameters differ between groups.</summary>
    /// <value>None unless set; at least one item must not be named.</value>
    [Description("Items whose parameters differ between groups; the others are anchors.")]
    public IReadOnlyList<string> FreeItems { get; init; } = [];

    /// <summary>Gets the group whose latent mean is 0.</summary>
    /// <value>The first in the order of the letters unless set.</value>
    [Description("Group whose latent mean is 0; the first by name if null.")]
    public string? ReferenceGroup { get; init; }

    private static double? Positive(double? value, string name) =>
        value is { } given ? Require.Positive(given, name) : null;
}

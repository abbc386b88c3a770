using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Intervals of shares as a measure.</summary>
public static class MultinomialIntervalMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<CategoryCounts, MultinomialIntervalOptions, MultinomialIntervalResult>(
        "psychometrics.multinomial-interval",
        "Shares of categories with simultaneous confidence intervals.",
        MultinomialInterval.Source,
        [new InputSpec("sample", "category; optional count (1 per row when not bound)")],
        [
            new OutputSpec("category", OutputShape.Vector, "names"),
            new OutputSpec("count", OutputShape.Vector, "observations"),
            new OutputSpec("estimate", OutputShape.Vector, "share, sum 1"),
            new OutputSpec("conf_low", OutputShape.Vector, "0..1"),
            new OutputSpec("conf_high", OutputShape.Vector, "0..1"),
            new OutputSpec("total", OutputShape.Scalar, "sum of the counts"),
        ],
        CategoryCounts.Read,
        MultinomialInterval.Estimate);
}

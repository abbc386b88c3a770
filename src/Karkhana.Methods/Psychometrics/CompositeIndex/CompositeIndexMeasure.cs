using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>A composite index as a measure.</summary>
public static class CompositeIndexMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<ItemResponses, CompositeIndexOptions, CompositeIndexResult>(
        "psychometrics.composite-index",
        "One score per unit from several indicators: normalise, weight, aggregate.",
        CompositeIndex.Source,
        [new InputSpec("indicators", "items (list of columns)")],
        [
            new OutputSpec("item", OutputShape.Vector, "indicator names"),
            new OutputSpec("weight", OutputShape.Vector, "by item, adding to 1"),
            new OutputSpec("row", OutputShape.Vector, "1, 2, ... in the order of the table"),
            new OutputSpec("score", OutputShape.Vector, "by row"),
            new OutputSpec("rank", OutputShape.Vector, "by row; 1 = highest"),
        ],
        request => ItemResponses.Read(request, "indicators"),
        CompositeIndex.Estimate);
}

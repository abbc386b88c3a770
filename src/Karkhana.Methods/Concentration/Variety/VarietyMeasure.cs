using Karkhana.Core.Measures;

namespace Karkhana.Methods.Concentration;

/// <summary>Variety as a measure.</summary>
public static class VarietyMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<GroupedActivity, VarietyOptions, VarietyResult>(
        "concentration.variety",
        "Total, related and unrelated variety of each region.",
        Variety.Source,
        [new InputSpec("activity", "region, industry, group, value")],
        [
            new OutputSpec("region", OutputShape.Vector, "codes"),
            new OutputSpec("total", OutputShape.Vector, "entropy over industries"),
            new OutputSpec("related", OutputShape.Vector, "mean entropy within groups, weighted by their shares"),
            new OutputSpec("unrelated", OutputShape.Vector, "entropy over groups"),
        ],
        GroupedActivity.Read,
        Variety.Estimate);
}

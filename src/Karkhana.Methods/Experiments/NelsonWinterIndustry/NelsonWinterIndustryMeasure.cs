using Karkhana.Core.Measures;

namespace Karkhana.Methods.Experiments;

/// <summary>An industry of Nelson and Winter as a measure.</summary>
public static class NelsonWinterIndustryMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<IndustryFirms, NelsonWinterIndustryOptions, NelsonWinterIndustryResult>(
        "experiments.nelson-winter-industry",
        "Price, profit and capital of an industry of Nelson and Winter without innovation draws.",
        NelsonWinterIndustry.Source,
        [new InputSpec("firms", "productivity, capital")],
        [
            new OutputSpec("time", OutputShape.Vector, "0 to steps"),
            new OutputSpec("price", OutputShape.Vector, "price"),
            new OutputSpec("output", OutputShape.Vector, "output of all firms"),
            new OutputSpec("capital", OutputShape.Matrix, "rows by time, columns by firm 1, 2, ..."),
            new OutputSpec("profit_rate", OutputShape.Matrix, "profit per unit of capital, by time and firm"),
        ],
        IndustryFirms.Read,
        NelsonWinterIndustry.Estimate);
}

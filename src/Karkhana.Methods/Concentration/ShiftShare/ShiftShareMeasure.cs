using Karkhana.Core.Measures;

namespace Karkhana.Methods.Concentration;

/// <summary>Shift-share analysis as a measure.</summary>
public static class ShiftShareMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } =
        Measure.Define<ShiftShareIndustries, ShiftShareOptions, ShiftShareResult>(
            "concentration.shift-share",
            "Shift-share decomposition of regional growth into national, industry-mix and regional components.",
            ShiftShare.Source,
            [new InputSpec("industries", "industry, region_start, region_end, nation_start, nation_end")],
            [
                new OutputSpec("growth", OutputShape.Scalar, "absolute"),
                new OutputSpec("national", OutputShape.Scalar, "absolute"),
                new OutputSpec("industry_mix", OutputShape.Scalar, "absolute"),
                new OutputSpec("regional", OutputShape.Scalar, "absolute"),
                new OutputSpec("net_shift", OutputShape.Scalar, "absolute"),
                new OutputSpec("allocation", OutputShape.Scalar, "absolute; esteban only"),
            ],
            ShiftShareIndustries.Read,
            ShiftShare.Estimate);
}

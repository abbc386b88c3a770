using Karkhana.Core.Measures;

namespace Karkhana.Methods.Concentration;

/// <summary>The localisation of industries as a measure.</summary>
public static class IndustryLocalisationMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } =
        Measure.Define<IndustryLocalisationInput, IndustryLocalisationOptions, IndustryLocalisationResult>(
            "concentration.industry-localisation",
            "Geographic concentration of each industry against a reference distribution.",
            IndustryLocalisation.Source,
            [ActivityTable.Spec, new InputSpec("reference", "region, value", Required: false)],
            [
                new OutputSpec("industry", OutputShape.Vector, "codes"),
                new OutputSpec("hoover", OutputShape.Vector, "0 to 1"),
                new OutputSpec("gini", OutputShape.Vector, "0 to 1; to 0.5 on the half scale"),
            ],
            IndustryLocalisationInput.Read,
            IndustryLocalisation.Estimate);
}

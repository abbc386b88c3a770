using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The heterotrait-monotrait ratio as a measure.</summary>
public static class HeterotraitMonotraitRatioMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } =
        Measure.Define<ItemResponses, HeterotraitMonotraitRatioOptions, HeterotraitMonotraitRatioResult>(
            "psychometrics.heterotrait-monotrait-ratio",
            "Whether constructs are distinct, from the correlations of their items.",
            HeterotraitMonotraitRatio.Source,
            [new InputSpec("responses", "items (list of columns)")],
            [
                new OutputSpec("estimate", OutputShape.Matrix, "construct x construct; 1 on the diagonal"),
                new OutputSpec("conf_low", OutputShape.Matrix, "construct x construct; bootstrap only"),
                new OutputSpec("conf_high", OutputShape.Matrix, "construct x construct; bootstrap only"),
            ],
            ItemResponses.Read,
            HeterotraitMonotraitRatio.Estimate);
}

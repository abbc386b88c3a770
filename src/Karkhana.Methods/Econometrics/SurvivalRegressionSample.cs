using Karkhana.Core.Measures;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>How long subjects were watched, whether the event came, and what may explain it.</summary>
/// <param name="Survival">Times and events, with entries and strata where there are any.</param>
/// <param name="Data">The covariates, one row per subject. Missing cells are allowed.</param>
public sealed record SurvivalRegressionSample(SurvivalSample Survival, Table Data)
{
    internal const string Roles =
        "variables (list of columns), time, event (1 = event, 0 = censored), optional cluster";

    /// <summary>Gets the cluster of each subject; empty when there is none.</summary>
    public IReadOnlyList<string> Clusters { get; init; } = [];

    /// <summary>Reads the input <c>sample</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The sample.</returns>
    public static SurvivalRegressionSample Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable sample = request.Table("sample");
        return new SurvivalRegressionSample(SurvivalSample.Read(request), RegressionSample.Read(request).Data)
        {
            Clusters = sample.OptionalTexts("cluster") ?? [],
        };
    }
}

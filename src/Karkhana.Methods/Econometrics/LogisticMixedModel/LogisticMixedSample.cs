using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>The observations of a logistic mixed model.</summary>
/// <param name="Observations">The variables.</param>
/// <param name="Groups">The group of each row.</param>
public sealed record LogisticMixedSample(RegressionSample Observations, IReadOnlyList<string> Groups)
{
    /// <summary>Gets the number of trials of each row, of which the outcome counts the successes; null when the outcome is 0 or
    /// 1.</summary>
    public IReadOnlyList<double>? Trials { get; init; }

    /// <summary>Reads the input <c>sample</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The sample.</returns>
    public static LogisticMixedSample Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable sample = request.Table("sample");
        return new LogisticMixedSample(RegressionSample.Read(request), sample.Texts("group"))
        {
            Trials = sample.OptionalNumbers("trials"),
        };
    }
}

using Karkhana.Core.Inference;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>Observations, and the samples that a bootstrap is to use if they are given.</summary>
/// <param name="Observations">The observations; with one grouping, clusters are drawn.</param>
public sealed record BootstrapSample(RegressionSample Observations)
{
    internal const string ObservationRoles = RegressionSample.Roles + ", optional weights, clusters (list of one column)";
    internal const string ResampleRoles = "optional id; every other column holds row numbers from 1, one resample per row";

    /// <summary>Gets the rows of each given sample, from 0; null to draw them.</summary>
    public IReadOnlyList<int[]>? Resamples { get; init; }

    /// <summary>Reads the inputs <c>sample</c> and <c>resamples</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The sample.</returns>
    public static BootstrapSample Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new BootstrapSample(RegressionSample.Read(request))
        {
            Resamples = request.OptionalTable("resamples") is { } table ? GivenPermutations.Read(table) : null,
        };
    }
}

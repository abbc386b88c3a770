using Karkhana.Core.Measures;

namespace Karkhana.Methods.Experiments;

/// <summary>The arguments of a distribution's function.</summary>
/// <param name="X">Numbers, or probabilities for quantiles; may be infinite.</param>
public sealed record DistributionPoints(IReadOnlyList<double> X)
{
    /// <summary>Reads the input <c>points</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The arguments.</returns>
    public static DistributionPoints Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new DistributionPoints(request.Table("points").CompleteNumbers("x"));
    }
}

using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Loadings of items on one factor of variance 1.</summary>
/// <param name="Items">The item names.</param>
/// <param name="Loadings">The loadings.</param>
/// <param name="ResidualVariances">The residual variances, or null when the loadings are standardised.</param>
public sealed record FactorLoadings(
    IReadOnlyList<string> Items, IReadOnlyList<double> Loadings, IReadOnlyList<double>? ResidualVariances = null)
{
    /// <summary>Reads the input <c>loadings</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The loadings.</returns>
    public static FactorLoadings Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable loadings = request.Table("loadings");
        return new FactorLoadings(
            loadings.Texts("item"), loadings.CompleteNumbers("loading"),
            loadings.Has("residual_variance") ? loadings.CompleteNumbers("residual_variance") : null);
    }
}

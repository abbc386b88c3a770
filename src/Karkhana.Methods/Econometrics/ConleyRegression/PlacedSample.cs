using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>Observations with their places.</summary>
/// <param name="Observations">The observations.</param>
/// <param name="X">The coordinate, or longitude in degrees, of each; NaN where missing.</param>
/// <param name="Y">The other coordinate, or latitude.</param>
public sealed record PlacedSample(RegressionSample Observations, IReadOnlyList<double> X, IReadOnlyList<double> Y)
{
    /// <summary>Reads the input <c>sample</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The sample.</returns>
    public static PlacedSample Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable sample = request.Table("sample");
        return new PlacedSample(RegressionSample.Read(request), sample.Numbers("x"), sample.Numbers("y"));
    }

    /// <summary>Gives the observations; those without a place weigh NaN, which counts as missing.</summary>
    internal RegressionSample Placed()
    {
        Require.SameLength(Observations.Data.RowCount, X.Count, nameof(X));
        Require.SameLength(Observations.Data.RowCount, Y.Count, nameof(Y));
        return X.Concat(Y).Any(double.IsNaN)
            ? Observations with
            {
                Weights = [.. Enumerable.Range(0, X.Count).Select(
                    row => double.IsNaN(X[row]) || double.IsNaN(Y[row]) ? double.NaN : Observations.Weights?[row] ?? 1)],
            }
            : Observations;
    }
}

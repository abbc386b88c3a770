using Karkhana.Core.Results;

namespace Karkhana.Methods.Econometrics;

/// <summary>An estimate of the covariance of coefficients, and what their tests go by.</summary>
/// <param name="Description">How it was estimated, in words: estimator, kernel, distance, unit.</param>
/// <param name="Values">The covariances, term × term, row after row.</param>
/// <param name="DegreesOfFreedom">The degrees of freedom of the t test of each term.</param>
/// <param name="Notes">What the reader must know.</param>
public sealed record CoefficientCovariance(
    string Description, IReadOnlyList<double> Values, IReadOnlyList<double> DegreesOfFreedom, IReadOnlyList<Note> Notes)
{
    /// <summary>Gets the standard errors; NaN where the estimate of a variance is below 0.</summary>
    public IReadOnlyList<double> StandardErrors
    {
        get
        {
            int count = DegreesOfFreedom.Count;
            return [.. Enumerable.Range(0, count).Select(term => Math.Sqrt(Values[(term * count) + term]))];
        }
    }
}

namespace Karkhana.Learning;

/// <summary>Whether the residuals of one equation go together among neighbours.</summary>
/// <param name="Equation">The equation.</param>
/// <param name="Firms">The firms used.</param>
/// <param name="Moran">Moran's I.</param>
/// <param name="Expectation">Its expectation without dependence.</param>
/// <param name="Statistic">The distance from it in standard deviations.</param>
/// <param name="PValue">One-sided: neighbours' residuals alike.</param>
/// <param name="Errors">How the equation let errors depend on each other.</param>
public sealed record EquationDependence(
    LearningEquation Equation, int Firms, double Moran, double Expectation, double Statistic, double PValue, ErrorDependence Errors)
{
    /// <summary>Gets the p-value corrected over all equations.</summary>
    public double AdjustedPValue { get; init; } = double.NaN;
}

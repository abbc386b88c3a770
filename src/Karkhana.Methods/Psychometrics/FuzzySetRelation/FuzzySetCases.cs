using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Cases with an outcome and conditions, as memberships or as variables to calibrate.</summary>
/// <param name="Outcome">The outcome; NaN is missing.</param>
/// <param name="Names">The names of the conditions.</param>
/// <param name="Conditions">The values by condition, then by case; NaN is missing.</param>
public sealed record FuzzySetCases(
    IReadOnlyList<double> Outcome, IReadOnlyList<string> Names, IReadOnlyList<IReadOnlyList<double>> Conditions)
{
    /// <summary>Reads the input <c>cases</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The cases.</returns>
    public static FuzzySetCases Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable cases = request.Table("cases");
        IReadOnlyList<string> names = cases.ColumnsOf("conditions");
        return new FuzzySetCases(cases.Numbers("outcome"), names, [.. names.Select(cases.NumbersOf)]);
    }
}

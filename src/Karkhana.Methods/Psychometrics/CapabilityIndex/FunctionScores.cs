using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Scores of the functions of the capability matrix.</summary>
/// <param name="Functions">The function codes.</param>
/// <param name="Scores">The scores from 0 to 1; NaN is missing.</param>
/// <param name="Weights">The weights, not negative.</param>
public sealed record FunctionScores(
    IReadOnlyList<string> Functions, IReadOnlyList<double> Scores, IReadOnlyList<double> Weights)
{
    /// <summary>Reads the input <c>functions</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The scores; equal weights when none are bound.</returns>
    public static FunctionScores Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable functions = request.Table("functions");
        double[] weights = functions.Has("weight") ? functions.CompleteNumbers("weight") : [.. Enumerable.Repeat(1.0, functions.RowCount)];
        return new FunctionScores(functions.Texts("function"), functions.Numbers("score"), weights);
    }
}

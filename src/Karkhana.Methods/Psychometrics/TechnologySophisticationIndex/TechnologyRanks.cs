using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Which technology one firm uses in each business function.</summary>
/// <param name="Functions">The function codes.</param>
/// <param name="Ranks">The rank of the technology, 1 the simplest; NaN is not applicable.</param>
/// <param name="Levels">The number of technologies that the function has.</param>
public sealed record TechnologyRanks(
    IReadOnlyList<string> Functions, IReadOnlyList<double> Ranks, IReadOnlyList<double> Levels)
{
    /// <summary>Reads the input <c>functions</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The ranks.</returns>
    public static TechnologyRanks Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable functions = request.Table("functions");
        return new TechnologyRanks(functions.Texts("function"), functions.Numbers("rank"), functions.CompleteNumbers("levels"));
    }
}

using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>A continuous and an ordered answer of each respondent.</summary>
/// <param name="Continuous">The continuous variable; NaN is missing.</param>
/// <param name="Ordinal">The ordered variable; NaN is missing.</param>
public sealed record ContinuousOrdinalPairs(IReadOnlyList<double> Continuous, IReadOnlyList<double> Ordinal)
{
    /// <summary>Reads the input <c>pairs</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The pairs.</returns>
    public static ContinuousOrdinalPairs Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable pairs = request.Table("pairs");
        return new ContinuousOrdinalPairs(pairs.Numbers("continuous"), pairs.Numbers("ordinal"));
    }

    /// <summary>Gives the two variables as items.</summary>
    internal ItemResponses ToResponses()
    {
        Require.SameLength(Continuous.Count, Ordinal.Count, nameof(Ordinal));
        return new ItemResponses(["continuous", "ordinal"], [[.. Continuous], [.. Ordinal]]) { Input = "pairs" };
    }
}

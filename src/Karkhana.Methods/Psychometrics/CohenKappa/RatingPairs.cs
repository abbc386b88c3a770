using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The categories that two raters gave to the same subjects.</summary>
/// <param name="First">The category of the first rater; null or empty is not rated.</param>
/// <param name="Second">The category of the second rater.</param>
public sealed record RatingPairs(IReadOnlyList<string?> First, IReadOnlyList<string?> Second)
{
    /// <summary>Reads the input <c>ratings</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The pairs.</returns>
    public static RatingPairs Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable ratings = request.Table("ratings");
        return new RatingPairs(
            ratings.CellsOf(ratings.ColumnsOf("first")[0]), ratings.CellsOf(ratings.ColumnsOf("second")[0]));
    }
}

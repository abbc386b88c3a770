using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Categories and how often each came; a category may come in several rows.</summary>
/// <param name="Categories">The category of each row.</param>
/// <param name="Counts">The count of each row, whole numbers from 0.</param>
public sealed record CategoryCounts(IReadOnlyList<string> Categories, IReadOnlyList<double> Counts)
{
    /// <summary>Reads the input <c>sample</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The counts; 1 per row when none are bound.</returns>
    public static CategoryCounts Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable sample = request.Table("sample");
        return new CategoryCounts(
            sample.Texts("category"),
            sample.Has("count") ? sample.CompleteNumbers("count") : [.. Enumerable.Repeat(1.0, sample.RowCount)]);
    }
}

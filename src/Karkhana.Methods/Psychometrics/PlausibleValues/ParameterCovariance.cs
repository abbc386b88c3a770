using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The covariance of estimated item parameters.</summary>
/// <param name="Labels">What each row is: <c>item:slope</c>, <c>slope</c> when all items share one, <c>item:1</c>,
/// <c>item:2</c>, … for the threshold of a step, <c>item:guessing</c>.</param>
/// <param name="Values">The covariances by row, then column.</param>
public sealed record ParameterCovariance(IReadOnlyList<string> Labels, IReadOnlyList<double[]> Values)
{
    /// <summary>Reads the input <c>covariance</c> of a request: a square table with the labels in the column id.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The covariance, or null when it was not given.</returns>
    /// <exception cref="ArgumentException">A column for a label is missing.</exception>
    public static ParameterCovariance? Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.OptionalTable("covariance") is not { } table)
        {
            return null;
        }

        string[] labels = table.Texts("id");
        double[][] columns = [.. labels.Select(table.NumbersOf)];
        return new ParameterCovariance(
            labels, [.. labels.Select((_, row) => columns.Select(column => column[row]).ToArray())]);
    }
}

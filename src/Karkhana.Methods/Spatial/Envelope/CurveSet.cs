using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>An observed curve and simulated ones at the same distances.</summary>
/// <param name="Distances">The distances.</param>
/// <param name="Observed">The observed curve.</param>
/// <param name="Simulated">One simulated curve per row.</param>
public sealed record CurveSet(IReadOnlyList<double> Distances, IReadOnlyList<double> Observed, ReplicateRows Simulated)
{
    /// <summary>Reads the input <c>curves</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The curves.</returns>
    public static CurveSet Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable table = request.Table("curves");
        double[][] columns = [.. table.ColumnsOf("simulations").Select(table.NumbersOf)];
        Require.That(table.RowCount > 0, "curves", "must have at least one distance; it was empty");
        double[] values = new double[columns.Length * table.RowCount];
        for (int s = 0; s < columns.Length; s++)
        {
            columns[s].CopyTo(values, s * table.RowCount);
        }

        return new CurveSet(
            table.CompleteNumbers("distance"), table.Numbers("observed"), new ReplicateRows(table.RowCount, values));
    }
}

using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>Points and the relabellings under which their curve is simulated.</summary>
/// <param name="Points">The points.</param>
/// <param name="Permutations">One relabelling per row: location i takes type and weight of the row's i-th position,
/// from 0.</param>
public sealed record RelabelledPattern(PointPattern Points, IReadOnlyList<int[]> Permutations)
{
    /// <summary>Reads the inputs <c>points</c> and <c>permutations</c> of a request; positions there count from
    /// 1.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The pattern.</returns>
    public static RelabelledPattern Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable table = request.Table("permutations");
        double[][] columns = [.. table.UnboundColumns().Select(table.NumbersOf)];
        int[][] permutations = [.. Enumerable.Range(0, table.RowCount).Select(
            row => columns.Select(column => Position(column[row])).ToArray())];
        return new RelabelledPattern(PointPattern.Read(request), permutations);
    }

    /// <summary>Refuses a pattern without relabellings.</summary>
    internal void Check() => Require.That(
        Permutations.Count > 0, nameof(Permutations), "must have at least one relabelling; it was empty");

    /// <summary>Gives the pattern under one relabelling.</summary>
    /// <param name="simulation">The relabelling.</param>
    /// <returns>The same locations with other types and weights.</returns>
    internal PointPattern Relabelled(int simulation)
    {
        int[] from = Permutations[simulation];
        Require.SameLength(Points.Count, from.Length, nameof(Permutations));
        Require.That(
            from.All(i => i >= 0 && i < Points.Count), nameof(Permutations),
            FormattableString.Invariant($"must hold positions from 1 to {Points.Count}"));
        return Points with
        {
            Types = Points.Types.Length == 0 ? [] : [.. from.Select(i => Points.Types[i])],
            Weights = Points.Weights.Length == 0 ? [] : [.. from.Select(i => Points.Weights[i])],
        };
    }

    private static int Position(double value)
    {
        Require.That(
            value >= 1 && value <= int.MaxValue && value == Math.Floor(value), "permutations",
            FormattableString.Invariant($"must hold whole positions from 1; one was {value}"));
        return (int)value - 1;
    }
}

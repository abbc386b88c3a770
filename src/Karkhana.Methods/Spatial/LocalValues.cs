using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>Values of units and who is whose neighbour: what the local statistics read.</summary>
public sealed record LocalValues
{
    /// <summary>Gets the values, one array per variable, each with one finite value per unit.</summary>
    public required IReadOnlyList<double[]> Variables { get; init; }

    /// <summary>Gets the neighbours with their weights as given; no unit is its own neighbour.</summary>
    public required SpatialWeights Weights { get; init; }

    /// <summary>Gets the ids of the units.</summary>
    public IReadOnlyList<string> Ids => Weights.Ids;

    /// <summary>Gets the number of units.</summary>
    public int Count => Weights.Count;

    /// <summary>Gets the values of the first variable.</summary>
    public double[] Values => Variables[0];

    /// <summary>Makes the input of one variable.</summary>
    /// <param name="values">One value per unit.</param>
    /// <param name="weights">The neighbours.</param>
    /// <returns>The input.</returns>
    public static LocalValues Of(double[] values, SpatialWeights weights) => new() { Variables = [values], Weights = weights };

    /// <summary>Reads the inputs <c>values</c> (id, value) and <c>weights</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The input.</returns>
    public static LocalValues Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable table = request.Table("values");
        return Of(table.CompleteNumbers("value"), SpatialWeights.Read(request, table.Texts("id")));
    }

    /// <summary>Reads the inputs <c>values</c> (id, variables) and <c>weights</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The input.</returns>
    public static LocalValues ReadVariables(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable table = request.Table("values");
        return new LocalValues
        {
            Variables = [.. table.ColumnsOf("variables").Select(table.NumbersOf)],
            Weights = SpatialWeights.Read(request, table.Texts("id")),
        };
    }

    /// <summary>Refuses too few units, values that are missing or not finite, and units that neighbour themselves.</summary>
    /// <param name="least">The units that the statistic needs.</param>
    internal void Check(int least)
    {
        Require.That(
            Count >= least, nameof(Weights), FormattableString.Invariant($"must have at least {least} units; it had {Count}"));
        Require.That(Variables.Count > 0, nameof(Variables), "must have at least one variable; it was empty");
        foreach (double[] values in Variables)
        {
            Require.SameLength(Count, values.Length, nameof(Variables));
            Require.Finite(values, nameof(Variables));
        }

        for (int unit = 0; unit < Count; unit++)
        {
            if (Weights.NeighboursOf(unit).Contains(unit)) // the words are made only when needed
            {
                Require.That(false, nameof(Weights), $"must not make a unit its own neighbour; {Ids[unit]} was");
            }
        }
    }
}

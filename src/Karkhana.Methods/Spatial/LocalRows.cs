using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Spatial;

/// <summary>What the local statistics ask of a row of weights, and what they say when it is empty.</summary>
internal static class LocalRows
{
    /// <summary>Says whether a unit has no neighbour that weighs anything.</summary>
    public static bool IsIsolated(this SpatialWeights weights, int unit) => !(weights.RowSum(unit) > 0);

    /// <summary>Gives Σ_j w_ij².</summary>
    public static double SquaredRowSum(this SpatialWeights weights, int unit) =>
        Sums.Dot(weights.WeightsOf(unit), weights.WeightsOf(unit));

    /// <summary>Gives the greatest number of neighbours that a unit has.</summary>
    public static int GreatestDegree(this SpatialWeights weights)
    {
        int greatest = 0;
        for (int unit = 0; unit < weights.Count; unit++)
        {
            greatest = Math.Max(greatest, weights.NeighboursOf(unit).Length);
        }

        return greatest;
    }

    /// <summary>Adds a link of weight 1 from each unit to itself.</summary>
    public static SpatialWeights WithSelf(this SpatialWeights weights) => Rebuilt(weights, withSelf: true);

    /// <summary>Drops the links of units to themselves.</summary>
    public static SpatialWeights WithoutSelf(this SpatialWeights weights) => Rebuilt(weights, withSelf: false);

    /// <summary>Says which units were left without a value, if any.</summary>
    public static IEnumerable<Note> IslandNotes(SpatialWeights weights)
    {
        int islands = Enumerable.Range(0, weights.Count).Count(weights.IsIsolated);
        if (islands > 0)
        {
            yield return new Note(
                "islands", Severity.Warning,
                FormattableString.Invariant($"{islands} of {weights.Count} units have no neighbour: nothing is computed for them. Their values still count in the mean and the variance of all units."));
        }
    }

    /// <summary>Says that values without spread carry no pattern.</summary>
    public static Note ConstantNote() => new(
        "constant-values", Severity.Warning, "All units have the same value: there is no pattern to look for, and nothing is defined.");

    private static SpatialWeights Rebuilt(SpatialWeights weights, bool withSelf)
    {
        List<int> from = [];
        List<int> to = [];
        List<double> values = [];
        for (int unit = 0; unit < weights.Count; unit++)
        {
            ReadOnlySpan<int> neighbours = weights.NeighboursOf(unit);
            for (int link = 0; link < neighbours.Length; link++)
            {
                if (neighbours[link] != unit)
                {
                    Add(unit, neighbours[link], weights.WeightsOf(unit)[link]);
                }
            }

            if (withSelf)
            {
                Add(unit, unit, 1);
            }
        }

        return SpatialWeights.Of(weights.Ids, from, to, values);

        void Add(int unit, int neighbour, double weight)
        {
            from.Add(unit);
            to.Add(neighbour);
            values.Add(weight);
        }
    }
}

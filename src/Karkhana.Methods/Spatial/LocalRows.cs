using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Spatial;

/// <summary>What the local statistics ask of a row of weights.</summary>
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

    /// <summary>Drops the links of units to themselves.</summary>
    public static SpatialWeights WithoutSelf(this SpatialWeights weights)
    {
        List<int> neighbours = new(weights.Links);
        List<double> kept = new(weights.Links);
        int[] starts = new int[weights.Count + 1];
        for (int unit = 0; unit < weights.Count; unit++)
        {
            ReadOnlySpan<int> row = weights.NeighboursOf(unit);
            for (int link = 0; link < row.Length; link++)
            {
                if (row[link] != unit)
                {
                    neighbours.Add(row[link]);
                    kept.Add(weights.WeightsOf(unit)[link]);
                }
            }

            starts[unit + 1] = neighbours.Count;
        }

        return new SpatialWeights(weights.Ids, starts, [.. neighbours], [.. kept]);
    }
}

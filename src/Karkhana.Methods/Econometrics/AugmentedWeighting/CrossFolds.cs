using Karkhana.Core.Randomness;

namespace Karkhana.Methods.Econometrics;

/// <summary>The part of each unit; a cluster is never split.</summary>
internal static class CrossFolds
{
    /// <summary>Deals clusters out in random order, mostly treated and mostly untreated ones apart, each to the part with fewest
    /// units of its kind; so that every part leaves both kinds to the others where that can be.</summary>
    /// <param name="clusterOf">The cluster of each unit.</param>
    /// <param name="clusters">The number of clusters.</param>
    /// <param name="treatment">0 or 1.</param>
    /// <param name="folds">The number of parts.</param>
    /// <param name="stream">The random order.</param>
    public static int[] Deal(int[] clusterOf, int clusters, double[] treatment, int folds, RandomStream stream)
    {
        int[] sizes = new int[clusters];
        double[] treated = new double[clusters];
        for (int unit = 0; unit < clusterOf.Length; unit++)
        {
            sizes[clusterOf[unit]]++;
            treated[clusterOf[unit]] += treatment[unit];
        }

        int[] order = [.. Enumerable.Range(0, clusters)];
        stream.Shuffle<int>(order);
        int[][] loads = [new int[folds], new int[folds]];
        int[] foldOf = new int[clusters];
        foreach (int cluster in order)
        {
            int[] load = loads[treated[cluster] > sizes[cluster] / 2.0 ? 1 : 0];
            int fold = Array.IndexOf(load, load.Min());
            foldOf[cluster] = fold;
            load[fold] += sizes[cluster];
        }

        return [.. clusterOf.Select(cluster => foldOf[cluster])];
    }

    /// <summary>Says whether the other parts of every part hold at least two treated and two untreated units.</summary>
    public static bool LeaveBothKinds(int[] foldOf, double[] treatment, int folds)
    {
        for (int fold = 0; fold < folds; fold++)
        {
            int treated = 0;
            int untreated = 0;
            for (int unit = 0; unit < foldOf.Length; unit++)
            {
                bool other = foldOf[unit] != fold;
                treated += other && treatment[unit] == 1 ? 1 : 0;
                untreated += other && treatment[unit] == 0 ? 1 : 0;
            }

            if (treated < 2 || untreated < 2)
            {
                return false;
            }
        }

        return true;
    }
}

namespace Karkhana.Methods.Econometrics;

/// <summary>Harrell's C: of two subjects of whom one is known to have the event first, how often that one has the greater
/// risk.</summary>
/// <remarks>Pairs within a stratum whose later one was watched when the event came; events at the same time are no pair, an
/// event and an end of watching at the same time are. Equal risks count half. A binary indexed tree over the ranks of the risk:
/// n log n. Source: Harrell, Lee and Mark 1996,
/// doi:10.1002/(SICI)1097-0258(19960229)15:4&lt;361::AID-SIM168&gt;3.0.CO;2-4.</remarks>
internal static class Concordance
{
    /// <summary>Gives C; NaN without a pair.</summary>
    public static double Of(double[] risk, RiskOrder order)
    {
        double[] distinct = [.. risk.Distinct().Order()];
        int[] places = [.. risk.Select(value => Array.BinarySearch(distinct, value) + 1)];
        int[] tree = new int[distinct.Length + 1];
        (long concordant, long tied, long pairs) = (0, 0, 0);
        void Add(int row, int change)
        {
            for (int place = places[row]; place < tree.Length; place += place & -place)
            {
                tree[place] += change;
            }
        }

        order.Walk(
            () => Array.Clear(tree),
            row => Add(row, 1),
            row => Add(row, -1),
            dying =>
            {
                foreach (int row in dying)
                {
                    Add(row, -1);
                }

                foreach (int row in dying)
                {
                    (long below, long upTo) = (Below(tree, places[row] - 1), Below(tree, places[row]));
                    concordant += below;
                    tied += upTo - below;
                    pairs += Below(tree, tree.Length - 1);
                }

                foreach (int row in dying)
                {
                    Add(row, 1);
                }
            });
        return pairs == 0 ? double.NaN : (concordant + (tied / 2.0)) / pairs;
    }

    private static long Below(int[] tree, int place)
    {
        long sum = 0;
        for (; place > 0; place -= place & -place)
        {
            sum += tree[place];
        }

        return sum;
    }
}

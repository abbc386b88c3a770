namespace Karkhana.Methods.Spatial;

/// <summary>Which sizes of draws are counted pair by pair and which on a lattice.</summary>
/// <param name="Exact">How many of the sizes, from the smallest, are counted pair by pair.</param>
/// <param name="Lattice">The lattice of the others; null when there are none.</param>
internal sealed record KdSplit(int Exact, GriddedPairs.Lattice? Lattice)
{
    // What two transforms of a lattice cost, in pairs per node; measured.
    private const double PairsPerNode = 80;

    /// <summary>Chooses: what the options say, else what costs least, by a rule that does not depend on the
    /// machine.</summary>
    public static KdSplit For(KdPlan plan, int[] sizes, int exactUpTo)
    {
        GriddedPairs.Lattice? lattice = GriddedPairs.Lattice.For(plan);
        int exact = sizes.Length;
        if (lattice is not null && exactUpTo > 0)
        {
            exact = sizes.Count(size => size <= exactUpTo);
        }
        else if (lattice is not null)
        {
            exact = Enumerable.Range(0, sizes.Length + 1).MinBy(count => Cost(sizes, count, lattice.Nodes));
        }

        return new KdSplit(exact, exact < sizes.Length ? lattice : null);
    }

    private static double Cost(int[] sizes, int exact, int nodes) =>
        (exact == 0 ? 0 : KdPlan.Pairs(sizes[exact - 1]))
        + ((sizes.Length - exact + 1) / 2 * PairsPerNode * nodes);
}

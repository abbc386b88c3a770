namespace Karkhana.Methods.Networks;

/// <summary>Mean and variance of the brokerage of a node of one group when ties are drawn independently.</summary>
/// <param name="Mean">By role, the total last.</param>
/// <param name="Variance">By role, the total last.</param>
internal sealed record BrokerageExpectation(double[] Mean, double[] Variance)
{
    /// <summary>Gives the moments for the nodes of a group.</summary>
    /// <remarks>
    /// With density d, an ordered pair of other nodes is brokered with probability d²(1 − d). Two pairs depend on each
    /// other only when they have the same start or the same end; their covariance is then d³(1 − d)³.
    /// </remarks>
    /// <param name="sizes">How many nodes each group has.</param>
    /// <param name="own">The group.</param>
    /// <param name="density">The density.</param>
    public static BrokerageExpectation Of(int[] sizes, int own, double density)
    {
        double mates = sizes[own] - 1;
        double strangers = 0;
        (double alike, double alikeTriples, double squares, double apartTriples) = (0, 0, 0, 0);
        for (int group = 0; group < sizes.Length; group++)
        {
            double size = group == own ? 0 : sizes[group];
            strangers += size;
            squares += size * size;
            alike += size * (size - 1);
            alikeTriples += size * (size - 1) * (size - 2);
        }

        for (int group = 0; group < sizes.Length; group++)
        {
            double size = group == own ? 0 : sizes[group];
            apartTriples += size * (strangers - size) * (strangers - size - 1);
        }

        double all = mates + strangers;
        double mixed = mates * strangers;
        double mixedTriples = (mixed * (strangers - 1)) + (mixed * (mates - 1));
        double[] pairs = [mates * (mates - 1), alike, mixed, mixed, (strangers * strangers) - squares, all * (all - 1)];
        double[] triples =
        [
            2 * mates * (mates - 1) * (mates - 2), 2 * alikeTriples, mixedTriples, mixedTriples, 2 * apartTriples,
            2 * all * (all - 1) * (all - 2),
        ];
        double chance = density * density * (1 - density);
        double shared = Math.Pow(density * (1 - density), 3);
        return new BrokerageExpectation(
            [.. pairs.Select(count => count * chance)],
            [.. pairs.Zip(triples, (pair, triple) => (pair * chance * (1 - chance)) + (triple * shared))]);
    }
}

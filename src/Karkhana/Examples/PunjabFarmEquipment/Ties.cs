using Karkhana.Core.Randomness;

namespace Karkhana.Examples.PunjabFarmEquipment;

/// <summary>Who advises, works for and is related to whom.</summary>
/// <param name="All">The ties: advice, then subcontract, then kinship.</param>
/// <param name="AdvisersOf">Who gives advice to each maker.</param>
internal sealed record Ties(IReadOnlyList<Tie> All, IReadOnlyList<IReadOnlyList<int>> AdvisersOf)
{
    public const string Advice = "advice";
    public const string Subcontract = "subcontract";
    public const string Kinship = "kinship";

    public static Ties None { get; } = new([], []);

    public static Ties Of(Truth truth, ulong seed)
    {
        List<Tie> all = [];
        List<Tie> kinship = [];
        for (int town = 0; town < Places.ClusterTowns.Length; town++)
        {
            int[] members = [.. Enumerable.Range(0, truth.Makers.Length).Where(
                maker => truth.Makers[maker].Place.Town == Places.ClusterTowns[town])];
            AdviceNetwork network = new(truth, members, new RandomStream(seed, RandomPurpose.SyntheticTies, town));
            all.AddRange(network.Ties());
            kinship.AddRange(network.Kinship());
        }

        List<int>[] advisers = [.. truth.Makers.Select(_ => new List<int>())];
        foreach (Tie tie in all)
        {
            advisers[tie.To].Add(tie.From);
        }

        all.AddRange(
            Processors(truth, new RandomStream(seed, RandomPurpose.SyntheticTies, Places.ClusterTowns.Length)));
        all.AddRange(kinship);
        return new Ties(all, advisers);
    }

    /// <summary>Foundries, engineering shops and small makers nearby work for a maker, more often where division of
    /// labour is deep.</summary>
    private static IEnumerable<Tie> Processors(Truth truth, RandomStream stream)
    {
        double[] depth = truth.Exposures.Of("EE03");
        for (int maker = 0; maker < truth.Makers.Length; maker++)
        {
            SyntheticFirm firm = truth.Makers[maker];
            int[] near = [.. Enumerable.Range(0, truth.Register.Firms.Count).Where(
                other => WorksFor(truth.Register.Firms[other], firm))];
            double probability = Math.Min(
                0.9, 2 * depth[maker] * TieParameters.Subcontracts / Math.Max(near.Length, 4));
            foreach (int other in near)
            {
                if (stream.NextBool(probability))
                {
                    yield return new Tie(other, maker, Subcontract, 1 + stream.NextInt(3));
                }
            }
        }
    }

    private static bool WorksFor(SyntheticFirm other, SyntheticFirm maker) =>
        other != maker
        && (other.Trade is Trades.Foundry or Trades.Engineering || (other.Trade == Trades.Makers && other.Workers < maker.Workers))
        && other.Place.DistanceTo(maker.Place) <= TieParameters.SubcontractRadius;
}

using Karkhana.Core.Randomness;

namespace Karkhana.Simulation;

/// <summary>Draws how many firms begin in each place, from whom, near whom and with what.</summary>
/// <remarks>
/// All draws are addressed by the number that the entrant gets, which is that of place, quarter and order. Parents are drawn in
/// proportion to workers, the firm near which a newcomer settles among all firms of the place alike (so that places with
/// many firms draw more of them, as in Pólya's urn).
/// </remarks>
internal static class EntryPlaces
{
    private const int SpinOff = 0, ParentOf = 1, Share = 2, StaysNear = 3, Neighbour = 4;

    public static Founding[] Foundings(ClusterRun run)
    {
        PlaceTotals[] places = Totals(run);
        List<Founding> foundings = [];
        for (int place = 0; place < places.Length; place++)
        {
            if (places[place].Firms.Count == 0)
            {
                continue;
            }

            PlaceTotals totals = places[place];
            double expected = EntryHazard.Of(run.Parameters, totals.Workers, totals.Profitability / totals.Firms.Count);
            int count = EntryHazard.Count(expected, run.Draw.Uniform(RandomPurpose.FirmEntry, run.Step, place));
            for (int order = 0; order < count; order++)
            {
                foundings.Add(Found(run, totals, EntrantAgent.Of(place, run.Step, order)));
            }
        }

        return [.. foundings];
    }

    private static PlaceTotals[] Totals(ClusterRun run)
    {
        PlaceTotals[] places = [.. Enumerable.Range(0, run.Start.Centres.Count).Select(_ => new PlaceTotals())];
        FirmColumns firms = run.Firms;
        for (int slot = 0; slot < firms.Count; slot++)
        {
            if (firms.Alive[slot])
            {
                PlaceTotals totals = places[firms.Place[slot]];
                totals.Firms.Add(slot);
                totals.Workers += firms.Workers[slot];
                totals.Profitability += firms.Profitability[slot];
            }
        }

        return places;
    }

    private static Founding Found(ClusterRun run, PlaceTotals place, int agent)
    {
        double Draw(int index) => run.Draw.Uniform(RandomPurpose.EntryLocation, run.Step, agent, index);
        if (Draw(SpinOff) >= run.Parameters.SpinOffShare)
        {
            int near = place.Firms[(int)(place.Firms.Count * Draw(Neighbour))];
            return new Founding(agent, -1, near, Newcomer(run, place, Draw(Share)));
        }

        int parent = ByWorkers(run.Firms, place, Draw(ParentOf));
        EntryParameters entry = run.Parameters.Entry;
        double share = entry.LeastInherited + ((entry.MostInherited - entry.LeastInherited) * Draw(Share));
        ReadOnlySpan<double> capability = run.Firms.Capability.AsSpan(parent * run.Firms.Stride, run.Firms.Functions);
        double[] inherited = new double[capability.Length];
        for (int function = 0; function < inherited.Length; function++)
        {
            inherited[function] = share * capability[function];
        }

        return new Founding(agent, parent, Draw(StaysNear) < run.Parameters.NearParent ? parent : Anyone(run.Firms, Draw(Neighbour)), inherited);
    }

    private static double[] Newcomer(ClusterRun run, PlaceTotals place, double uniform)
    {
        double[] capability = new double[run.Firms.Functions];
        foreach (int slot in place.Firms)
        {
            for (int function = 0; function < capability.Length; function++)
            {
                capability[function] += run.Firms.Capability[(slot * run.Firms.Stride) + function];
            }
        }

        for (int function = 0; function < capability.Length; function++)
        {
            capability[function] *= run.Parameters.Entry.NewcomerCapability * uniform / place.Firms.Count;
        }

        return capability;
    }

    private static int ByWorkers(FirmColumns firms, PlaceTotals place, double uniform)
    {
        double left = uniform * place.Workers;
        foreach (int slot in place.Firms)
        {
            left -= firms.Workers[slot];
            if (left < 0)
            {
                return slot;
            }
        }

        return place.Firms[^1];
    }

    private static int Anyone(FirmColumns firms, double uniform)
    {
        int left = (int)(uniform * firms.AliveCount);
        for (int slot = 0; slot < firms.Count; slot++)
        {
            if (firms.Alive[slot] && left-- == 0)
            {
                return slot;
            }
        }

        return 0;
    }

    private sealed class PlaceTotals
    {
        public List<int> Firms { get; } = [];

        public double Workers { get; set; }

        public double Profitability { get; set; }
    }
}

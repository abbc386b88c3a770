using Karkhana.Core.Randomness;

namespace Karkhana.Simulation;

/// <summary>Gives a firm that begins its slot and its columns.</summary>
internal static class Entrant
{
    /// <summary>Settles a firm: place, exposures and absorptive capacity of those it settles near or leaves, capability as drawn.</summary>
    /// <param name="run">The run.</param>
    /// <param name="founding">What was drawn.</param>
    /// <returns>Its slot.</returns>
    public static int Settle(ClusterRun run, Founding founding)
    {
        FirmColumns firms = run.Firms;
        int slot = run.AddFirm();
        int like = founding.Parent < 0 ? founding.Near : founding.Parent;
        (firms.Agent[slot], firms.EnteredAt[slot], firms.Age[slot], firms.LossQuarters[slot]) = (founding.Agent, run.Step, 0, 0);
        (firms.Place[slot], firms.Clustered[slot]) = (firms.Place[founding.Near], firms.Clustered[founding.Near]);
        (firms.Stage[slot], firms.Product[slot], firms.AssociationMember[slot]) = (firms.Stage[like], firms.Product[like], false);
        firms.Education[slot] = firms.Education[like];
        firms.ExposureSource[slot] = firms.ExposureSource[founding.Near];
        Place(run, slot, founding);
        double workers = run.Parameters.Entry.Workers;
        (firms.Workers[slot], firms.WorkersNext[slot]) = (workers, workers);
        (firms.Cash[slot], firms.CashNext[slot]) = (run.Parameters.CashOf(workers), run.Parameters.CashOf(workers));
        (firms.Margin[slot], firms.MarginNext[slot]) = (run.Parameters.BaseMargin, run.Parameters.BaseMargin);
        firms.IncentiveDeviation[slot] =
            run.Parameters.IncentiveSpread * run.Draw.Gaussian(RandomPurpose.IncentiveOfFirm, 0, founding.Agent);
        founding.Capability.CopyTo(firms.Capability, slot * firms.Stride);
        founding.Capability.CopyTo(firms.CapabilityNext, slot * firms.Stride);
        Mechanisms(run, slot, like, founding.Near);
        if (founding.Parent >= 0)
        {
            double distance = firms.DistanceBetween(slot, founding.Parent);
            run.Ties.Add(founding.Parent, slot, ClusterTieKind.Knowledge, run.Parameters.Entry.ParentTrust, distance);
        }

        return slot;
    }

    private static void Place(ClusterRun run, int slot, Founding founding)
    {
        FirmColumns firms = run.Firms;
        double spread = run.Parameters.Entry.SettlingDistance;
        const int East = 8, North = 9; // beside the uniforms of the same purpose
        firms.X[slot] = firms.X[founding.Near] + (spread * run.Draw.Gaussian(RandomPurpose.EntryLocation, run.Step, founding.Agent, East));
        firms.Y[slot] = firms.Y[founding.Near] + (spread * run.Draw.Gaussian(RandomPurpose.EntryLocation, run.Step, founding.Agent, North));
    }

    // Until exposures are computed again the entrant has those of the firm that it settled near.
    private static void Mechanisms(ClusterRun run, int slot, int like, int near)
    {
        MechanismColumns columns = run.Mechanisms;
        FirmColumns firms = run.Firms;
        columns.StartAbsorptiveCapacity[slot] = columns.StartAbsorptiveCapacity[like];
        columns.AbsorptiveCapacity[slot] = columns.StartAbsorptiveCapacity[slot]; // seen at the end of the quarter, before the next computes it
        columns.StartUptime[slot] = columns.StartUptime[near];
        columns.StartLogCost[slot] = columns.StartLogCost[near];
        columns.StartLogSlack[slot] = columns.StartLogSlack[near];
        columns.StartLogIncentive[slot] =
            columns.StartLogIncentive[near] - firms.IncentiveDeviation[near] + firms.IncentiveDeviation[slot];
        columns.StartLogEffectiveness[slot] = columns.StartLogEffectiveness[near];
        columns.StartPooling[slot] = columns.StartPooling[near];
        columns.Copying[slot] = columns.Copying[near];
        columns.StaticIndex[slot] = columns.StaticIndex[near];
        columns.SpilloverFactor[slot] = columns.SpilloverFactor[near];
        columns.LeastCongestion[slot] = columns.LeastCongestion[near];
        run.MechanismsChanged = true;
    }
}
